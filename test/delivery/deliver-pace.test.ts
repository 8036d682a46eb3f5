import { describe, expect, test } from '@jest/globals';
import type { LaneSettings } from '../../src/delivery/delivery-desk.ts';
import { MINUTE, SECOND } from '../../src/domain/instant.ts';
import type { Outcome } from '../../src/domain/outcome.ts';
import type { Severity } from '../../src/domain/taxonomy.ts';
import { alert, broadcast, chat, incident, subscription } from './support/builders.ts';
import { createFakeClock, settle } from './support/fake-clock.ts';
import { createWorld, UNLIMITED, type World } from './support/world.ts';

const TELEGRAM: LaneSettings = {
  ...UNLIMITED,
  perSecond: 28,
  burst: 2,
  chatLimits: () => [{ count: 1, perMs: SECOND }],
};

const chats = (count: number) => Array.from({ length: count }, (_, at) => chat(at + 1));

const subscribeAll = async (world: World, count: number): Promise<void> => {
  for (const destination of chats(count)) await world.book.save(subscription({ destination }));
};

const announce = async (
  world: World,
  id: string,
  count: number,
  severity: Severity = 'high',
): Promise<void> => {
  const about = incident({ id, severity });
  const one = broadcast(chats(count), {
    id,
    alert: alert({ incidentId: id }),
    severity,
    createdAt: world.clock.now(),
  });
  await world.store.outbox.add([one]);
  await world.store.saveIncident(about);
  world.desk.enqueue([one]);
};

/** The most messages that were accepted within any second. */
const most = ({ platform: { accepted } }: World): number =>
  Math.max(
    ...accepted.map(
      ({ at }, from) => accepted.filter((one, to) => to >= from && one.at < at + SECOND).length,
    ),
  );

describe('deliver at the pace of a platform', () => {
  test('one alert to 300 chats takes no longer than the ceiling asks for, and never goes over it', async () => {
    const world = createWorld({ settings: TELEGRAM, latencyMs: 80 });
    await subscribeAll(world, 300);
    await announce(world, 'one', 300);
    await world.clock.advance((1.15 * 300 * SECOND) / 28);
    expect(world.platform.accepted).toHaveLength(300);
    expect(most(world)).toBeLessThanOrEqual(30);
  });

  test('a critical alert overtakes a running broadcast within a second', async () => {
    const world = createWorld({ settings: TELEGRAM, latencyMs: 80 });
    await subscribeAll(world, 300);
    await announce(world, 'slow', 300, 'low');
    await world.clock.advance(3 * SECOND);
    const begun = world.clock.monotonic();
    await announce(world, 'urgent', 1, 'critical');
    await world.clock.advance(2 * SECOND);
    const urgent = world.platform.accepted.find(({ text }) => text.startsWith('urgent'));
    expect((urgent?.at ?? Number.POSITIVE_INFINITY) - begun).toBeLessThan(SECOND);
  });

  test('people who want no message cost no time', async () => {
    const world = createWorld({ settings: TELEGRAM });
    await subscribeAll(world, 1);
    await announce(world, 'one', 500);
    await world.clock.advance(SECOND);
    await settle(2000);
    expect(world.events.filter(({ what }) => what === 'dropped')).toHaveLength(499);
    expect(world.platform.accepted).toHaveLength(1);
  });

  test('a platform that is down is felt for one request at a time, and caught up with when it is back', async () => {
    const clock = createFakeClock();
    let tries = 0;
    const answer = (): Outcome | undefined => {
      tries++;
      const isDown = clock.monotonic() < 10 * MINUTE;
      return isDown ? { kind: 'later', afterMs: 5 * SECOND, why: 'ECONNREFUSED' } : undefined;
    };
    const world = createWorld({ clock, settings: { concurrency: 8 }, answer });
    await subscribeAll(world, 100);
    await announce(world, 'one', 100);
    await world.clock.advance(9.9 * MINUTE);
    expect(tries).toBeLessThan(60);
    await world.clock.advance(6 * MINUTE);
    expect(world.platform.accepted).toHaveLength(100);
  });

  test('a refusal of the whole platform makes everybody wait and slows down', async () => {
    const world = createWorld({
      settings: { ...TELEGRAM, concurrency: 1 },
      answer: (_to, _message, attempt) =>
        attempt === 1 ? { kind: 'later', afterMs: 4 * SECOND, why: '429', everyone: true } : undefined,
    });
    await subscribeAll(world, 1);
    await announce(world, 'one', 1);
    await world.clock.advance(3.9 * SECOND);
    expect(world.platform.accepted).toEqual([]);
    await world.clock.advance(SECOND);
    expect(world.platform.accepted).toHaveLength(1);
  });

  test('a slow chat holds up nobody', async () => {
    const world = createWorld({ settings: { concurrency: 4 } });
    const slow = world.platform.send;
    const send: typeof slow = async (to, message, id) => {
      if (to.chat === '1') await new Promise<void>((resolve) => void world.clock.after(MINUTE, resolve));
      return slow(to, message, id);
    };
    Object.assign(world.platform, { send });
    await subscribeAll(world, 50);
    await announce(world, 'one', 50);
    await world.clock.advance(SECOND);
    expect(world.platform.accepted).toHaveLength(49);
    await world.clock.advance(MINUTE);
    expect(world.platform.accepted).toHaveLength(50);
  });
});

