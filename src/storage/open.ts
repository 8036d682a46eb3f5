import { Keyv } from 'keyv';
import { StoreError } from '../domain/errors.ts';
import { DAY, type Instant, type Millis } from '../domain/instant.ts';
import type { Clock, Logger, Store } from '../domain/ports.ts';
import { createFeedStates } from './feed-states.ts';
import { createIncidents } from './incidents.ts';
import { createLease } from './lease.ts';
import { FIRST_SHAPE, type Shape } from './migrate.ts';
import { createObjections } from './objections.ts';
import { openMemory } from './open-memory.ts';
import { createOutbox } from './outbox.ts';
import { identifyProcess } from './process-identity.ts';
import type { Backend } from './rows.ts';
import { createSeenEntries } from './seen-entries.ts';
import { createSentMessages } from './sent-messages.ts';
import { SHAPES } from './shapes.ts';
import { storeFault } from './store-fault.ts';
import { createSubscriptions } from './subscriptions.ts';
import { createTable, type Table } from './table.ts';

export interface StoreOptions {
  readonly clock: Clock;
  readonly logger: Logger;
  /** The lease is gone to another process, or could not be renewed for 8 s: stop writing, end the process. */
  readonly onLeaseLost: (error: StoreError) => void;
  /** How long an entry stays seen; what comes back later is new again. Default: 400 days. */
  readonly keepSeen?: Millis;
}

export interface TableOptions<T> {
  readonly shape?: Shape;
  readonly expiresAt?: (record: T) => Instant;
  /** Looked up by key alone, never walked through. */
  readonly unwalked?: boolean;
}

const KEEP_SEEN: Millis = 400 * DAY;
const KEEP_OBJECTIONS: Millis = 90 * DAY;

const encode = (data: unknown): string => JSON.stringify(data);

/** A row's text as keyv writes it. Its `expires` is left out: the table asks the record and our own clock. */
const decode = <T>(text: string): { value: T } => ({ value: JSON.parse(text).value });

/**
 * One kind of record of a backend, through keyv. `throwOnErrors`: without it keyv answers "no such key" where the store
 * failed. Nobody listens to its `error` events: a rejection is heard by whoever asked.
 */
export const openTable = async <T>(
  backend: Backend,
  name: string,
  clock: Clock,
  { shape = FIRST_SHAPE, expiresAt, unwalked = false }: TableOptions<T> = {},
): Promise<Table<T>> => {
  const expiry = expiresAt === undefined ? {} : { expiresAt };
  try {
    const { adapter, range } = await backend.rows(name, { expiring: expiresAt !== undefined, unwalked });
    const keyv = new Keyv({
      store: adapter,
      namespace: name,
      // A table or prefix of its own is the backend's matter; keyv would put `name:` before every key.
      useKeyPrefix: false,
      throwOnErrors: true,
      serialize: encode,
      deserialize: decode,
    });
    const { where } = backend;
    return createTable({
      name,
      where,
      keyv,
      range,
      decode: (text) => decode(text).value,
      shape,
      clock,
      ...expiry,
    });
  } catch (error) {
    throw storeFault(backend.where, `open ${name} in the store`, error);
  }
};

/** The store on an open backend, one table for each kind of record. */
export const openStoreOn = async (
  backend: Backend,
  { clock, onLeaseLost, keepSeen = KEEP_SEEN }: StoreOptions,
): Promise<Store> => {
  const table = <T>(name: string, options?: TableOptions<T>): Promise<Table<T>> =>
    openTable(backend, name, clock, options);
  const leaseRows = await backend.rows('lease', { expiring: false });
  const self = identifyProcess();
  const leaseParts = { rows: leaseRows, where: backend.where, clock, self, onLost: onLeaseLost };
  const lease = createLease(leaseParts);
  const leases = [lease];
  return {
    feedStates: createFeedStates(await table('feed_states', { shape: SHAPES.feedStates })),
    seenEntries: createSeenEntries(
      await table('seen_entries', {
        shape: SHAPES.seenEntries,
        unwalked: true,
        expiresAt: ({ seenAt }) => seenAt + keepSeen,
      }),
    ),
    incidents: createIncidents(await table('incidents', { shape: SHAPES.incidents })),
    subscriptions: createSubscriptions(await table('subscriptions', { shape: SHAPES.subscriptions })),
    outbox: createOutbox(
      await table('broadcasts', { shape: SHAPES.broadcasts }),
      await table('deferred', { shape: SHAPES.deferred }),
    ),
    sentMessages: createSentMessages(await table('sent_messages', { shape: SHAPES.sentMessages })),
    objections: createObjections(
      await table('objections', {
        shape: SHAPES.objections,
        expiresAt: ({ at }) => at + KEEP_OBJECTIONS,
      }),
    ),
    lease,
    leaseOf: (part) => {
      const one = createLease({ ...leaseParts, key: part });
      leases.push(one);
      return one;
    },
    close: async () => {
      try {
        for (const one of leases) await one.release();
      } finally {
        await backend.close();
      }
    },
  };
};

/** Opens what `text` names, without looking into it; no other driver than its own is loaded. Rejects with StoreError. */
export const openBackend = async (
  text: string,
  { clock, logger }: Pick<StoreOptions, 'clock' | 'logger'>,
): Promise<Backend> => {
  const [scheme, rest] = text.split('://', 2);
  if (scheme === 'memory') return openMemory(clock);
  if (scheme === 'sqlite' && rest !== undefined && rest !== '')
    return (await import('./open-sqlite.ts')).openSqlite(rest, clock, logger);
  // The text may hold a password: neither it nor the parser's error, which quotes it, is shown.
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url !== undefined && /^rediss?:$/.test(url.protocol))
    return (await import('./open-redis.ts')).openRedis(url, logger);
  if (url !== undefined && /^postgres(ql)?:$/.test(url.protocol))
    return (await import('./open-postgres.ts')).openPostgres(url, logger);
  throw new StoreError(
    'STORE_URL cannot be read. Write sqlite://FOLDER/FILE, redis://HOST:PORT, postgres://USER:PASSWORD@HOST/DATABASE or memory://.',
  );
};

/**
 * Opens the store that `url` names: `sqlite://data/curbwatch.sqlite` (relative; three slashes: absolute), `redis://`,
 * `postgres://` or `memory://`. Rejects with StoreError naming the file or server, the fault and the cure.
 */
export const openStore = async (url: string, options: StoreOptions): Promise<Store> => {
  const backend = await openBackend(url, options);
  try {
    return await openStoreOn(backend, options);
  } catch (error) {
    await backend.close();
    throw storeFault(backend.where, 'open the store', error);
  }
};
