import { StoreError } from '../domain/errors.ts';
import { type Millis, SECOND } from '../domain/instant.ts';
import type { Clock, HeldLease } from '../domain/ports.ts';
import { heldFault, LEASE_MS, type LeaseRecord, readLease } from './lease-record.ts';
import type { Rows } from './rows.ts';
import { storeFault } from './store-fault.ts';

const RENEW_MS: Millis = 2 * SECOND;

/** Runs `work` every so often until the returned function is called. */
export type Every = (ms: Millis, work: () => Promise<void>) => () => void;

export interface Holding {
  readonly rows: Rows;
  readonly where: string;
  readonly clock: Clock;
  readonly every: Every;
  /** What it is the right to; the store's own writer unless told. */
  readonly key?: string;
  /** Called once if another process has taken the lease, or it could not be renewed in time: stop writing. */
  readonly onLost: (error: StoreError) => void;
}

export const WRITER = 'writer';

/** Renews a lease just taken, stored as `firstText`, until it is released or lost. */
export const holdLease = (
  { rows, where, clock, every, onLost, key = WRITER }: Holding,
  record: LeaseRecord,
  firstText: string,
): HeldLease => {
  let text = firstText;
  let renewedAt = clock.monotonic();
  let turn: Promise<void> = Promise.resolve();
  let over = false;

  const lose = (error: StoreError): void => {
    over = true;
    stop();
    onLost(error);
  };

  // An earlier renewal may have been written although its answer was lost: then the record is still ours.
  const recognise = async (): Promise<void> => {
    const found = await rows.adapter.get(key);
    const holder = found === undefined ? undefined : readLease(where, found);
    if (found !== undefined && holder?.id === record.id) text = found;
    else if (holder !== undefined) lose(heldFault(where, holder, clock.now()));
    else lose(new StoreError(`${where}: the lease was removed. Start again.`));
  };

  const renew = async (): Promise<void> => {
    if (over) return;
    try {
      const next = JSON.stringify({ ...record, renewedAt: clock.now() });
      // Whoever waits for it counts from when the store has it: never before we asked.
      const askedAt = clock.monotonic();
      if (await rows.swap(key, text, next)) {
        text = next;
        renewedAt = askedAt;
      } else await recognise();
    } catch (error) {
      // A store that is away for a moment takes the lease from nobody.
      if (age() >= LEASE_MS) lose(storeFault(where, 'renew the lease', error));
    }
  };

  const age = (): Millis => clock.monotonic() - renewedAt;

  const stop = every(RENEW_MS, () => {
    turn = turn.then(renew);
    return turn;
  });

  return {
    // Another may take it after 8 s: by then whatever was begun in time has ended.
    isFresh: () => !over && age() < LEASE_MS - RENEW_MS,
    isOver: () => over,
    release: async () => {
      stop();
      await turn;
      if (over) return;
      over = true;
      await rows.swap(key, text, undefined);
    },
  };
};
