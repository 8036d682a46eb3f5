import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { text } from 'node:stream/consumers';
import { afterAll, afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { useExport } from '../../src/cli/export.ts';
import { useBackup } from '../../src/cli/import.ts';
import type { Store } from '../../src/domain/ports.ts';
import { systemClock } from '../../src/ops/clock.ts';
import { openStore } from '../../src/storage/open.ts';
import { postgresMissing, startPostgres } from '../support/postgres-server.ts';
import { redisMissing, startRedis, type TestServer } from '../support/redis-server.ts';
import {
  aBroadcast,
  aDeferredDelivery,
  aFeedState,
  anIncident,
  aSentMessage,
  aSubscription,
  createTestLogger,
  listOf,
  telegram,
} from '../support/store-fixtures.ts';

/** Written by the version that first had backups; every later one must read it. */
const VERSION_1 = join(import.meta.dirname, '../fixtures/backups/v1.jsonl');

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'curbwatch-backup-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const sqlite = (name: string): string => `sqlite://${join(folder, `${name}.sqlite`)}`;

const withStore = async <T>(storeUrl: string, use: (store: Store) => Promise<T>): Promise<T> => {
  const options = { clock: systemClock, logger: createTestLogger(), onLeaseLost: () => undefined };
  const store = await openStore(storeUrl, options);
  try {
    return await use(store);
  } finally {
    await store.close();
  }
};

const CHATS = [
  telegram('-100', '7'),
  telegram('42'),
  { platform: 'discord', chat: '9', thread: '3' } as const,
];

const fill = (storeUrl: string): Promise<void> =>
  withStore(storeUrl, async (store) => {
    await store.outbox.add([aBroadcast('b', CHATS)]);
    await store.outbox.defer([aDeferredDelivery('d')]);
    await store.incidents.save([anIncident('i'), anIncident('J')]);
    await store.sentMessages.add(CHATS.map((chat) => aSentMessage('i', chat)));
    for (const chat of CHATS) await store.subscriptions.save(aSubscription(chat));
    await store.feedStates.set(aFeedState('courier'));
    await store.objections.add({ v: 1, incidentId: 'i', by: 'telegram~7', at: systemClock.now() });
  });

const exported = async (storeUrl: string): Promise<string> => {
  const output = new PassThrough();
  const all = text(output);
  await useExport({ storeUrl }, { output, logTo: new PassThrough() });
  output.end();
  return all;
};

const imported = async (lines: string, storeUrl: string): Promise<readonly string[]> => {
  const file = join(folder, 'backup.jsonl');
  writeFileSync(file, lines);
  const said: string[] = [];
  await useBackup(file, { storeUrl }, { write: (line) => void said.push(line), logTo: new PassThrough() });
  return said;
};

/** The lines but the first, which has the time of the export, and the last, which hashes it. */
const recordsOf = (lines: string): readonly string[] => lines.trim().split('\n').slice(1, -1).sort();

/** As somebody writes it who knows how: with the right counts and the right hash. */
const forged = (records: readonly object[], head: object = { backup: 'curbwatch', v: 1 }): string => {
  const body = `${[head, ...records].map((line) => JSON.stringify(line)).join('\n')}\n`;
  const counts: Record<string, number> = {};
  for (const record of records as { kind: string }[]) counts[record.kind] = (counts[record.kind] ?? 0) + 1;
  const sha256 = createHash('sha256').update(body).digest('hex');
  return `${body}${JSON.stringify({ end: true, counts, sha256 })}\n`;
};

test('what was exported and imported is the same in the other store', async () => {
  await fill(sqlite('a'));
  const backup = await exported(sqlite('a'));
  expect(await imported(backup, sqlite('b'))).toEqual([
    '3 subscriptions',
    '1 feedStates',
    '1 broadcasts',
    '1 deferred',
    '2 incidents',
    '3 sentMessages',
    '1 objections',
    'Written, read back, and the same as in the backup.',
  ]);
  expect(recordsOf(await exported(sqlite('b')))).toEqual(recordsOf(backup));
  expect(recordsOf(backup)).toHaveLength(12);
});

describe('between stores of different kinds', () => {
  const servers: TestServer[] = [];
  afterAll(async () => {
    for (const server of servers) await server.stop();
  });
  const around = async (start: () => Promise<TestServer>): Promise<void> => {
    const server = await start();
    servers.push(server);
    await fill(sqlite('a'));
    const backup = await exported(sqlite('a'));
    await imported(backup, server.url);
    const moved = await exported(server.url);
    await imported(moved, sqlite('c'));
    expect(recordsOf(moved)).toEqual(recordsOf(backup));
    expect(recordsOf(await exported(sqlite('c')))).toEqual(recordsOf(backup));
  };

  (redisMissing === undefined ? test : test.skip)(
    'nothing is lost from SQLite to Redis and back',
    () => around(() => startRedis()),
    60_000,
  );
  (postgresMissing === undefined ? test : test.skip)(
    'nothing is lost from SQLite to Postgres and back',
    () => around(startPostgres),
    60_000,
  );
});

test('a running bot can be exported, and nothing is imported over it', async () => {
  await fill(sqlite('a'));
  const backup = await exported(sqlite('a'));
  await withStore(sqlite('b'), async (running) => {
    await running.lease.acquire(0);
    await running.subscriptions.save(aSubscription(telegram('1')));
    expect(recordsOf(await exported(sqlite('b')))).toHaveLength(1);
    await expect(imported(backup, sqlite('b'))).rejects.toThrow(
      /another Curbwatch writes here: host .*, pid/,
    );
    expect(await listOf(running.subscriptions.all())).toHaveLength(1);
  });
});

test('nothing is imported over what a store holds', async () => {
  await fill(sqlite('a'));
  const backup = await exported(sqlite('a'));
  await expect(imported(backup, sqlite('a'))).rejects.toThrow('holds subscriptions or incidents already');
});

test('every version of the file and of its records that was released is read, and is the same', async () => {
  const lines = readFileSync(VERSION_1, 'utf8');
  await imported(lines, sqlite('b'));
  expect(recordsOf(await exported(sqlite('b')))).toEqual(recordsOf(lines));
});

describe('a backup that cannot be trusted is refused with line and cure, and nothing is written:', () => {
  const refused = async (change: (lines: string) => string): Promise<string> => {
    await fill(sqlite('a'));
    const lines = change(await exported(sqlite('a')));
    const fault = await imported(lines, sqlite('b')).catch((error: Error) => error);
    expect(fault).toBeInstanceOf(Error);
    await withStore(sqlite('b'), async (store) => {
      expect(await listOf(store.incidents.all())).toEqual([]);
    });
    return (fault as Error).message;
  };
  const subscription = { kind: 'subscriptions', record: aSubscription(telegram('1')) };

  test.each<[string, (lines: string) => string, RegExp]>([
    ['cut off', (lines) => `${lines.trim().split('\n').slice(0, -1).join('\n')}\n`, /:13 .*cut off/],
    ['cut within a line', (lines) => lines.slice(0, -40), /:14 .*no JSON/],
    ['changed', (lines) => lines.replace('"zone":"UTC"', '"zone":"CET"'), /hash is another/],
    ['another file', () => '{"id":1}\n', /:1 .*no backup of Curbwatch/],
    ['empty', () => '', /:1 /],
    [
      'of a later version',
      () => forged([], { backup: 'curbwatch', v: 2 }),
      /version 2, this Curbwatch reads 1/,
    ],
    [
      'with a record of a later version',
      () => forged([{ ...subscription, record: { ...subscription.record, v: 9 } }]),
      /:2 .*version 9/,
    ],
    ['with a record of no kind', () => forged([{ kind: '__proto__', record: {} }]), /:2 .*unknown kind/],
    [
      'with a record that is none',
      () => forged([{ kind: 'incidents', record: { v: 1, id: 'i' } }]),
      /:2 .*without a usable "revision"/,
    ],
    [
      'with a count too many',
      (lines) =>
        forged(
          lines
            .trim()
            .split('\n')
            .slice(1, -1)
            .map((line) => JSON.parse(line)),
        ).replace('"incidents":2', '"incidents":3'),
      /count of incidents/,
    ],
  ])('%s', async (_, change, message) => {
    expect(await refused(change)).toMatch(message);
  });
});
