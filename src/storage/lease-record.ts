import { StoreError } from '../domain/errors.ts';
import { type Instant, MINUTE, type Millis, SECOND } from '../domain/instant.ts';
import { FIRST_SHAPE, migrate } from './migrate.ts';
import type { ProcessIdentity } from './process-identity.ts';

/** Not renewed for so long, a lease is over: less than the 10 s that a successor waits. */
export const LEASE_MS: Millis = 8 * SECOND;

/** How far the wall clocks of two machines may differ before we trust only what we have watched ourselves. */
const SKEW_MS: Millis = MINUTE;

/** Who writes to the store, as its lease says. */
export interface LeaseRecord {
  readonly v: 1;
  readonly id: string;
  readonly host: string;
  readonly space: string;
  readonly pid: number;
  readonly mark: string;
  readonly since: Instant;
  readonly renewedAt: Instant;
}

/** Throws StoreError where a newer Curbwatch wrote it: that one is still alive, or was the last to write. */
export const readLease = (where: string, text: string): LeaseRecord =>
  migrate(`${where}: lease`, JSON.parse(text), FIRST_SHAPE) as LeaseRecord;

/** True if the holder is dead, or has not renewed in time. `watchedFor`: how long we saw the record unchanged. */
export const isOver = (
  holder: LeaseRecord,
  self: ProcessIdentity,
  now: Instant,
  watchedFor: Millis,
): boolean => {
  if (watchedFor >= LEASE_MS) return true;
  const sameMachine = holder.host === self.host && holder.space === self.space;
  if (sameMachine && self.markOf(holder.pid) !== holder.mark) return true;
  return now - holder.renewedAt > LEASE_MS + (sameMachine ? 0 : SKEW_MS);
};

export const heldFault = (
  where: string,
  { host, pid, since, renewedAt }: LeaseRecord,
  now: Instant,
): StoreError => {
  const age = (from: Instant): number => Math.max(0, Math.round((now - from) / SECOND));
  return new StoreError(
    `${where}: another Curbwatch writes here: host ${host}, pid ${pid}, since ${age(since)} s, last seen ${age(renewedAt)} s ago. Stop it first, or give this one another STORE_URL.`,
  );
};
