import type { Destination } from './destination.ts';
import type { Alert } from './incident.ts';
import type { Instant } from './instant.ts';
import type { Severity } from './taxonomy.ts';

/** One alert owed to many destinations: written in one record however many they are, before the incident. */
export interface Broadcast {
  readonly v: 1;
  /** Incident and revision, and a part number where the destinations fill several records. */
  readonly id: string;
  readonly alert: Alert;
  readonly severity: Severity;
  readonly createdAt: Instant;
  /** Held by the brake until an operator says Send or Drop. */
  readonly held: boolean;
  readonly to: readonly Destination[];
}

/** One alert owed to one destination; in the outbox until its outcome is final. */
export interface Delivery {
  /** Hash of incident, revision and destination: the same after every crash, and Discord's nonce. */
  readonly id: string;
  readonly broadcastId: string;
  readonly alert: Alert;
  readonly severity: Severity;
  readonly destination: Destination;
  readonly createdAt: Instant;
  readonly attempts: number;
  readonly notBefore: Instant;
}

/** What the outbox must remember of a delivery that did not go as planned: tried again later, or parked for an operator. */
export interface DeferredDelivery extends Delivery {
  readonly v: 1;
  readonly status: 'waiting' | 'digest' | 'parked';
  readonly lastOutcome: string;
  /** Goes out in one message with all that have the same: settled before sending, so that a repeat is the same message. */
  readonly bundle?: string;
  /** The payload that was refused, where it was our bug. */
  readonly payload?: string;
}

/** The latest message about an incident in a destination; kept until the incident is closed + 90 days. */
export interface SentMessage {
  readonly v: 1;
  readonly incidentId: string;
  readonly destination: Destination;
  readonly revision: number;
  /** Absent where the delivery ended without a message: dropped, or folded into a digest. */
  readonly messageId?: string;
  readonly how: 'sent' | 'digest' | 'dropped';
  readonly at: Instant;
  readonly edits: number;
}

/** How much is owed at this moment. */
export interface OutboxDepth {
  /** When the oldest alert was made that should have gone out by now; digests and what the brake holds are left out. */
  readonly oldestAt: Instant | undefined;
  /** Waiting for their turn, by platform. */
  readonly waiting: Readonly<Record<string, number>>;
  readonly inFlight: number;
  /** Held for a digest or a far-off retry. */
  readonly shelved: number;
  readonly held: number;
  readonly parked: number;
}
