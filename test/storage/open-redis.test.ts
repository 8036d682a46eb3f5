import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Store } from '../../src/domain/ports.ts';
import type { StoreOptions } from '../../src/storage/open.ts';
import { openStore } from '../../src/storage/open.ts';
import { describeStore } from '../contracts/store.contract.ts';
import { redisMissing, startRedis, type TestRedis } from '../support/redis-server.ts';
import {
  aFeedState,
  anIncident,
  createTestClock,
  createTestLogger,
  listOf,
} from '../support/store-fixtures.ts';

const options = (): StoreOptions => ({
  clock: createTestClock(),
  logger: createTestLogger(),
  onLeaseLost: (error) => {
    throw error;
  },
});

if (redisMissing !== undefined) {
  // jest prints nothing of a file that is skipped whole.
  process.stderr.write(`skipped: the store on Redis: ${redisMissing}\n`);
  describe.skip(`a store on Redis (${redisMissing})`, () => {
    test('is tried where it is installed', () => expect(redisMissing).toBeUndefined());
  });
} else {
  let server: TestRedis;

  beforeAll(async () => {
    server = await startRedis();
  }, 30_000);
  afterAll(() => server.stop());

  describeStore('Redis', async () => {
    const url = await server.freshDatabase();
    return { open: (opened) => openStore(url, opened), lasts: true };
  });

  /** A server of its own for one test, gone after it whatever happens. */
  const withRedis = async (
    settings: readonly string[],
    work: (redis: TestRedis) => Promise<void>,
  ): Promise<void> => {
    const redis = await startRedis(settings);
    try {
      await work(redis);
    } finally {
      await redis.stop();
    }
  };

  const withStore = async (url: string, work: (store: Store) => Promise<void>): Promise<void> => {
    const store = await openStore(url, options());
    try {
      await work(store);
    } finally {
      await store.close();
    }
  };

  describe('a Redis that would lose records', () => {
    test.each([
      ['keeps nothing on disk', ['--appendonly', 'no'], /appendonly yes/],
      ['evicts', ['--appendonly', 'yes', '--maxmemory-policy', 'allkeys-lru'], /maxmemory-policy noeviction/],
    ])('is refused with the cure when it %s', async (_, settings, cure) => {
      await withRedis(settings, async ({ url }) => {
        await expect(openStore(url, options())).rejects.toMatchObject({
          name: 'StoreError',
          message: expect.stringMatching(cure),
        });
      });
    });
  });

  describe('a Redis that goes away', () => {
    test('makes every question and every write reject, soon', async () => {
      await withRedis(['--appendonly', 'yes'], (redis) =>
        withStore(redis.url, async (store) => {
          await store.feedStates.set(aFeedState('f'));
          await redis.stop();
          for (const ask of [
            () => store.feedStates.get('f'),
            () => store.seenEntries.get('f', ['k']),
            () => store.incidents.save([anIncident('i')]),
            () => listOf(store.incidents.all()),
            () => store.lease.acquire(0),
          ]) {
            await expect(ask()).rejects.toMatchObject({ name: 'StoreError' });
          }
        }),
      );
    });

    test('is used again when it is back, with all that was written', async () => {
      // Synced at each write: with the usual `everysec` a kill may take what waits for a slow disk.
      const settings = ['--appendonly', 'yes', '--appendfsync', 'always'];
      const allOf = (store: Store) => store.feedStates.all().catch(() => undefined);
      await withRedis(settings, (redis) =>
        withStore(redis.url, async (store) => {
          await store.feedStates.set(aFeedState('f'));
          await redis.restart();
          let found = await allOf(store);
          for (let tries = 0; found === undefined && tries < 100; tries += 1) {
            await sleep(50);
            found = await allOf(store);
          }
          expect(found).toEqual([aFeedState('f')]);
        }),
      );
    }, 20_000);

    test('cannot be opened, and the password is not told', async () => {
      const url = 'redis://user:hunter2@127.0.0.1:1';
      const error: Error = await openStore(url, options()).then(
        () => new Error('opened'),
        (reason) => reason,
      );
      expect(error.name).toBe('StoreError');
      expect(error.message).toMatch(/redis:\/\/127\.0\.0\.1:1.*ECONNREFUSED.*See that the server runs/);
      expect(error.message).not.toContain('hunter2');
    });
  });
}
