import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from '@jest/globals';
import type { Store } from '../../src/domain/ports.ts';
import { openStore, openStoreOn, openTable, type StoreOptions } from '../../src/storage/open.ts';
import type { Table } from '../../src/storage/table.ts';
import { createFailingBackend } from '../support/failing-backend.ts';
import {
  aBroadcast,
  aDeferredDelivery,
  aFeedState,
  anIncident,
  aSeenEntry,
  aSentMessage,
  aSubscription,
  createTestClock,
  createTestLogger,
  listOf,
  telegram,
} from '../support/store-fixtures.ts';

const folder = mkdtempSync(join(tmpdir(), 'curbwatch-open-'));
const options: StoreOptions = {
  clock: createTestClock(),
  logger: createTestLogger(),
  onLeaseLost: (error) => {
    throw error;
  },
};

afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('a table on a failing backend', () => {
  const operations: readonly (readonly [string, (table: Table<{ v: 1 }>) => Promise<unknown>])[] = [
    ['get', (table) => table.get('k')],
    ['getMany', (table) => table.getMany(['k', 'l'])],
    ['has', (table) => table.has('k')],
    ['set', (table) => table.set('k', { v: 1 })],
    ['setMany', (table) => table.setMany([['k', { v: 1 }]])],
    ['delete', (table) => table.delete('k')],
    ['deleteMany', (table) => table.deleteMany(['k'])],
    ['iterate', (table) => listOf(table.iterate())],
    ['keys', (table) => listOf(table.keys())],
  ];

  test.each(operations)('rejects %s', async (_, operation) => {
    for (const expiry of [{}, { expiresAt: () => 0 }]) {
      const table = await openTable<{ v: 1 }>(createFailingBackend(), 'things', options.clock, expiry);
      await expect(operation(table)).rejects.toMatchObject({
        name: 'StoreError',
        message: expect.stringMatching(/^failing:\/\/: cannot \w+ things: disk on fire\. /),
      });
    }
  });
});

describe('a store on a failing backend', () => {
  const operations: readonly (readonly [string, (store: Store) => Promise<unknown>])[] = [
    ['feedStates.get', (store) => store.feedStates.get('f')],
    ['feedStates.all', (store) => store.feedStates.all()],
    ['feedStates.set', (store) => store.feedStates.set(aFeedState('f'))],
    ['seenEntries.get', (store) => store.seenEntries.get('f', ['k'])],
    ['seenEntries.add', (store) => store.seenEntries.add([aSeenEntry('f', 'k')])],
    ['incidents.all', (store) => listOf(store.incidents.all())],
    ['incidents.get', (store) => store.incidents.get('i')],
    ['incidents.save', (store) => store.incidents.save([anIncident('i')])],
    ['subscriptions.all', (store) => listOf(store.subscriptions.all())],
    ['subscriptions.get', (store) => store.subscriptions.get(telegram('1'))],
    ['subscriptions.save', (store) => store.subscriptions.save(aSubscription(telegram('1')))],
    ['subscriptions.delete', (store) => store.subscriptions.delete(telegram('1'))],
    ['outbox.add', (store) => store.outbox.add([aBroadcast('b', [telegram('1')])])],
    ['outbox.broadcasts', (store) => listOf(store.outbox.broadcasts())],
    ['outbox.remove', (store) => store.outbox.remove(['b'])],
    ['outbox.defer', (store) => store.outbox.defer([aDeferredDelivery('d')])],
    ['outbox.deferred', (store) => listOf(store.outbox.deferred())],
    ['outbox.settle', (store) => store.outbox.settle(['d'])],
    ['sentMessages.get', (store) => store.sentMessages.get('i', [telegram('1')])],
    ['sentMessages.toldOf', (store) => store.sentMessages.toldOf('i')],
    ['sentMessages.add', (store) => store.sentMessages.add([aSentMessage('i', telegram('1'))])],
    ['sentMessages.forget', (store) => store.sentMessages.forget(telegram('1'))],
    ['lease.acquire', (store) => store.lease.acquire(0)],
  ];

  test.each(operations)('rejects %s', async (_, operation) => {
    const store = await openStoreOn(createFailingBackend(), options);
    await expect(operation(store)).rejects.toMatchObject({ name: 'StoreError' });
  });
});

describe('openStore', () => {
  test('makes the folder of a new file', async () => {
    const store = await openStore(`sqlite://${folder}/a/b/c.sqlite`, options);
    await store.close();
    expect(existsSync(join(folder, 'a/b/c.sqlite'))).toBe(true);
  });

  test('says which file is no store, and the cure', async () => {
    const path = join(folder, 'notes.txt');
    writeFileSync(path, 'Dear diary, '.repeat(1000));
    await expect(openStore(`sqlite://${path}`, options)).rejects.toMatchObject({
      name: 'StoreError',
      message: `${path}: cannot open the store: SQLITE_NOTADB: file is not a database. Restore the file from a backup, or move it away to start empty.`,
    });
  });

  test('says which path cannot be opened, and the cure', async () => {
    const path = join(folder, 'folder.sqlite');
    mkdirSync(path);
    const below = join(folder, 'file');
    writeFileSync(below, '');
    for (const wrong of [path, `${below}/store.sqlite`]) {
      await expect(openStore(`sqlite://${wrong}`, options)).rejects.toMatchObject({
        name: 'StoreError',
        message: expect.stringMatching(
          new RegExp(`^${wrong}: cannot open the store: .*Point STORE_URL at a file in a folder that can be`),
        ),
      });
    }
  });

  test.each([
    '',
    'data/curbwatch.sqlite',
    'sqlite://',
    'mysql://user:hunter2@host/db',
    'redis//host',
    'postgres://:x',
  ])('refuses the address "%s" with the ones it knows, and quotes none of it', async (url) => {
    const error: Error = await openStore(url, options).then(
      () => new Error('opened'),
      (reason) => reason,
    );
    expect(error.message).toMatch(/^STORE_URL cannot be read\. Write sqlite:/);
    expect(error.cause).toBeUndefined();
  });
});

describe('a folder that the system forbids', () => {
  const onLinux = process.platform === 'linux' ? test : test.skip;

  onLinux('is told at once', async () => {
    await expect(openStore('sqlite:///proc/nope/x.sqlite', options)).rejects.toMatchObject({
      name: 'StoreError',
      message: expect.stringContaining('/proc/nope/x.sqlite'),
    });
  });
});
