import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from '@jest/globals';
import { createMatchIndex } from '../../src/delivery/match-index.ts';
import { createPlaces } from '../../src/delivery/places.ts';
import { createSubscriptionBook } from '../../src/delivery/subscription-book.ts';
import type { Destination } from '../../src/domain/destination.ts';
import { createLane } from '../../src/domain/lane.ts';
import type { Outcome } from '../../src/domain/outcome.ts';
import type { Clock, Messenger, Store } from '../../src/domain/ports.ts';
import { openStore, openStoreOn } from '../../src/storage/open.ts';
import { openMemory } from '../../src/storage/open-memory.ts';
import type { Backend, Rows } from '../../src/storage/rows.ts';
import { createForget } from '../../src/wiring/forget.ts';
import { createLastSent } from '../../src/wiring/last-sent.ts';
import { createObjectionBook } from '../../src/wiring/objection-book.ts';
import { broadcast, chat, incident, subscription } from '../delivery/support/builders.ts';
import { createFakeClock, settle } from '../delivery/support/fake-clock.ts';
import { createFakePlatform, createWorld, SILENT_LOGGER } from '../delivery/support/world.ts';
import { readStoredRows } from '../support/stored-rows.ts';

/** A store, and every key and value in it. */
interface Opened {
  readonly store: Store;
  read(): Promise<readonly string[]>;
}

let closing: (() => Promise<void> | void)[] = [];
afterEach(async () => {
  for (const close of closing.toReversed()) await close();
  closing = [];
});

const onSqlite = async (clock: Clock): Promise<Opened> => {
  const folder = mkdtempSync(join(tmpdir(), 'curbwatch-test-'));
  const url = `sqlite://${join(folder, 'store.sqlite')}`;
  const store = await openStore(url, { clock, logger: SILENT_LOGGER, onLeaseLost: () => undefined });
  closing.push(() => rmSync(folder, { recursive: true }), store.close);
  return { store, read: async () => [...(await readStoredRows(url)).values()].flat() };
};

const inMemory = async (clock: Clock): Promise<Opened> => {
  const tables: Rows[] = [];
  const memory = openMemory(clock);
  const watched: Backend = {
    ...memory,
    async rows(name, use) {
      const rows = await memory.rows(name, use);
      tables.push(rows);
      return rows;
    },
  };
  const store = await openStoreOn(watched, { clock, logger: SILENT_LOGGER, onLeaseLost: () => undefined });
  closing.push(store.close);
  const read = async (): Promise<readonly string[]> => {
    const found: string[] = [];
    for (const rows of tables) for await (const page of rows.range('')) found.push(...page.map(String));
    return found;
  };
  return { store, read };
};

const ANNA = chat(4711);
const BEN = chat(4712);
const SENT: Outcome = { kind: 'sent', messageId: 'm' };

describe.each([
  ['SQLite', onSqlite],
  ['memory', inMemory],
])('after /forget nothing holds the id of the chat, on %s', (_name, openOn) => {
  const setUp = async () => {
    const clock = createFakeClock();
    const { store, read } = await openOn(clock);
    const book = createSubscriptionBook(store.subscriptions, createMatchIndex(createPlaces([])));
    for (const destination of [ANNA, BEN]) await book.save(subscription({ destination }));
    await store.incidents.save([incident()]);
    /** What the platform answers, and when. */
    const answers = new Map<string, (outcome: Outcome) => void>();
    const messenger: Messenger = {
      ...createFakePlatform('telegram', clock),
      send: ({ chat: to }) => new Promise((resolve) => void answers.set(to, resolve)),
    };
    const { desk } = createWorld({
      clock,
      more: {
        ...{ outbox: store.outbox, sentMessages: store.sentMessages, subscriptions: book },
        ...{ incident: store.incidents.get, messengers: new Map([[messenger.platform, messenger]]) },
      },
    });
    const forget = createForget({
      ...{ desk, subscriptions: book, lastSent: createLastSent(), lane: createLane() },
      sentMessages: store.sentMessages,
      objections: createObjectionBook(store.objections, clock, SILENT_LOGGER),
      incidentIds: () => [incident().id],
      erase: async () => undefined,
    });
    const owe = async (more: Parameters<typeof broadcast>[1] = {}): Promise<void> => {
      const owed = broadcast([ANNA, BEN], more);
      await store.outbox.add([owed]);
      desk.enqueue([owed]);
      await settle();
    };
    const sayForget = async (): Promise<void> => {
      await book.delete(ANNA);
      await forget(ANNA, ANNA.chat);
    };
    const holding = async ({ chat: id }: Destination): Promise<number> =>
      (await read()).filter((row) => row.includes(id)).length;
    return { store, desk, owe, sayForget, holding, answers };
  };

  test('while an alert to it and to others is held by the brake, or sent on', async () => {
    const { desk, owe, sayForget, holding, answers } = await setUp();
    await owe({ held: true });
    await sayForget();
    expect([await holding(ANNA), await holding(BEN)]).toEqual([0, 2]);
    await desk.release('send');
    await settle();
    expect(await holding(ANNA)).toBe(0);
    expect([...answers.keys()]).toEqual([BEN.chat]);
  });

  test('while an alert to it alone is held by the brake', async () => {
    const { desk, owe, sayForget, holding } = await setUp();
    await owe({ held: true, to: [ANNA] });
    await sayForget();
    expect(await holding(ANNA)).toBe(0);
    expect(await desk.release('send')).toBe(0);
  });

  test('while a message to it is under way, and when the platform has answered', async () => {
    const { owe, sayForget, holding, answers } = await setUp();
    await owe();
    await sayForget();
    expect([await holding(ANNA), await holding(BEN)]).toEqual([0, 2]);
    answers.get(ANNA.chat)?.(SENT);
    await settle();
    expect(await holding(ANNA)).toBe(0);
  });

  test.each<[string, Outcome]>([
    ['refuses it', { kind: 'rejected', why: 'too long' }],
    ['knows the chat no more', { kind: 'gone', why: 'blocked' }],
    ['lets it be sent in an hour', { kind: 'later', afterMs: 3_600_000, why: 'flood' }],
  ])('when a message was under way and the platform %s', async (_what, outcome) => {
    const { owe, sayForget, holding, answers } = await setUp();
    await owe();
    await sayForget();
    for (let tries = 0; tries < 3; tries++) {
      answers.get(ANNA.chat)?.(outcome);
      await settle();
    }
    expect(await holding(ANNA)).toBe(0);
  });

  test('and the others are told what they are owed, once, and nothing is owed afterwards', async () => {
    const { store, owe, sayForget, answers, holding } = await setUp();
    await owe();
    await sayForget();
    for (const answer of answers.values()) answer(SENT);
    await settle();
    const broadcasts: unknown[] = [];
    for await (const one of store.outbox.broadcasts()) broadcasts.push(one);
    expect(broadcasts).toEqual([]);
    expect(await store.sentMessages.toldOf(incident().id)).toMatchObject([{ destination: BEN }]);
    expect(await holding(ANNA)).toBe(0);
  });
});
