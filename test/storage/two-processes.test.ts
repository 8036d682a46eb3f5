import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from '@jest/globals';
import Database from 'libsql';
import { openStore, type StoreOptions } from '../../src/storage/open.ts';
import { startStoreChild } from '../support/store-child.ts';
import { anIncident, createTestClock, createTestLogger, listOf } from '../support/store-fixtures.ts';

const folder = mkdtempSync(join(tmpdir(), 'curbwatch-processes-'));
const clock = { ...createTestClock(), now: () => Date.now() };
const options: StoreOptions = {
  clock,
  logger: createTestLogger(),
  onLeaseLost: (error) => {
    throw error;
  },
};

afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('two processes on one SQLite file', () => {
  test('read what the other wrote, but only one holds the lease', async () => {
    const url = `sqlite://${folder}/shared.sqlite`;
    const store = await openStore(url, options);
    await store.incidents.save([anIncident('i')]);
    const release = await store.lease.acquire(0);
    const child = startStoreChild('hold', url);
    expect(await child.nextLine()).toMatch(
      new RegExp(`^${folder}/shared\\.sqlite: another Curbwatch writes here: host \\S+, pid ${process.pid},`),
    );
    await release();
    await store.close();
  }, 30_000);

  test('the second takes over at once when the first was killed', async () => {
    const url = `sqlite://${folder}/killed.sqlite`;
    const child = startStoreChild('hold', url);
    expect(await child.nextLine()).toBe('holding');
    const store = await openStore(url, options);
    await expect(store.lease.acquire(0)).rejects.toMatchObject({ name: 'StoreError' });
    await child.kill();
    await expect(store.lease.acquire(0)).resolves.toBeInstanceOf(Function);
    await store.close();
  }, 30_000);

  test.each([1, 2, 3])(
    'kill -9 in the middle of writing leaves a prefix of them (round %i)',
    async (round) => {
      const path = `${folder}/crash-${round}.sqlite`;
      const child = startStoreChild('write', `sqlite://${path}`);
      expect(await child.nextLine()).toBe('holding');
      let written = -1;
      while (written < 20 + 7 * round) written = Number(await child.nextLine());
      await child.kill();

      const db = new Database(path);
      expect(db.pragma('integrity_check')).toEqual([{ integrity_check: 'ok' }]);
      db.close();

      const store = await openStore(`sqlite://${path}`, options);
      const owed = (await listOf(store.outbox.broadcasts())).map(({ id }) => id);
      const incidents = (await listOf(store.incidents.all())).map(({ id }) => id);
      const seen = await store.seenEntries.get('f', incidents);
      await store.close();
      expect(incidents.length).toBeGreaterThan(written);
      expect(seen.size).toBeGreaterThan(written);
      // An incident is never there without all that is owed for it, nor a seen entry without its incident.
      expect(incidents.filter((id) => !owed.includes(`${id}/0000`) || !owed.includes(`${id}/0001`))).toEqual(
        [],
      );
      expect(owed.length % 2).toBe(0);
      expect(owed.length / 2 - incidents.length).toBeLessThanOrEqual(1);
      expect(incidents.length - seen.size).toBeLessThanOrEqual(1);
    },
    30_000,
  );
});
