import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { DAY } from '../../src/domain/instant.ts';
import type { StoreOptions } from '../../src/storage/open.ts';
import { openStore } from '../../src/storage/open.ts';
import { describeStore } from '../contracts/store.contract.ts';
import { postgresMissing, queryPostgres, startPostgres } from '../support/postgres-server.ts';
import type { TestServer } from '../support/redis-server.ts';
import {
  aFeedState,
  anIncident,
  aSeenEntry,
  createTestClock,
  createTestLogger,
  listOf,
  START,
} from '../support/store-fixtures.ts';

const options = (): StoreOptions => ({
  clock: createTestClock(),
  logger: createTestLogger(),
  onLeaseLost: (error) => {
    throw error;
  },
});

if (postgresMissing !== undefined) {
  // jest prints nothing of a file that is skipped whole.
  process.stderr.write(`skipped: the store on Postgres: ${postgresMissing}\n`);
  describe.skip(`a store on Postgres (${postgresMissing})`, () => {
    test('is tried where it is installed', () => expect(postgresMissing).toBeUndefined());
  });
} else {
  let server: TestServer;

  beforeAll(async () => {
    server = await startPostgres();
  }, 60_000);
  afterAll(() => server.stop());

  describeStore('Postgres', async () => {
    const url = await server.freshDatabase();
    return { open: (opened) => openStore(url, opened), lasts: true };
  });

  describe('a Postgres that goes away', () => {
    test('makes every question and every write reject, soon, and is heard of in the log', async () => {
      const mortal = await startPostgres();
      const logger = createTestLogger();
      const store = await openStore(mortal.url, { ...options(), logger });
      try {
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
        expect(logger.lines.join('\n')).toContain('store.connection-lost');
      } finally {
        await store.close();
        await mortal.stop();
      }
    }, 60_000);

    test('cannot be opened, and the password is not told', async () => {
      const url = 'postgres://user:hunter2@127.0.0.1:1/curbwatch';
      const error: Error = await openStore(url, options()).then(
        () => new Error('opened'),
        (reason) => reason,
      );
      expect(error.name).toBe('StoreError');
      expect(error.message).toMatch(
        /postgres:\/\/127\.0\.0\.1:1\/curbwatch.*ECONNREFUSED.*See that the server/,
      );
      expect(error.message).not.toContain('hunter2');
    });
  });

  test('what has expired is swept at the next opening, which the adapter itself never does', async () => {
    const url = await server.freshDatabase();
    const first = await openStore(url, { ...options(), keepSeen: DAY });
    await first.seenEntries.add([aSeenEntry('f', 'old', START - 2 * DAY), aSeenEntry('f', 'new', START)]);
    await first.close();
    const count = (): string => queryPostgres(url, 'SELECT count(*) FROM curbwatch_seen_entries');
    expect(count()).toBe('2');
    const second = await openStore(url, { ...options(), keepSeen: DAY });
    expect(count()).toBe('1');
    expect([...(await second.seenEntries.get('f', ['old', 'new'])).keys()]).toEqual(['new']);
    await second.close();
  });

  test('a database that is not there is named with the cure', async () => {
    const url = server.url.replace(/[^/]*$/, 'nowhere');
    await expect(openStore(url, options())).rejects.toMatchObject({
      name: 'StoreError',
      message: expect.stringMatching(/nowhere.*Create the database/),
    });
  });
}
