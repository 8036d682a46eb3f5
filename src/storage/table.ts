import type { Instant } from '../domain/instant.ts';
import type { Clock } from '../domain/ports.ts';
import { gatherReads } from './gather-reads.ts';
import { migrate, type Shape } from './migrate.ts';
import type { Rows } from './rows.ts';
import { storeFault } from './store-fault.ts';

/** The part of a Keyv instance that a table uses. */
export interface KeyValue {
  get(key: string): Promise<unknown>;
  getMany(keys: string[]): Promise<unknown[]>;
  has(key: string): Promise<boolean>;
  set(key: string, value: unknown, ttl?: number): Promise<boolean>;
  setMany(entries: { key: string; value: unknown; ttl?: number }[]): Promise<unknown>;
  delete(key: string): Promise<boolean>;
  deleteMany(keys: string[]): Promise<boolean>;
}

/** Records of one kind by key. Everything rejects with StoreError when the store cannot answer. */
export interface Table<T> {
  get(key: string): Promise<T | undefined>;
  /** Answers in the order asked. */
  getMany(keys: readonly string[]): Promise<(T | undefined)[]>;
  has(key: string): Promise<boolean>;
  set(key: string, record: T): Promise<void>;
  /** All or none; the last of two records with one key wins. */
  setMany(entries: Iterable<readonly [key: string, record: T]>): Promise<void>;
  /** True if there was one. */
  delete(key: string): Promise<boolean>;
  /** All or none. */
  deleteMany(keys: readonly string[]): Promise<void>;
  /** In key order. */
  iterate(prefix?: string): AsyncIterable<T>;
  /** In key order, without reading the records. */
  keys(prefix?: string): AsyncIterable<string>;
}

export interface TableParts<T> {
  /** `incidents`: the kind of record, for messages. */
  readonly name: string;
  readonly where: string;
  readonly keyv: KeyValue;
  readonly range: Rows['range'];
  /** Reads the record out of a row's text, as keyv does. */
  readonly decode: (text: string) => unknown;
  readonly shape: Shape;
  readonly clock: Clock;
  /** From when on a record counts as gone. The backend sweeps it at some later time. */
  readonly expiresAt?: (record: T) => Instant;
}

/** SQLite answers on our thread: so many keys at a time, so that timers and sockets get their turn. */
const READ_TOGETHER = 1000;

export const createTable = <T>(parts: TableParts<T>): Table<T> => {
  const { name, where, keyv, clock, expiresAt } = parts;
  const readOne = gatherReads(keyv, READ_TOGETHER);

  const guard = async <R>(doing: string, work: () => Promise<R>): Promise<R> => {
    try {
      return await work();
    } catch (error) {
      throw storeFault(where, `${doing} ${name}`, error);
    }
  };

  const revive = (key: string, value: unknown): T | undefined => {
    if (value === undefined || value === null) return undefined;
    // What is stored under `name` was written by this table as a T; `migrate` has seen to its version.
    const record = migrate(`${where}: ${name} ${key}`, value, parts.shape) as T;
    return expiresAt !== undefined && expiresAt(record) <= clock.now() ? undefined : record;
  };

  const readRow = (key: string, text: string): T | undefined => {
    try {
      return revive(key, parts.decode(text));
    } catch (error) {
      throw storeFault(where, `read ${name}`, error);
    }
  };

  // At least 1: keyv and Redis take 0 for "never".
  const ttlOf = (record: T): { ttl?: number } =>
    expiresAt === undefined ? {} : { ttl: Math.max(1, Math.ceil(expiresAt(record) - clock.now())) };

  const getMany = async (keys: readonly string[]): Promise<(T | undefined)[]> => {
    const [only] = keys;
    if (only !== undefined && keys.length === 1) return [revive(only, await readOne(only))];
    const found: (T | undefined)[] = [];
    for (let from = 0; from < keys.length; from += READ_TOGETHER) {
      const some = keys.slice(from, from + READ_TOGETHER);
      const values = await keyv.getMany(some);
      found.push(...some.map((key, index) => revive(key, values[index])));
    }
    return found;
  };

  // Postgres refuses one key twice in one statement.
  const setMany = async (entries: Iterable<readonly [string, T]>): Promise<void> => {
    const rows = [...new Map(entries)].map(([key, value]) => ({ key, value, ...ttlOf(value) }));
    if (rows.length > 0) await keyv.setMany(rows);
  };

  async function* pages(prefix: string): AsyncGenerator<readonly (readonly [string, string])[]> {
    try {
      yield* parts.range(prefix);
    } catch (error) {
      throw storeFault(where, `read ${name}`, error);
    }
  }

  return {
    get: (key) => guard('read', async () => revive(key, await readOne(key))),
    getMany: (keys) => guard('read', () => getMany(keys)),
    has: (key) =>
      guard('read', async () =>
        expiresAt === undefined ? await keyv.has(key) : revive(key, await readOne(key)) !== undefined,
      ),
    set: (key, record) =>
      guard('write', async () => {
        if (!(await keyv.set(key, record, ttlOf(record).ttl)))
          throw new Error('the store refused the record');
      }),
    setMany: (entries) => guard('write', () => setMany(entries)),
    delete: (key) => guard('delete', () => keyv.delete(key)),
    deleteMany: (keys) =>
      guard('delete', async () => {
        if (keys.length > 0) await keyv.deleteMany([...keys]);
      }),
    async *iterate(prefix = '') {
      for await (const page of pages(prefix)) {
        for (const [key, text] of page) {
          const record = readRow(key, text);
          if (record !== undefined) yield record;
        }
      }
    },
    async *keys(prefix = '') {
      for await (const page of pages(prefix)) yield* page.map(([key]) => key);
    },
  };
};
