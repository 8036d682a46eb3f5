import type { DeferredDelivery } from '../domain/delivery.ts';
import type { Destination } from '../domain/destination.ts';
import { groupBy } from '../domain/group-by.ts';
import type { Change, Incident } from '../domain/incident.ts';
import type { Instant } from '../domain/instant.ts';
import type { Clock, Logger, Messenger, SentMessages, Subscriptions } from '../domain/ports.ts';
import type { Subscription } from '../domain/subscription.ts';
import type { Turn } from './backlog.ts';
import type { Composer } from './composer.ts';
import type { IncidentReader } from './incident-reader.ts';
import type { OwedJob } from './owed.ts';
import type { Plan } from './plan.ts';
import type { Recorder } from './recorder.ts';
import type { Item } from './settlement.ts';

/** What became of something owed, for counters and for people. */
export interface DeliveryEvent {
  readonly what:
    | 'sent'
    | 'digest'
    | 'dropped'
    | 'held'
    | 'retry'
    | 'parked'
    | 'suspended'
    | 'woken'
    | 'moved'
    | 'edited';
  readonly destination: Destination;
  readonly incidentIds: readonly string[];
  readonly why?: string;
  /** When the oldest alert in a message was made: how long people waited for it. */
  readonly since?: Instant;
  readonly subscription?: Subscription;
}

/** What a turn needs from the rest of the house. */
export interface TurnParts {
  readonly messenger: Messenger;
  readonly composer: Composer;
  readonly readIncident: IncidentReader;
  readonly subscriptions: Subscriptions;
  readonly sentMessages: SentMessages;
  readonly recorder: Recorder;
  readonly clock: Clock;
  readonly logger: Logger;
  /** What has changed in an incident from one revision to another, over all alerts that are owed. */
  readonly reasonsBetween: (incident: Incident, told: number) => readonly Change[];
  /** Kept in memory until its moment; it is in the outbox already. */
  readonly shelve: (delivery: DeferredDelivery) => void;
  /** The incident of this job is not written yet. */
  readonly postpone: (job: OwedJob) => void;
  /** Everything else that is owed to a destination that moved. */
  readonly takeRest: (turn: Turn<OwedJob>) => readonly OwedJob[];
  readonly onEvent: (event: DeliveryEvent) => void;
}

/** An item, what is to become of it, and the incident as it stands. */
export interface Ready extends Item {
  readonly plan: Plan;
  readonly incident: Incident;
}
/** An item for which a message goes out. */
export type Sending = Ready & { readonly plan: Extract<Plan, { do: 'send' }> };

/** Jobs about the same incident share one item. */
export const byIncident = (jobs: readonly OwedJob[]): (readonly [OwedJob, ...OwedJob[]])[] => [
  ...groupBy(jobs, ({ alert }) => alert.incidentId).values(),
];

export const latest = (jobs: readonly [OwedJob, ...OwedJob[]]): OwedJob =>
  jobs.reduce((best, job) => (job.alert.revision > best.alert.revision ? job : best), jobs[0]);
