import { randomUUID } from 'node:crypto';
import { setTimeout as sleepFor } from 'node:timers/promises';
import type { Millis } from '../domain/instant.ts';
import type { Clock, Lease } from '../domain/ports.ts';
import { type Every, type Holding, holdLease, LEASE_KEY } from './hold-lease.ts';
import { heldFault, isOver, type LeaseRecord, readLease } from './lease-record.ts';
import type { ProcessIdentity } from './process-identity.ts';
import { storeFault } from './store-fault.ts';

const LOOK_AGAIN_MS: Millis = 250;

export interface LeaseParts extends Omit<Holding, 'every'> {
  readonly self: ProcessIdentity;
  readonly every?: Every;
  readonly sleep?: (ms: Millis) => Promise<unknown>;
}

const everyUnref: Every = (ms, work) => {
  const timer = setInterval(() => void work(), ms).unref();
  return () => clearInterval(timer);
};

/** How long the lease has stood unchanged before our eyes: independent of what the other machine's clock says. */
const createWatch = (clock: Clock): ((text: string | undefined) => Millis) => {
  let seen: { readonly text: string | undefined; readonly from: Millis } | undefined;
  return (text) => {
    if (seen === undefined || seen.text !== text) seen = { text, from: clock.monotonic() };
    return clock.monotonic() - seen.from;
  };
};

/**
 * The right to be the one writer: a record that its holder renews every 2 s on a timer of its own. Another process takes
 * it over at once when the holder is dead (same machine) or the record old, and otherwise after watching it unchanged for
 * 8 s.
 */
export const createLease = (parts: LeaseParts): Lease & { release(): Promise<void> } => {
  const { rows, where, clock, self, every = everyUnref, sleep = sleepFor } = parts;
  let releaseHeld: (() => Promise<void>) | undefined;

  const take = async (held: string | undefined): Promise<(() => Promise<void>) | undefined> => {
    const { host, space, pid, mark } = self;
    const now = clock.now();
    const record: LeaseRecord = {
      v: 1,
      id: randomUUID(),
      host,
      space,
      pid,
      mark,
      since: now,
      renewedAt: now,
    };
    const text = JSON.stringify(record);
    return (await rows.swap(LEASE_KEY, held, text))
      ? holdLease({ ...parts, every }, record, text)
      : undefined;
  };

  const wait = async (waitMs: Millis): Promise<() => Promise<void>> => {
    const start = clock.monotonic();
    const watch = createWatch(clock);
    for (;;) {
      const held = await rows.adapter.get(LEASE_KEY);
      const watchedFor = watch(held);
      const holder = held === undefined ? undefined : readLease(where, held);
      if (holder === undefined || isOver(holder, self, clock.now(), watchedFor)) {
        const release = await take(held);
        if (release !== undefined) return release;
        continue;
      }
      if (clock.monotonic() - start >= waitMs) throw heldFault(where, holder, clock.now());
      await sleep(LOOK_AGAIN_MS);
    }
  };

  return {
    acquire: async (waitMs) => {
      try {
        releaseHeld = await wait(waitMs);
        return releaseHeld;
      } catch (error) {
        throw storeFault(where, 'take the lease', error);
      }
    },
    release: async () => {
      await releaseHeld?.();
    },
  };
};
