import type { Broadcast, DeferredDelivery } from '../domain/delivery.ts';
import type { Destination, Platform } from '../domain/destination.ts';
import { groupBy } from '../domain/group-by.ts';
import type { Alert } from '../domain/incident.ts';
import type { Instant } from '../domain/instant.ts';
import { SEVERITIES } from '../domain/taxonomy.ts';
import { EDIT_RANK, type Job } from './company.ts';

/** How much of a broadcast is still owed, over all platforms; at 0 its record goes. */
export interface Live {
  readonly id: string;
  /** When its alert was made. */
  readonly since: Instant;
  owed: number;
  /** Another process sends the rest of it: its record is not ours to end. */
  isLeft?: true;
}

/** So many more are owed of a broadcast, of which some may be owed already. */
export const owing = (known: Live | undefined, { id, alert, to }: Broadcast): Live => {
  const isOpen = known !== undefined && known.owed > 0 && known.isLeft !== true;
  const live = isOpen ? known : { id, since: alert.at, owed: 0 };
  live.owed += to.length;
  return live;
};

/** An alert that is owed: by a broadcast to many, or by a deferred delivery to one. */
export interface OwedJob extends Job {
  readonly alert: Alert;
  readonly live?: Live;
  readonly deferred?: DeferredDelivery;
  /** Its digest is due. */
  readonly released: boolean;
  /** Not a message of its own: the list of sources of the one that was sent is brought up to date. */
  readonly edit?: boolean;
}

/** What `lastOutcome` says of a delivery that tries whether a sleeping subscription can be reached again. */
export const REVIVAL = 'revival';

const CRITICAL = SEVERITIES.indexOf('critical');

export const jobOfBroadcast = (
  { alert, severity, createdAt }: Broadcast,
  live: Live,
  to: readonly Destination[],
  resumed: boolean,
): OwedJob => {
  const rank = SEVERITIES.indexOf(severity);
  const company = rank === CRITICAL ? 'alone' : 'merge';
  return { alert, rank, createdAt, to, live, released: false, company, resumed };
};

/** A digest is nobody's hurry: it goes after the alerts of the moment. */
export const jobOfDeferred = (deferred: DeferredDelivery, isOfFormerRun = false): OwedJob => {
  const { alert, createdAt, destination, bundle } = deferred;
  const resumed = isOfFormerRun || deferred.attempts > 0;
  const released = deferred.status === 'digest';
  const rank = released ? 0 : SEVERITIES.indexOf(deferred.severity);
  const company = released ? 'bundle' : rank === CRITICAL ? 'alone' : 'merge';
  return { alert, rank, createdAt, to: [destination], deferred, released, company, bundle, resumed };
};

/** An edit is worth a request only when nobody waits for a message. */
export const jobOfEdit = (alert: Alert, to: readonly Destination[]): OwedJob => ({
  alert,
  rank: EDIT_RANK,
  createdAt: alert.at,
  to,
  released: false,
  company: 'alone',
  edit: true,
});

export const byPlatform = (to: readonly Destination[]): ReadonlyMap<Platform, readonly Destination[]> =>
  groupBy(to, ({ platform }) => platform);

/** When the oldest alert was made of which something is owed. */
export const oldestOwed = (all: Iterable<Live>): Instant | undefined => {
  let oldest: Instant | undefined;
  for (const { owed, since } of all) if (owed > 0 && (oldest === undefined || since < oldest)) oldest = since;
  return oldest;
};
