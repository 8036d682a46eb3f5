import { setImmediate } from 'node:timers/promises';
import type Database from 'libsql';
import type { Clock } from '../domain/ports.ts';
import { type Adapter, endOfRange, justAfter, type Row, type Rows } from './rows.ts';

const PAGE = 256;
const SWEEP_EVERY_WRITES = 1000;
/** From so many keys on, one statement for all costs less than one for each. */
const MANY = 4;

type Sqlite = Database.Database;

// libsql's own `transaction` rolls back what SQLite may have rolled back itself (disk full), and so hides the cause.
const inTransaction = (db: Sqlite, work: () => void): void => {
  db.exec('BEGIN IMMEDIATE');
  try {
    work();
    db.exec('COMMIT');
  } catch (error) {
    if (db.inTransaction) db.exec('ROLLBACK');
    throw error;
  }
};

// A statement of libsql goes on answering after its database was closed.
const assertOpen = (db: Sqlite): void => {
  if (!db.open) throw new Error('the store is closed');
};

/**
 * A keyv storage adapter over one table of a SQLite file: `key`, `value`, `expires` (milliseconds since 1970, or null).
 * Expired rows are never given, and are swept at opening and every 1,000 writes.
 */
export const createSqliteRows = (db: Sqlite, name: string, clock: Clock): Rows => {
  db.exec(`CREATE TABLE IF NOT EXISTS ${name} (key TEXT PRIMARY KEY, value TEXT NOT NULL, expires INTEGER);
    CREATE INDEX IF NOT EXISTS ${name}_expires ON ${name} (expires) WHERE expires IS NOT NULL`);
  const alive = '(expires IS NULL OR expires > ?)';
  const one = db.prepare(`SELECT value FROM ${name} WHERE key = ? AND ${alive}`);
  const several = db.prepare(
    `SELECT ${name}.key, ${name}.value FROM json_each(?) AS asked JOIN ${name} ON ${name}.key = asked.value
      WHERE ${alive}`,
  );
  const page = db.prepare(
    `SELECT key, value FROM ${name} WHERE key >= ? AND key < ? AND ${alive} ORDER BY key LIMIT ${PAGE}`,
  );
  const upsert = db.prepare(`INSERT INTO ${name} (key, value, expires) VALUES (?, ?, ?)
    ON CONFLICT (key) DO UPDATE SET value = excluded.value, expires = excluded.expires`);
  const remove = db.prepare(`DELETE FROM ${name} WHERE key = ?`);
  const sweep = db.prepare(`DELETE FROM ${name} WHERE expires <= ?`);
  const insertNew = db.prepare(`INSERT OR IGNORE INTO ${name} (key, value) VALUES (?, ?)`);
  const replace = db.prepare(`UPDATE ${name} SET value = ? WHERE key = ? AND value = ?`);
  const removeIf = db.prepare(`DELETE FROM ${name} WHERE key = ? AND value = ?`);
  let writes = 0;
  sweep.run(clock.now());

  const read = (key: string): string | undefined =>
    (one.get(key, clock.now()) as { value: string } | undefined)?.value;
  const readMany = (keys: readonly string[]): (string | undefined)[] => {
    if (keys.length < MANY) return keys.map(read);
    const rows = several.all(JSON.stringify(keys), clock.now()) as { key: string; value: string }[];
    const found = new Map(rows.map(({ key, value }) => [key, value]));
    return keys.map((key) => found.get(key));
  };
  const write = ({ key, value, ttl }: Row): void => {
    upsert.run(key, value, ttl === undefined ? null : clock.now() + ttl);
    writes += 1;
    if (writes % SWEEP_EVERY_WRITES === 0) sweep.run(clock.now());
  };
  const swapNow = (key: string, expected: string | undefined, next: string | undefined): number => {
    if (expected === undefined) return next === undefined ? 0 : insertNew.run(key, next).changes;
    return (next === undefined ? removeIf.run(key, expected) : replace.run(next, key, expected)).changes;
  };
  const answer = async <T>(work: () => T): Promise<T> => {
    assertOpen(db);
    return work();
  };
  const removeAll = (keys: readonly string[]): boolean => {
    let removed = 0;
    inTransaction(db, () => {
      for (const key of keys) removed += remove.run(key).changes;
    });
    return removed > 0;
  };

  const adapter: Adapter = {
    get: (key) => answer(() => read(key)),
    getMany: (keys) => answer(() => readMany(keys)),
    has: (key) => answer(() => read(key) !== undefined),
    set: (key, value, ttl) => answer(() => write(ttl === undefined ? { key, value } : { key, value, ttl })),
    // One statement is a transaction by itself.
    setMany: (rows) =>
      answer(() => (rows.length === 1 ? rows.forEach(write) : inTransaction(db, () => rows.forEach(write)))),
    delete: (key) => answer(() => remove.run(key).changes > 0),
    deleteMany: (keys) => answer(() => removeAll(keys)),
    clear: () => answer(() => db.exec(`DELETE FROM ${name}`)).then(() => undefined),
  };

  async function* range(prefix: string): AsyncGenerator<readonly (readonly [string, string])[]> {
    let from = prefix;
    for (;;) {
      assertOpen(db);
      const rows = page.all(from, endOfRange(prefix), clock.now()) as { key: string; value: string }[];
      yield rows.map(({ key, value }) => [key, value] as const);
      const last = rows[PAGE - 1];
      if (last === undefined) return;
      from = justAfter(last.key);
      await setImmediate();
    }
  }

  return { adapter, range, swap: (key, expected, next) => answer(() => swapNow(key, expected, next) > 0) };
};
