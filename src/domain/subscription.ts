import type { Destination } from './destination.ts';
import type { Instant } from './instant.ts';
import type { Direction, Kind, Severity } from './taxonomy.ts';

/** One wish. Within a dimension OR, between dimensions AND; an empty dimension is everything. */
export interface Filter {
  /** Short, unique within its subscription: `a`, `b`, … */
  readonly id: string;
  readonly exchanges: readonly string[];
  /** ISO 3166-1, ISO 3166-2 or `EU`; places nest. */
  readonly jurisdictions: readonly string[];
  readonly kinds: readonly Kind[];
  readonly direction?: Direction;
  readonly minSeverity: Severity;
  /** Lower-case words of which one must occur in the alert's text. */
  readonly words: readonly string[];
  /** Alerts that do not state a wished dimension do not match. */
  readonly onlyWhenNamed: boolean;
}

export const CADENCES = ['instant', 'hourly', 'daily', 'weekly'] as const;
export type Cadence = (typeof CADENCES)[number];

/** Local hours in which nothing is pushed, `HH:MM`; `from` may be later than `to` (over midnight). */
export interface QuietHours {
  readonly from: string;
  readonly to: string;
  /** What criticals do in them: come through without a sound, or wait like the rest. */
  readonly criticals: 'silent' | 'hold';
}

/** `paused` by its people; `forbidden` and `gone` by the platform's answer. */
export type SubscriptionState = 'active' | 'paused' | 'forbidden' | 'gone';

/** What one destination wants. One per destination. */
export interface Subscription {
  readonly v: 1;
  readonly destination: Destination;
  readonly state: SubscriptionState;
  readonly stateSince: Instant;
  /** The right that is missing while `forbidden`. */
  readonly missingRight?: string;
  /** BCP 47, one of the locales. */
  readonly language: string;
  /** IANA zone. */
  readonly zone: string;
  readonly quiet?: QuietHours;
  readonly cadence: Cadence;
  /** Local time of a daily or weekly digest, `HH:MM`. */
  readonly digestAt: string;
  readonly filters: readonly Filter[];
  /** Incidents that are muted here, newest last; bounded. */
  readonly muted: readonly string[];
  /** Discord role that is mentioned at this severity or above. */
  readonly mention?: { readonly role: string; readonly from: Severity };
  /** The platform's id of the person who set it up, to be told when something is wrong. */
  readonly createdBy?: string;
  readonly createdAt: Instant;
}
