import { randomUUID } from 'node:crypto';
import { setTimeout as sleepFor } from 'node:timers/promises';
import type { Millis } from '../domain/instant.ts';
import type { Clock, HeldLease, Lease } from '../domain/ports.ts';
import { type Every, type Holding, holdLease, WRITER } from './hold-lease.ts';
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
  const { rows, where, clock, self, every = everyUnref, sleep = sleepFor, key = WRITER } = parts;
  const watch = createWatch(clock);
  let mine: HeldLease | undefined;

  const take = async (held: string | undefined): Promise<HeldLease | undefined> => {
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
    return (await rows.swap(key, held, text)) ? holdLease({ ...parts, every }, record, text) : undefined;
  };

  /** Takes it where it is free or over; otherwise tells who has it. */
  const tryOnce = async (): Promise<HeldLease | LeaseRecord> => {
    for (;;) {
      const held = await rows.adapter.get(key);
      const watchedFor = watch(held);
      const holder = held === undefined ? undefined : readLease(where, held);
      if (holder !== undefined && !isOver(holder, self, clock.now(), watchedFor)) return holder;
      const taken = await take(held);
      if (taken !== undefined) return taken;
    }
  };

  const wait = async (waitMs: Millis): Promise<HeldLease> => {
    const start = clock.monotonic();
    for (;;) {
      const found = await tryOnce();
      if ('release' in found) return found;
      if (clock.monotonic() - start >= waitMs) throw heldFault(where, found, clock.now());
      await sleep(LOOK_AGAIN_MS);
    }
  };

  const guarded = async <T>(work: () => Promise<T>): Promise<T> => {
    try {
      return await work();
    } catch (error) {
      throw storeFault(where, 'take the lease', error);
    }
  };

  return {
    acquire: (waitMs) =>
      guarded(async () => {
        mine = await wait(waitMs);
        return mine.release;
      }),
    attempt: () =>
      guarded(async () => {
        const found = await tryOnce();
        if (!('release' in found)) return undefined;
        mine = found;
        return found;
      }),
    release: async () => {
      await mine?.release();
    },
  };
};
