import type { Broadcast, DeferredDelivery, OutboxDepth } from '../domain/delivery.ts';
import type { Destination, Platform } from '../domain/destination.ts';
import type { Incident } from '../domain/incident.ts';
import type {
  Clock,
  Logger,
  Messenger,
  Outbox,
  SentMessages,
  Subscriptions,
  Words,
} from '../domain/ports.ts';
import type { After } from './after.ts';
import type { Facts } from './facts.ts';
import type { PaceSettings } from './pace.ts';
import type { HandedOver } from './still-owed.ts';
import type { DeliveryEvent } from './turn-parts.ts';

/** How a platform is sent to. */
export interface LaneSettings extends PaceSettings {
  /** More than so many alerts for one destination become one message. */
  readonly handful: number;
}

export interface DeliveryParts {
  readonly outbox: Outbox;
  readonly sentMessages: SentMessages;
  /** Read again before each send; a suspension is written through it. */
  readonly subscriptions: Subscriptions;
  readonly incident: (id: string) => Promise<Incident | undefined> | Incident | undefined;
  readonly readFacts: (incident: Incident) => Facts;
  readonly messengers: ReadonlyMap<Platform, Messenger>;
  readonly pace: (platform: Platform) => LaneSettings;
  readonly words: Words;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly after?: After;
  readonly onEvent?: (event: DeliveryEvent) => void;
  /**
   * Runs the turn of a destination that is ours to send to, as all are unless told. Undefined where another process does;
   * 'later', after a while, where nobody can say at the moment.
   */
  readonly within?: <T>(destination: Destination, turn: () => Promise<T>) => Promise<T | 'later'> | undefined;
}

export interface DeliveryStats extends OutboxDepth {
  /** Platforms whose token was refused, and why. */
  readonly stopped: Readonly<Record<string, string>>;
}

/** Step 8: what is owed goes out, and is owed no more. */
export interface DeliveryDesk {
  /** Takes up what a former run still owes. Resolves when it is being sent. */
  start(): Promise<void>;
  /** Takes up broadcasts whose records, and whose incident, are written. */
  enqueue(broadcasts: readonly Broadcast[]): void;
  /** Takes up what others have written down, all of it before any of it is sent; of `left` a part may have been sent. */
  takeUp(fresh: HandedOver, left: HandedOver): Promise<void>;
  /** Releases what is due by the clock. To be called every few seconds. */
  tick(): Promise<void>;
  /** A further source told of the incident: messages about it get it in their lists, by and by. */
  seconded(incidentId: string): void;
  /** Writes down deliveries to single destinations and takes them up, as for a subscription that wakes. */
  owe(deliveries: readonly DeferredDelivery[]): Promise<void>;
  /** An operator's word on what the brake holds. */
  release(word: 'send' | 'drop'): Promise<number>;
  /** Takes a place whose subscription is gone out of all that is written down of what is owed. */
  forget(destination: Destination): Promise<void>;
  /** Resolves when nothing is left that can be sent now or soon. */
  idle(): Promise<void>;
  /** Sends nothing more; resolves when what is under way is recorded. */
  stop(): Promise<void>;
  stats(): DeliveryStats;
}
