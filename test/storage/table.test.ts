import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from '@jest/globals';
import Database from 'libsql';
import { openTable } from '../../src/storage/open.ts';
import { networkDrive, openSqlite } from '../../src/storage/open-sqlite.ts';
import { createTestClock, createTestLogger, listOf, START } from '../support/store-fixtures.ts';

const folder = mkdtempSync(join(tmpdir(), 'curbwatch-table-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

interface Thing {
  readonly v: 1;
  readonly until: number;
}

let files = 0;
const openFile = async () => {
  files += 1;
  const path = join(folder, `${files}.sqlite`);
  const clock = createTestClock();
  const backend = await openSqlite(path, clock, createTestLogger());
  return { path, clock, backend };
};

const countRows = (path: string): unknown => {
  const db = new Database(path);
  const row = db.prepare('SELECT count(*) AS rows FROM things').get() as { rows: number };
  db.close();
  return row.rows;
};

describe('a table on SQLite', () => {
  test('gives an expired record by no means, and sweeps it at the next opening', async () => {
    const { path, clock, backend } = await openFile();
    const options = { expiresAt: ({ until }: Thing) => until };
    const table = await openTable<Thing>(backend, 'things', clock, options);
    await table.setMany([
      ['short', { v: 1, until: START + 1000 }],
      ['long', { v: 1, until: START + 9000 }],
    ]);
    expect(await table.has('short')).toBe(true);
    clock.pass(1000);
    expect(await table.get('short')).toBeUndefined();
    expect(await table.getMany(['short', 'long'])).toEqual([undefined, { v: 1, until: START + 9000 }]);
    expect(await table.has('short')).toBe(false);
    expect(await listOf(table.keys())).toEqual(['long']);
    expect(countRows(path)).toBe(2);
    await openTable<Thing>(backend, 'things', clock, options);
    expect(countRows(path)).toBe(1);
    await backend.close();
  });

  test('sweeps what has expired while it is written to', async () => {
    const { path, clock, backend } = await openFile();
    const table = await openTable<Thing>(backend, 'things', clock, { expiresAt: ({ until }) => until });
    await table.set('short', { v: 1, until: START + 1000 });
    clock.pass(1000);
    await table.setMany(
      Array.from({ length: 1000 }, (_, number) => [`k${number}`, { v: 1, until: START + 9000 }] as const),
    );
    expect(countRows(path)).toBe(1000);
    await backend.close();
  });

  test('writes many records all or none', async () => {
    const { clock, backend } = await openFile();
    const table = await openTable<{ v: 1; n: unknown }>(backend, 'things', clock);
    await table.set('a', { v: 1, n: 0 });
    const rows = await backend.rows('things', { expiring: false });
    // The second value is no text: SQLite refuses it after the first was written.
    const refused = [
      { key: 'a', value: '{}' },
      { key: 'b', value: null as unknown as string },
    ];
    await expect(rows.adapter.setMany(refused)).rejects.toThrow(/NOT NULL/);
    expect(await table.get('a')).toEqual({ v: 1, n: 0 });
    await table.set('c', { v: 1, n: 1 });
    expect(await listOf(table.keys())).toEqual(['a', 'c']);
    await backend.close();
  });

  test('reads the range of a prefix and nothing beside it', async () => {
    const { clock, backend } = await openFile();
    const table = await openTable<{ v: 1 }>(backend, 'things', clock);
    const keys = ['a', 'a/', 'a/1', 'a/Z', 'a/z~', 'a0', 'A/1', 'b/1'];
    await table.setMany(keys.map((key) => [key, { v: 1 }] as const));
    expect(await listOf(table.keys('a/'))).toEqual(['a/', 'a/1', 'a/Z', 'a/z~']);
    await backend.close();
  });

  test('names the record that is no JSON, however it is read', async () => {
    const { path, clock, backend } = await openFile();
    const table = await openTable<{ v: 1 }>(backend, 'things', clock);
    const db = new Database(path);
    db.exec("INSERT INTO things (key, value) VALUES ('k', '{\"value\":')");
    db.close();
    for (const read of [() => table.get('k'), () => table.getMany(['k']), () => listOf(table.iterate())]) {
      await expect(read()).rejects.toMatchObject({
        name: 'StoreError',
        message: expect.stringContaining(`${path}: cannot read things: `),
      });
    }
    await backend.close();
  });

  test('refuses a record of a newer version, however it is read', async () => {
    const { clock, backend } = await openFile();
    const newer = await openTable<{ v: number }>(backend, 'things', clock);
    await newer.set('k', { v: 2 });
    const table = await openTable<{ v: 1 }>(backend, 'things', clock);
    for (const read of [() => table.get('k'), () => table.getMany(['k']), () => listOf(table.iterate())]) {
      await expect(read()).rejects.toThrow(/things k has version 2, this Curbwatch knows 1\. Run the newer/);
    }
    await backend.close();
  });

  test('shares its file between tables without mixing their keys', async () => {
    const { clock, backend } = await openFile();
    const one = await openTable<{ v: 1 }>(backend, 'chat', clock);
    const other = await openTable<{ v: 1 }>(backend, 'chats', clock);
    await one.set('k', { v: 1 });
    await other.delete('k');
    expect(await one.has('k')).toBe(true);
    expect(await listOf(other.keys())).toEqual([]);
    await backend.close();
  });
});

test('the file systems on which locks cannot be trusted are known by number', () => {
  expect([0x6969, 0xff534d42, 0xef53].map(networkDrive)).toEqual(['NFS', 'CIFS', undefined]);
});
