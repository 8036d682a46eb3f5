import { randomUUID } from 'node:crypto';
import KeyvPostgres from '@keyv/postgres';
import type { Logger } from '../domain/ports.ts';
import type { Backend, Rows, RowsUse } from './rows.ts';
import { endOfRange, justAfter } from './rows.ts';
import { withoutSecrets } from './store-fault.ts';

const CONNECT_MS = 5000;
const QUERY_MS = 10_000;
const PAGE = 500;
const SWEEP_EVERY_WRITES = 10_000;
/** The longest key: a destination's or a hash's is far below. */
const KEY_SIZE = 512;

/** The part of node-postgres's pool that we use. */
interface Pool {
  on(event: 'error', listener: (error: Error) => void): unknown;
  end(): Promise<void>;
}

/** The adapter's pools, caught as they are made. */
interface Pools {
  readonly log: (this: Pool) => void;
  end(): Promise<void>;
}

/**
 * The adapter keeps its pool to itself and listens to none of its errors, so that a server that drops an idle connection
 * would end our process. node-postgres calls the option `log` as a method of the pool, before its first connection.
 * The drop is told and no more: the pool has removed the connection, and the next query opens another.
 */
const catchPools = (where: string, logger: Logger): Pools => {
  const pools = new Set<Pool>();
  return {
    log() {
      if (pools.has(this)) return;
      pools.add(this);
      this.on('error', ({ message }) => logger.warn('store.connection-lost', { where, message }));
    },
    end: async () => {
      const all = [...pools];
      pools.clear();
      await Promise.all(all.map((pool) => pool.end()));
    },
  };
};

/** A fault of making the table is told as an event, and the adapter goes on without it. */
const createAdapter = async (table: string, uri: string, pools: Pools): Promise<KeyvPostgres> => {
  const options = {
    uri,
    table,
    keySize: KEY_SIZE,
    max: 4,
    connectionTimeoutMillis: CONNECT_MS,
    query_timeout: QUERY_MS,
    log: pools.log,
  };
  const keyv = new KeyvPostgres(options);
  const faults: unknown[] = [];
  keyv.on('error', (error) => faults.push(error));
  await keyv.query('SELECT 1');
  if (faults.length > 0) throw faults[0];
  return keyv;
};

const orderByBytes = async (keyv: KeyvPostgres, table: string): Promise<void> => {
  const [column] = await keyv.query(
    `SELECT collation_name FROM information_schema.columns
      WHERE table_schema = 'public' AND table_name = $1 AND column_name = 'key'`,
    [table],
  );
  if (column?.collation_name === 'C') return;
  await keyv.query(`ALTER TABLE ${table} ALTER COLUMN key TYPE VARCHAR(${KEY_SIZE}) COLLATE "C"`);
};

/**
 * Rows of one kind: the table `curbwatch_NAME`, made by the adapter with the database's own collation, in which neither
 * the order nor a prefix is that of bytes.
 */
const createPostgresRows = async (keyv: KeyvPostgres, table: string, use: RowsUse): Promise<Rows> => {
  let writes = 0;

  // The adapter has no expiry; keyv writes it as the last member of the JSON text. No ->>: it refuses \u0000 in any text.
  const sweep = async (): Promise<void> => {
    if (!use.expiring) return;
    const expires = `substring(value, '"expires":([0-9]+)\\}$')::bigint`;
    await keyv.query(`DELETE FROM ${table} WHERE ${expires} <= extract(epoch from now()) * 1000`);
  };

  const sweepSometimes = async (written: number): Promise<void> => {
    writes += written;
    if (writes < SWEEP_EVERY_WRITES) return;
    writes = 0;
    await sweep();
  };

  await orderByBytes(keyv, table);
  await sweep();

  async function* range(prefix: string): AsyncGenerator<readonly (readonly [string, string])[]> {
    let from = prefix;
    for (;;) {
      const rows: { key: string; value: string }[] = await keyv.query(
        `SELECT key, value FROM ${table} WHERE key >= $1 AND key < $2 ORDER BY key LIMIT ${PAGE}`,
        [from, endOfRange(prefix)],
      );
      yield rows.map(({ key, value }) => [key, value] as const);
      const last = rows[PAGE - 1];
      if (last === undefined) return;
      from = justAfter(last.key);
    }
  }

  const swap: Rows['swap'] = async (key, expected, next) => {
    if (expected === undefined && next === undefined) return false;
    const insert = `INSERT INTO ${table} (key, value) VALUES ($1, $2) ON CONFLICT DO NOTHING RETURNING key`;
    if (expected === undefined) return (await keyv.query(insert, [key, next])).length > 0;
    const remove = `DELETE FROM ${table} WHERE key = $1 AND value = $2 RETURNING key`;
    if (next === undefined) return (await keyv.query(remove, [key, expected])).length > 0;
    const replace = `UPDATE ${table} SET value = $3 WHERE key = $1 AND value = $2 RETURNING key`;
    return (await keyv.query(replace, [key, expected, next])).length > 0;
  };

  return {
    adapter: {
      get: (key) => keyv.get(key),
      getMany: (keys) => keyv.getMany(keys),
      has: (key) => keyv.has(key),
      set: async (key, value) => {
        await keyv.set(key, value);
        await sweepSometimes(1);
      },
      setMany: async (rows) => {
        await keyv.setMany(rows);
        await sweepSometimes(rows.length);
      },
      delete: (key) => keyv.delete(key),
      deleteMany: (keys) => keyv.deleteMany(keys),
      clear: async () => {
        throw new Error('a Postgres store is never cleared');
      },
    },
    range,
    swap,
  };
};

/** Connects to `postgres://` or `postgresql://`. Rejects with StoreError. */
export const openPostgres = async (url: URL, logger: Logger): Promise<Backend> => {
  const where = withoutSecrets(url);
  const pools = catchPools(where, logger);
  // The adapter shares one pool among all that name the same address, and ends it for all: ours bears a name of its own.
  const address = new URL(url);
  address.searchParams.set('application_name', `curbwatch-${randomUUID()}`);
  return {
    where,
    rows: async (name, use) => {
      const table = `curbwatch_${name}`;
      return createPostgresRows(await createAdapter(table, address.href, pools), table, use);
    },
    close: () => pools.end(),
  };
};
