import type { Catalogue } from '../domain/catalogue.ts';
import type { Destination, Platform } from '../domain/destination.ts';
import type { Feed, FeedState } from '../domain/feed.ts';
import type { Incident } from '../domain/incident.ts';
import type { Instant } from '../domain/instant.ts';
import type { Clock, Logger, Subscriptions, Words } from '../domain/ports.ts';
import type { Filter } from '../domain/subscription.ts';

/** What is restricted where, and its history; answers from memory. */
export interface Board {
  /** What stands now, gravest or newest first. */
  standing(where: { readonly exchange?: string; readonly jurisdiction?: string }): readonly Incident[];
  /** All that is known of an exchange, newest first. */
  timeline(exchange: string): readonly Incident[];
  /** The newest incidents, newest first. */
  latest(count: number): readonly Incident[];
  /** By the beginning of its id; undefined where none, or several, begin so. */
  find(idPrefix: string): Incident | undefined;
  /** When the records begin; absent while there are none. */
  readonly since?: Instant | undefined;
}

/** Why an entry became, or did not become, an alert. */
export interface Explanation {
  readonly title: string;
  readonly url?: string;
  readonly relevant: boolean;
  /** The classifier's sentence. */
  readonly why: string;
  /** 0 to 1. */
  readonly confidence: number;
  /** The words of the entry that carried the reading. */
  readonly cues: readonly string[];
  /** Why it was joined to its incident; absent where it opened it. */
  readonly joined?: string;
  readonly incidentId?: string;
  /** The step that ended its line; absent where it made an alert. `why` of a `sift` is `first-poll` or `too-old`. */
  readonly stoppedAt?: 'sift' | 'classify' | 'correlate';
}

/** What became of an alert in a place: told, kept back, or not told at all. A mute has no end of its own. */
export interface Fate {
  readonly what:
    | 'sent'
    | 'in-digest'
    | 'held'
    | 'dropped-by-operator'
    | 'muted'
    | 'paused'
    | 'quiet'
    | 'digest'
    | 'not-sent';
  /** Since when, or, of quiet hours and digests, until when. */
  readonly at?: Instant;
}

export interface OperatorStats {
  readonly waiting: number;
  readonly parked: number;
  readonly incidents: number;
  readonly subscriptions: number;
  readonly startedAt: Instant;
  /** Alerts that the brake holds, and why. */
  readonly held: number;
  readonly heldWhy: string;
  /** By platform: what its bot says of itself. */
  readonly platforms: Readonly<Record<string, string>>;
  /** When the oldest alert was made that should have gone out by now. */
  readonly oldestAt?: Instant;
  /** How the canary is, where there is one. */
  readonly canary?: { readonly ok: boolean; readonly lastSuccessAt: Instant };
}

export type Reloaded =
  | { readonly ok: true; readonly feeds: number; readonly exchanges: number }
  /** Nothing was taken over. */
  | { readonly ok: false; readonly faults: readonly string[] };

/** What only the operators may set off. */
export interface Operators {
  /** Tells all who were told; resolves to their number. */
  retract(incident: Incident, reason: string): Promise<number>;
  /** The younger joins the older; resolves to the one that stands. */
  merge(a: Incident, b: Incident): Promise<Incident>;
  reload(): Promise<Reloaded>;
  /** Resolves to the number of alerts concerned. */
  releaseBrake(word: 'send' | 'drop'): Promise<number>;
  stats(): Promise<OperatorStats>;
}

/** Addresses to put on a web page. */
export interface SharedLinks {
  readonly person: string;
  readonly group: string;
}

/** All that the commands need of the rest of the house. */
export interface Rooms {
  readonly words: Words;
  readonly catalogue: Catalogue;
  /** The book that keeps store and index exact. */
  readonly subscriptions: Pick<Subscriptions, 'get' | 'save' | 'delete'>;
  readonly board: Board;
  feeds(): readonly { readonly feed: Feed; readonly state?: FeedState }[];
  /** Newest first; empty where we have not seen it. */
  why(idOrUrl: string): Promise<readonly Explanation[]>;
  /** What became of alerts about it there; empty where nothing is subscribed. */
  fate(incident: Incident, destination: Destination): Promise<readonly Fate[]>;
  /** True when an alert about the incident is what the filter wishes. */
  matches(filter: Filter, incident: Incident): boolean;
  /** When something was last sent there; undefined if never. */
  lastSent(destination: Destination): Promise<Instant | undefined>;
  /** Removes all else that is kept of a place (what was sent there, what is owed) and of a person, wherever it is. */
  forget(destination: Destination, person: string | undefined): Promise<void>;
  /** Alerts that readers called not relevant. */
  readonly objections: {
    /** @param by the person, as `destinationKey` writes one; counts once */
    add(incidentId: string, by: string): Promise<void>;
    /** Most first. */
    most(count: number): readonly { readonly incidentId: string; readonly count: number }[];
  };
  /** Which of the rights that alerts need are missing there; undefined where the platform does not tell. */
  readonly missingRights?: (destination: Destination) => readonly string[] | undefined;
  /** Links that carry a wish into a person's chat with us and into a group, where the platform has such links. */
  readonly linksTo?: (platform: Platform, payload: string) => SharedLinks | undefined;
  readonly operators: Operators;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly defaults: { readonly language: string; readonly zone: string };
  /** Filters of one subscription. */
  readonly filterLimit: number;
}
