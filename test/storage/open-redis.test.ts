import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { StoreOptions } from '../../src/storage/open.ts';
import { openStore } from '../../src/storage/open.ts';
import { describeStore } from '../contracts/store.contract.ts';
import { redisMissing, startRedis, type TestServer } from '../support/redis-server.ts';
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
  describe.skip(`a store on Redis (${redisMissing})`, () => {
    test('is tried where it is installed', () => expect(redisMissing).toBeUndefined());
  });
} else {
  let server: TestServer;

  beforeAll(async () => {
    server = await startRedis();
  }, 30_000);
  afterAll(() => server.stop());

  describeStore('Redis', async () => {
    const url = await server.freshDatabase();
    return { open: (opened) => openStore(url, opened), lasts: true };
  });

  describe('a Redis that would lose records', () => {
    test.each([
      ['keeps nothing on disk', ['--appendonly', 'no'], /appendonly yes/],
      ['evicts', ['--appendonly', 'yes', '--maxmemory-policy', 'allkeys-lru'], /maxmemory-policy noeviction/],
    ])('is refused with the cure when it %s', async (_, settings, cure) => {
      const careless = await startRedis(settings);
      try {
        await expect(openStore(careless.url, options())).rejects.toMatchObject({
          name: 'StoreError',
          message: expect.stringMatching(cure),
        });
      } finally {
        await careless.stop();
      }
    });
  });

  describe('a Redis that goes away', () => {
    test('makes every question and every write reject, soon', async () => {
      const mortal = await startRedis();
      const store = await openStore(mortal.url, options());
      await store.feedStates.set(aFeedState('f'));
      await mortal.stop();
      for (const ask of [
        () => store.feedStates.get('f'),
        () => store.seenEntries.get('f', ['k']),
        () => store.incidents.save([anIncident('i')]),
        () => listOf(store.incidents.all()),
        () => store.lease.acquire(0),
      ]) {
        await expect(ask()).rejects.toMatchObject({ name: 'StoreError' });
      }
      await store.close();
    });

    test('is used again when it is back, with all that was written', async () => {
      const mortal = await startRedis();
      const store = await openStore(mortal.url, options());
      await store.feedStates.set(aFeedState('f'));
      await mortal.restart();
      let found = await store.feedStates.all().catch(() => undefined);
      for (let tries = 0; found === undefined && tries < 100; tries += 1) {
        await sleep(50);
        found = await store.feedStates.all().catch(() => undefined);
      }
      expect(found).toEqual([aFeedState('f')]);
      await store.close();
      await mortal.stop();
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
