import Database from 'libsql';
import { openQueueServer } from '../../src/storage/queue/open-queue-server.ts';
import { queryPostgres } from './postgres-server.ts';
import { createTestLogger } from './store-fixtures.ts';

/** The rows of each table of a store, as texts. */
export type StoredRows = ReadonlyMap<string, readonly string[]>;

const fromSqlite = (file: string): StoredRows => {
  const database = new Database(file, { readonly: true });
  try {
    const tables = database.prepare("SELECT name FROM sqlite_master WHERE type = 'table'").all() as {
      name: string;
    }[];
    return new Map(
      tables.map(({ name }) => [
        name,
        database
          .prepare(`SELECT * FROM "${name}"`)
          .all()
          .map((row) => JSON.stringify(row)),
      ]),
    );
  } finally {
    database.close();
  }
};

const linesOf = (text: string): readonly string[] => text.split('\n').filter((line) => line !== '');

const fromPostgres = (url: string): StoredRows => {
  const tables = linesOf(queryPostgres(url, "SELECT tablename FROM pg_tables WHERE schemaname = 'public'"));
  return new Map(
    tables.map((table) => [
      table.replace('curbwatch_', ''),
      linesOf(queryPostgres(url, `SELECT row_to_json(one) FROM "${table}" one`)),
    ]),
  );
};

/** Rows are `curbwatch-TABLE::KEY`. */
const fromRedis = async (url: string): Promise<StoredRows> => {
  const server = await openQueueServer(url, createTestLogger());
  const rows = new Map<string, string[]>();
  for (const key of await server.redis.keys('curbwatch-*::*')) {
    const table = key.slice('curbwatch-'.length, key.indexOf('::'));
    rows.set(table, [...(rows.get(table) ?? []), `${key} ${await server.redis.get(key)}`]);
  }
  await server.close();
  return rows;
};

/** Read from the server or the file itself, past our own store. */
export const readStoredRows = async (storeUrl: string): Promise<StoredRows> => {
  if (storeUrl.startsWith('redis:')) return fromRedis(storeUrl);
  if (storeUrl.startsWith('postgres:')) return fromPostgres(storeUrl);
  return fromSqlite(storeUrl.replace('sqlite://', ''));
};