describe('deliver through trouble', () => {
  test.each([3, 5, 7])(
    'every %i-th write refused: nothing is lost and nothing comes twice',
    async (every) => {
      const world = createWorld({
        fate: (write) => (write > 100 && write % every === 0 ? 'refused' : 'done'),
      });
      await subscribeAll(world, 100);
      const broadcasts = ['a', 'b', 'c'].map((id) =>
        broadcast(chats(100), { id, alert: alert({ incidentId: id }) }),
      );
      for (const one of broadcasts) {
        world.disk.incidents.set(one.id, incident({ id: one.id }));
        world.disk.broadcasts.set(one.id, one);
      }
      world.desk.enqueue(broadcasts);
      await world.clock.advance(10 * MINUTE);
      expect(world.platform.accepted).toHaveLength(300);
      expect([world.disk.sent.size, world.disk.broadcasts.size, world.disk.deferred.size]).toEqual([
        300, 0, 0,
      ]);
    },
  );

  test.each([-60 * MINUTE, 60 * MINUTE])(
    'the machine clock stepping by %i ms stops nothing',
    async (step) => {
      const world = createWorld({ settings: TELEGRAM });
      await subscribeAll(world, 100);
      await announce(world, 'one', 100);
      await world.clock.advance(SECOND);
      world.clock.step(step);
      await world.clock.advance(4 * SECOND);
      expect(world.platform.accepted).toHaveLength(100);
    },
  );

  test('a store that fails while a chat moves loses neither the chat nor its alerts', async () => {
    let writes = 0;
    const world = createWorld({
      answer: ({ chat: to }) => (to === '1' ? { kind: 'moved', destination: chat('-100') } : undefined),
      fate: (write) => {
        writes = write;
        return write > 3 && write % 2 === 0 ? 'refused' : 'done';
      },
    });
    await subscribeAll(world, 1);
    await announce(world, 'one', 1);
    await world.clock.advance(MINUTE);
    await world.desk.tick();
    await world.clock.advance(MINUTE);
    expect(world.platform.accepted.map(({ to, text }) => `${to} ${text}`)).toEqual([
      'telegram~-100 one r1 opened en',
    ]);
    expect([[...world.disk.subscriptions.keys()], world.disk.broadcasts.size]).toEqual([
      ['telegram~-100'],
      0,
    ]);
    expect(writes).toBeGreaterThan(8);
  });

  test('a bug in one message of several puts back only what is owed', async () => {
    let calls = 0;
    const world = createWorld({
      answer: () => {
        calls++;
        if (calls === 1) throw new TypeError('a bug');
        return undefined;
      },
    });
    await subscribeAll(world, 1);
    const ids = ['a', 'b', 'c', 'd', 'e', 'f', 'g'];
    for (const id of ids)
      world.disk.incidents.set(id, incident({ id, ...(id === 'c' ? { retracted: 'a hoax' } : {}) }));
    const many = ids.map((id) => broadcast([chat(1)], { id, alert: alert({ incidentId: id }) }));
    await world.store.outbox.add(many);
    world.desk.enqueue(many);
    await world.clock.advance(MINUTE);
    expect(world.platform.accepted.map(({ text }) => text)).toEqual(['digest a b d e f g']);
    expect([world.disk.broadcasts.size, world.disk.deferred.size, world.desk.stats().waiting]).toEqual([
      0,
      0,
      { telegram: 0 },
    ]);
  });

  test('a stop waits for what is under way, records it and sends nothing more', async () => {
    const world = createWorld({ settings: { concurrency: 2 }, latencyMs: 500 });
    await subscribeAll(world, 10);
    await announce(world, 'one', 10);
    await world.clock.advance(100);
    const stopping = world.desk.stop();
    await world.clock.advance(10 * SECOND);
    await stopping;
    expect(world.platform.accepted).toHaveLength(2);
    expect([world.disk.sent.size, world.disk.broadcasts.size]).toEqual([2, 1]);
  });

  test('a stop does not wait for an answer that does not come', async () => {
    const world = createWorld({ latencyMs: 10 * MINUTE });
    await subscribeAll(world, 1);
    await announce(world, 'one', 1);
    await settle();
    let stopped = false;
    void world.desk.stop().then(() => {
      stopped = true;
    });
    await world.clock.advance(8 * SECOND);
    expect([stopped, world.disk.broadcasts.size]).toEqual([true, 1]);
  });

  test('a messenger that throws is a bug of one delivery: the others go on, and it is tried again', async () => {
    let thrown = 0;
    const world = createWorld({
      answer: ({ chat: to }) => {
        if (to === '1' && thrown++ < 2) throw new TypeError('a bug');
        return undefined;
      },
    });
    await subscribeAll(world, 3);
    await announce(world, 'one', 3);
    await settle();
    expect(world.platform.accepted).toHaveLength(2);
    await world.clock.advance(MINUTE);
    expect(world.platform.accepted).toHaveLength(3);
  });

  const HASTE = { kind: 'later', afterMs: 20 * SECOND, why: '429 Too Many Requests' } as const;

  test('a refusal in one chat holds up no other', async () => {
    const world = createWorld({
      settings: { perSecond: 100, concurrency: 4 },
      answer: ({ chat: id }) => (id === '7' ? HASTE : undefined),
    });
    await subscribeAll(world, 50);
    await announce(world, 'one', 50);
    await world.clock.advance(2 * SECOND);
    expect(world.platform.accepted).toHaveLength(49);
  });

  test('refusals in chat after chat hold up all', async () => {
    const asked: string[] = [];
    const world = createWorld({
      settings: { perSecond: 100, concurrency: 1 },
      answer: ({ chat: id }, _, attempt) => {
        asked.push(id);
        return attempt === 1 ? HASTE : undefined;
      },
    });
    await subscribeAll(world, 50);
    await announce(world, 'one', 50);
    await world.clock.advance(19 * SECOND);
    expect(asked).toHaveLength(3);
  });

  test('… also with chats between them to which nothing is sent', async () => {
    const asked: string[] = [];
    const world = createWorld({
      settings: { perSecond: 100, concurrency: 1 },
      answer: ({ chat: id }, _, attempt) => {
        asked.push(id);
        return attempt === 1 ? HASTE : undefined;
      },
    });
    await subscribeAll(world, 50);
    for (let at = 2; at <= 50; at += 2) await world.book.delete(chat(at));
    await announce(world, 'one', 50);
    await world.clock.advance(19 * SECOND);
    expect(asked).toHaveLength(3);
  });

  test('refusals between which others are served hold up only their own chats', async () => {
    const world = createWorld({
      settings: { perSecond: 100, concurrency: 1 },
      answer: ({ chat: id }, _, attempt) => (Number(id) % 2 === 1 && attempt === 1 ? HASTE : undefined),
    });
    await subscribeAll(world, 20);
    await announce(world, 'one', 20);
    await world.clock.advance(2 * SECOND);
    expect(world.platform.accepted).toHaveLength(10);
  });

  test('a refusal in one chat halves the rate of all', async () => {
    const world = createWorld({
      settings: { perSecond: 20, concurrency: 4 },
      answer: ({ chat: id }) => (id === '1' ? HASTE : undefined),
    });
    await subscribeAll(world, 100);
    await announce(world, 'one', 100);
    await world.clock.advance(4 * SECOND);
    const before = world.platform.accepted.length;
    expect(before).toBeLessThan(79);
    await world.clock.advance(SECOND);
    expect(world.platform.accepted.length - before).toBeLessThan(15);
  });
});
