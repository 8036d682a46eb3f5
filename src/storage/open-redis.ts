import KeyvRedis from '@keyv/redis';
import { StoreError } from '../domain/errors.ts';
import type { Logger } from '../domain/ports.ts';
import { redisFlaw } from './redis-flaw.ts';
import type { Adapter, Backend, Rows, RowsUse } from './rows.ts';
import { endOfRange } from './rows.ts';
import { storeFault, withoutSecrets } from './store-fault.ts';

const CONNECT_MS = 5000;
/** A server that says nothing for so long, not even to a ping, is taken for gone. */
const SILENCE_MS = 10_000;
const PAGE = 500;

/** The part of node-redis's client that we use. */
interface Client {
  connect(): Promise<unknown>;
  destroy(): void;
  close(): Promise<unknown>;
  setMaxListeners(count: number): unknown;
  on(event: 'error', listener: (error: Error) => void): unknown;
  sendCommand(words: readonly string[]): Promise<unknown>;
  readonly isOpen: boolean;
}

const SWAP = `if (redis.call('GET', KEYS[1]) or '') ~= ARGV[1] then return 0 end
if ARGV[2] == '' then redis.call('DEL', KEYS[1]) else redis.call('SET', KEYS[1], ARGV[2]) end
return 1`;

const textsOf = (reply: unknown): string[] => (Array.isArray(reply) ? reply.map(String) : []);

/**
 * Rows of one kind: `curbwatch-NAME::KEY`. SCAN would walk the whole server to find a prefix, in no order, so the keys
 * stand in a sorted set too, where a range costs what it gives. It is written first: a key without a row is passed over.
 */
const createRedisRows = (keyv: KeyvRedis<string>, client: Client, index: string, use: RowsUse): Rows => {
  const note = async (keys: readonly string[]): Promise<void> => {
    if (use.unwalked !== true && keys.length > 0) {
      await client.sendCommand(['ZADD', index, ...keys.flatMap((key) => ['0', key])]);
    }
  };
  const unnote = async (keys: readonly string[]): Promise<void> => {
    if (use.unwalked !== true && keys.length > 0) await client.sendCommand(['ZREM', index, ...keys]);
  };

  // The adapter would connect anew by itself, to a server that we have left.
  const assertOpen = async (): Promise<void> => {
    if (!client.isOpen) throw new Error('the store is closed');
  };

  const adapter: Adapter = {
    get: (key) => assertOpen().then(() => keyv.get(key)),
    getMany: (keys) => assertOpen().then(() => keyv.getMany(keys)),
    has: (key) => assertOpen().then(() => keyv.has(key)),
    set: async (key, value, ttl) => {
      await assertOpen();
      await note([key]);
      await keyv.set(key, value, ttl);
    },
    setMany: async (rows) => {
      await assertOpen();
      await note(rows.map(({ key }) => key));
      await keyv.setMany(rows);
    },
    delete: async (key) => {
      await assertOpen();
      const removed = await keyv.delete(key);
      await unnote([key]);
      return removed;
    },
    deleteMany: async (keys) => {
      await assertOpen();
      const removed = await keyv.deleteMany(keys);
      await unnote(keys);
      return removed;
    },
    clear: async () => {
      throw new Error('a Redis store is never cleared');
    },
  };

  async function* range(prefix: string): AsyncGenerator<readonly (readonly [string, string])[]> {
    let from = `[${prefix}`;
    for (;;) {
      const words = ['ZRANGEBYLEX', index, from, `(${endOfRange(prefix)}`, 'LIMIT', '0', String(PAGE)];
      const keys = textsOf(await client.sendCommand(words));
      const values = await keyv.getMany(keys);
      yield keys.flatMap((key, position) => {
        const value = values[position];
        return value === undefined ? [] : [[key, value] as const];
      });
      const last = keys[PAGE - 1];
      if (last === undefined) return;
      from = `(${last}`;
    }
  }

  const swap: Rows['swap'] = async (key, expected, next) => {
    const row = keyv.createKeyPrefix(key, keyv.namespace);
    return (await client.sendCommand(['EVAL', SWAP, '1', row, expected ?? '', next ?? ''])) === 1;
  };

  return { adapter, range, swap };
};

const assertKeeps = async (where: string, client: Client): Promise<void> => {
  const flaw = redisFlaw(String(await client.sendCommand(['INFO'])));
  if (flaw !== undefined) throw new StoreError(`${where}: ${flaw}`);
};

// The adapter's own connection timeout leaves a timer behind, and its error does not say why.
const connect = async (client: Client): Promise<void> => {
  let last: unknown;
  client.on('error', (error) => {
    last = error;
  });
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(last ?? new Error(`timed out after ${CONNECT_MS} ms`)), CONNECT_MS);
  });
  try {
    await Promise.race([client.connect(), late]);
  } catch (error) {
    if (client.isOpen) client.destroy();
    throw last ?? error;
  } finally {
    clearTimeout(timer);
  }
};

/** Connects to `redis://` or `rediss://`. Rejects with StoreError, also where the server would lose records. */
export const openRedis = async (url: URL, logger: Logger): Promise<Backend> => {
  const where = withoutSecrets(url);
  let opened = false;
  const options = { throwOnErrors: true, throwOnConnectError: true, connectionTimeout: CONNECT_MS };
  const first = new KeyvRedis<string>(
    {
      url: url.href,
      // While the server is away a command fails at once instead of waiting for its return.
      disableOfflineQueue: true,
      pingInterval: SILENCE_MS / 3,
      socket: {
        connectTimeout: CONNECT_MS,
        socketTimeout: SILENCE_MS,
        // At the start a refusal is told at once; later it is tried again for ever.
        reconnectStrategy: (attempts: number) => opened && Math.min(100 * 2 ** attempts, 2000),
      },
    },
    options,
  );
  // The adapter types a client, a cluster and a sentinel alike; made from one URL it is a client.
  const client = first.client as unknown as Client;
  // Each table's adapter listens on the one connection.
  client.setMaxListeners(0);
  try {
    await connect(client);
    await assertKeeps(where, client);
    opened = true;
    client.on('error', ({ message }) => logger.warn('store.connection-lost', { where, message }));
  } catch (error) {
    if (client.isOpen) client.destroy();
    throw storeFault(where, 'open the store', error);
  }
  return {
    where,
    rows: async (name, use) => {
      // One adapter for each table: it keeps its namespace in itself.
      const namespace = `curbwatch-${name}`;
      const keyv = new KeyvRedis<string>(first.client, { ...options, namespace });
      return createRedisRows(keyv, client, `${namespace}-keys`, use);
    },
    close: async () => {
      if (client.isOpen) await client.close();
    },
  };
};
