import { StoreError } from '../domain/errors.ts';
import { type Millis, SECOND } from '../domain/instant.ts';
import type { Clock } from '../domain/ports.ts';
import { heldFault, LEASE_MS, type LeaseRecord, readLease } from './lease-record.ts';
import type { Rows } from './rows.ts';
import { storeFault } from './store-fault.ts';

const RENEW_MS: Millis = 2 * SECOND;

export const LEASE_KEY = 'writer';

/** Runs `work` every so often until the returned function is called. */
export type Every = (ms: Millis, work: () => Promise<void>) => () => void;

export interface Holding {
  readonly rows: Rows;
  readonly where: string;
  readonly clock: Clock;
  readonly every: Every;
  /** Called once if another process has taken the lease, or it could not be renewed in time: stop writing. */
  readonly onLost: (error: StoreError) => void;
}

/** Renews a lease just taken, stored as `firstText`, until the returned function gives it back or it is lost. */
export const holdLease = (
  { rows, where, clock, every, onLost }: Holding,
  record: LeaseRecord,
  firstText: string,
): (() => Promise<void>) => {
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
    const found = await rows.adapter.get(LEASE_KEY);
    const holder = found === undefined ? undefined : readLease(where, found);
    if (found !== undefined && holder?.id === record.id) text = found;
    else if (holder !== undefined) lose(heldFault(where, holder, clock.now()));
    else lose(new StoreError(`${where}: the lease was removed. Start again.`));
  };

  const renew = async (): Promise<void> => {
    if (over) return;
    try {
      const next = JSON.stringify({ ...record, renewedAt: clock.now() });
      if (await rows.swap(LEASE_KEY, text, next)) {
        text = next;
        renewedAt = clock.monotonic();
      } else await recognise();
    } catch (error) {
      // A store that is away for a moment takes the lease from nobody.
      if (clock.monotonic() - renewedAt >= LEASE_MS) lose(storeFault(where, 'renew the lease', error));
    }
  };

  const stop = every(RENEW_MS, () => {
    turn = turn.then(renew);
    return turn;
  });

  return async () => {
    stop();
    await turn;
    if (over) return;
    over = true;
    await rows.swap(LEASE_KEY, text, undefined);
  };
};
