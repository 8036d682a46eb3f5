import { Queue, Worker } from 'bullmq';
import { Redis } from 'ioredis';
import { StoreError } from '../../domain/errors.ts';
import type { Logger } from '../../domain/ports.ts';
import { redisFlaw } from '../redis-flaw.ts';
import { withoutSecrets } from '../store-fault.ts';

const CONNECT_MS = 5000;
const PREFIX = 'curbwatch';
/** Nobody of ours reads BullMQ's events. */
const EVENTS_KEPT = 10;
/** A job in hand is its holder's until the lease on its queue is another's: locks of their own would only run out. */
const LOCK_MS = 365 * 86_400_000;

/** The Redis that carries the work between processes, as BullMQ's queues and as what lies beside them. */
export interface QueueServer {
  /** The address without its password. */
  readonly where: string;
  readonly redis: Redis;
  /** A connection of its own, for who waits in the server. */
  another(): Redis;
  queue<T>(name: string): Queue<T>;
  /** Takes jobs out of a queue one by one; runs nothing by itself. */
  taker<T>(name: string): Worker<T>;
  close(): Promise<void>;
}

const fault = (where: string, error: unknown): StoreError => {
  if (error instanceof StoreError) return error;
  const detail = error instanceof Error ? error.message : String(error);
  return new StoreError(
    `${where}: cannot use the queue: ${detail}. See that the server runs and that QUEUE_URL names it.`,
    {
      cause: error,
    },
  );
};

/** Leaves alone what has ended: ioredis would wait for its socket to close again, and keep the process for 2 s. */
const hangUp = (redis: Redis): void => {
  if (redis.status !== 'end') redis.disconnect();
};

/** Connects. Rejects with StoreError naming the cure, also where the server would lose what it is given. */
export const openQueueServer = async (address: string, logger: Logger): Promise<QueueServer> => {
  const where = withoutSecrets(new URL(address));
  let opened = false;
  let last: Error | undefined;
  const redis = new Redis(address, {
    lazyConnect: true,
    connectTimeout: CONNECT_MS,
    maxRetriesPerRequest: null,
    // At the start a refusal is told at once; later it is tried again for ever.
    retryStrategy: (times) => (opened ? Math.min(100 * 2 ** times, 2000) : null),
  });
  // Each queue listens on the one connection.
  redis.setMaxListeners(0);
  redis.on('error', (error: Error) => {
    last = error;
    if (opened) logger.warn('queue.connection-lost', { where, message: error.message });
  });
  try {
    await redis.connect();
    const flaw = redisFlaw(await redis.info());
    if (flaw !== undefined) throw new StoreError(`${where}: ${flaw}`);
    opened = true;
  } catch (error) {
    hangUp(redis);
    throw fault(where, error instanceof StoreError ? error : (last ?? error));
  }
  const open = new Set<{ close(): Promise<void> }>();
  const others = new Set<Redis>();
  /** Each of them says again what the connection has told already. */
  const keep = (one: { close(): Promise<void> }) => {
    open.add(one);
    return ({ message }: Error): void => logger.debug('queue.fault', { where, message });
  };
  const options = { connection: redis, prefix: PREFIX, skipVersionCheck: true };
  return {
    where,
    redis,
    another: () => {
      const other = redis.duplicate();
      other.on('error', ({ message }: Error) => logger.debug('queue.connection-lost', { where, message }));
      others.add(other);
      return other;
    },
    queue: <T>(name: string) => {
      const queue = new Queue<T>(name, { ...options, streams: { events: { maxLen: EVENTS_KEPT } } });
      queue.on('error', keep(queue));
      return queue;
    },
    taker: <T>(name: string) => {
      const taker = new Worker<T>(name, null, { ...options, autorun: false, lockDuration: LOCK_MS });
      taker.on('error', keep(taker));
      return taker;
    },
    close: async () => {
      for (const other of others) hangUp(other);
      // A server that says nothing must not hold up the end of the process.
      if (redis.status === 'ready') await Promise.all([...open].map((one) => one.close()));
      hangUp(redis);
    },
  };
};
