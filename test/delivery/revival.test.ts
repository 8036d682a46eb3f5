import { describe, expect, test } from '@jest/globals';
import { createMatchIndex } from '../../src/delivery/match-index.ts';
import { createPlaces } from '../../src/delivery/places.ts';
import { createRevival, type Revival } from '../../src/delivery/revival.ts';
import type { Incident } from '../../src/domain/incident.ts';
import { DAY, HOUR, MINUTE } from '../../src/domain/instant.ts';
import type { Outcome } from '../../src/domain/outcome.ts';
import type { Subscription } from '../../src/domain/subscription.ts';
import { chat, filter, incident, subscription, T0 } from './support/builders.ts';
import { createWorld, type World } from './support/world.ts';

const asleep = (state: Subscription['state'], more: Partial<Subscription> = {}): Subscription =>
  subscription({ state, stateSince: T0 - HOUR, createdAt: T0 - 30 * DAY, ...more });

const revive = (world: World): Revival => {
  const incidents = {
    all: async function* () {
      yield* world.disk.incidents.values();
    },
  };
  const { readFacts } = createMatchIndex(createPlaces([]));
  const { sentMessages } = world.store;
  return createRevival({
    subscriptions: world.book,
    incidents,
    sentMessages,
    readFacts,
    desk: world.desk,
    clock: world.clock,
  });
};

const setUp = async (state: Subscription, incidents: readonly Incident[], answer?: Outcome) => {
  const world = createWorld({ answer: () => answer });
  await world.book.save(state);
  for (const one of incidents) world.disk.incidents.set(one.id, one);
  return { world, revival: revive(world) };
};

const NEWS = [incident({ id: 'one' }), incident({ id: 'two' })];
const texts = ({ platform }: World): string[] => platform.accepted.map(({ text }) => text);

describe('what a sleeping subscription missed', () => {
  test.each<[string, Partial<Incident>, number]>([
    ['what matches', {}, 1],
    ['not what does not match', { exchanges: ['okx'] }, 0],
    ['not what is older than seven days', { updatedAt: T0 - 8 * DAY }, 0],
    ['not what was taken back', { retracted: 'a hoax' }, 0],
    ['not what turned out to be another', { mergedInto: 'other' }, 0],
    ['not what took in one that is muted', { mergedFrom: ['muted-one'] }, 0],
  ])('%s', async (_title, about, count) => {
    const wishes = asleep('paused', { muted: ['muted-one'], filters: [filter({ exchanges: ['binance'] })] });
    const { revival } = await setUp(wishes, [incident(about)]);
    expect(await revival.missed(chat(1))).toHaveLength(count);
  });

  test('not what it was told', async () => {
    const { world, revival } = await setUp(asleep('paused'), NEWS);
    await world.store.sentMessages.add([
      {
        v: 1,
        incidentId: 'one',
        destination: chat(1),
        revision: 1,
        messageId: 'm',
        how: 'sent',
        at: T0,
        edits: 0,
      },
    ]);
    expect((await revival.missed(chat(1))).map(({ id }) => id)).toEqual(['two']);
  });

  test('not what was before it began', async () => {
    const { revival } = await setUp(asleep('paused', { createdAt: T0 + MINUTE }), NEWS);
    expect(await revival.missed(chat(1))).toEqual([]);
  });

  test('is sent as one digest when people resume', async () => {
    const { world, revival } = await setUp(asleep('active'), NEWS);
    expect(await revival.sendMissed(chat(1))).toBe(2);
    await world.desk.idle();
    expect(texts(world)).toEqual(['digest one two']);
  });
});

describe('the way back', () => {
  test('the platform says that it changed: awake, with what was missed', async () => {
    const { world, revival } = await setUp(asleep('forbidden', { missingRight: 'send-messages' }), NEWS);
    await revival.restore(chat(1));
    await world.desk.idle();
    expect(texts(world)).toEqual(['digest one two']);
    expect(world.disk.subscriptions.get('telegram~1')?.state).toBe('active');
    expect(world.disk.subscriptions.get('telegram~1')).not.toHaveProperty('missingRight');
  });

  test('what people paused stays paused', async () => {
    const { world, revival } = await setUp(asleep('paused'), NEWS);
    await revival.restore(chat(1));
    await world.clock.advance(2 * DAY);
    await revival.tryAgain();
    await world.desk.idle();
    expect([texts(world), world.disk.subscriptions.get('telegram~1')?.state]).toEqual([[], 'paused']);
  });

  test.each<Subscription['state']>(['forbidden', 'gone'])(
    '%s is tried after a day, and is awake when it succeeds',
    async (state) => {
      const { world, revival } = await setUp(asleep(state), NEWS);
      await revival.tryAgain();
      await world.desk.idle();
      expect(texts(world)).toEqual([]);
      await world.clock.advance(DAY);
      await revival.tryAgain();
      await world.clock.advance(MINUTE);
      expect(texts(world)).toEqual(['digest one two']);
      expect(world.disk.subscriptions.get('telegram~1')?.state).toBe('active');
    },
  );

  test('a try that fails leaves it asleep since then, tells nobody again, and forgets nothing', async () => {
    const { world, revival } = await setUp(asleep('gone'), NEWS, { kind: 'gone', why: 'blocked' });
    for (let day = 0; day < 3; day++) {
      await world.clock.advance(DAY);
      await revival.tryAgain();
      await world.clock.advance(MINUTE);
    }
    expect(world.disk.subscriptions.get('telegram~1')).toMatchObject({
      state: 'gone',
      stateSince: T0 - HOUR,
    });
    expect(world.events).toEqual([]);
    expect([world.disk.deferred.size, (await revival.missed(chat(1))).length]).toEqual([0, 2]);
  });

  test('nothing missed, nothing tried', async () => {
    const { world, revival } = await setUp(asleep('gone'), []);
    await world.clock.advance(2 * DAY);
    await revival.tryAgain();
    await world.desk.idle();
    expect(texts(world)).toEqual([]);
  });

  test('what is gone for ninety days is forgotten', async () => {
    const { world, revival } = await setUp(asleep('gone', { stateSince: T0 - 90 * DAY }), NEWS);
    await revival.tryAgain();
    expect(world.disk.subscriptions.size).toBe(0);
  });
});
