import type { DeferredDelivery, SentMessage } from '../domain/delivery.ts';
import type { Destination } from '../domain/destination.ts';
import type { Alert } from '../domain/incident.ts';
import type { Instant } from '../domain/instant.ts';
import { SEVERITIES } from '../domain/taxonomy.ts';
import type { OwedJob } from './owed.ts';
import type { Batch } from './recorder.ts';
import { deliveryId } from './route.ts';

/** Something about one incident that is owed to one destination, over all the alerts that are pending. */
export interface Item {
  readonly jobs: readonly [OwedJob, ...OwedJob[]];
  /** Of the latest revision. */
  readonly alert: Alert;
  readonly told: SentMessage | undefined;
}

/** The record that these jobs are done here. Changes how much is owed of their broadcasts. */
export const finish = (jobs: readonly OwedJob[], deferred: readonly DeferredDelivery[] = []): Batch => {
  const kept = new Set(deferred.map(({ id }) => id));
  const finished: string[] = [];
  for (const { live } of jobs) {
    if (live === undefined) continue;
    live.owed--;
    if (live.owed === 0 && live.isLeft !== true) finished.push(live.id);
  }
  const settled = jobs.flatMap(({ deferred: one }) =>
    one === undefined || kept.has(one.id) ? [] : [one.id],
  );
  return { deferred, settled, finished };
};

/** What is owed here is another's to send: it leaves our memory, and stays written down. */
export const leave = (jobs: readonly OwedJob[]): void => {
  for (const { live } of jobs) if (live !== undefined) live.isLeft = true;
  finish(jobs);
};

/** The record of a message that stands in the chat. */
export const sentRecord = (
  { alert: { incidentId } }: Item,
  destination: Destination,
  how: 'sent' | 'digest',
  messageId: string,
  revision: number,
  at: Instant,
): SentMessage => ({ v: 1, incidentId, destination, revision, messageId, how, at, edits: 0 });

/** A message sent earlier stays the one to reply to, though nothing was said of this revision. */
export const droppedRecord = ({ alert, told }: Item, destination: Destination, at: Instant): SentMessage => ({
  ...(told ?? { v: 1, incidentId: alert.incidentId, destination, how: 'dropped', at, edits: 0 }),
  revision: alert.revision,
});

/** The record of what waits, for a digest, for a far-off retry, or for an operator. */
export const deferredRecord = (
  { alert, jobs }: Item,
  destination: Destination,
  more: Pick<DeferredDelivery, 'status' | 'notBefore' | 'lastOutcome' | 'attempts' | 'payload' | 'bundle'>,
): DeferredDelivery => {
  const [{ rank, createdAt, live, deferred }] = jobs;
  return {
    v: 1,
    id: deliveryId(alert, destination),
    broadcastId: live?.id ?? deferred?.broadcastId ?? '',
    alert,
    severity: deferred?.severity ?? SEVERITIES[rank] ?? 'low',
    destination,
    createdAt,
    ...more,
  };
};
