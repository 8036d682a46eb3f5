/** Every seam of the house on one screen: what the steps need from outside, and nothing about who provides it. */
import type { AlertCard, Card, Message, TextCard } from './card.ts';
import type { Broadcast, DeferredDelivery, SentMessage } from './delivery.ts';
import type { Destination, Platform } from './destination.ts';
import type { Entry, SeenEntry } from './entry.ts';
import type { UserError } from './errors.ts';
import type { Feed, FeedState, Fetched } from './feed.ts';
import type { Alert, Incident } from './incident.ts';
import type { Instant, Millis } from './instant.ts';
import type { Objection } from './objection.ts';
import type { Outcome } from './outcome.ts';
import type { Subscription } from './subscription.ts';
import type { Verdict } from './verdict.ts';

/** The wall clock for what people read and stores keep; the monotonic one for intervals and backoff. */
export interface Clock {
  now(): Instant;
  monotonic(): Millis;
}

/** One line per event, with fields; secrets are redacted behind it. */
export interface Logger {
  debug(event: string, fields?: Readonly<Record<string, unknown>>): void;
  info(event: string, fields?: Readonly<Record<string, unknown>>): void;
  warn(event: string, fields?: Readonly<Record<string, unknown>>): void;
  error(event: string, fields?: Readonly<Record<string, unknown>>): void;
}

/** Asks a feed's address once; never throws for what the network or the server does. */
export type FetchFeed = (feed: Feed, state: FeedState) => Promise<Fetched>;

/** Adds what the entry itself lacks; gives it back as it was where that fails. */
export type Enrich = (entry: Entry) => Promise<Entry>;

/** A second reader; undefined where it cannot or may not be asked, or does not answer as it should. */
export type Judge = (entry: Entry) => Promise<Verdict | undefined>;

/** Summaries of an entry by language, as a language model writes them: unchecked; undefined as of a judge. */
export type Summarise = (
  entry: Entry,
  languages: readonly string[],
) => Promise<Readonly<Record<string, string>> | undefined>;

/** Every store port rejects with StoreError when the store cannot answer: silence would resend or forget. */
export interface FeedStates {
  get(feedId: string): Promise<FeedState | undefined>;
  all(): Promise<readonly FeedState[]>;
  set(state: FeedState): Promise<void>;
}

export interface SeenEntries {
  /** Those of `keys` that were seen in this feed. */
  get(feedId: string, keys: readonly string[]): Promise<ReadonlyMap<string, SeenEntry>>;
  add(entries: readonly SeenEntry[]): Promise<void>;
}

export interface Incidents {
  all(): AsyncIterable<Incident>;
  get(id: string): Promise<Incident | undefined>;
  save(incidents: readonly Incident[]): Promise<void>;
}

export interface Subscriptions {
  all(): AsyncIterable<Subscription>;
  get(destination: Destination): Promise<Subscription | undefined>;
  save(subscription: Subscription): Promise<void>;
  delete(destination: Destination): Promise<void>;
}

/** What is owed. A broadcast is one record until all its deliveries are settled; deliveries that wait have their own. */
export interface Outbox {
  add(broadcasts: readonly Broadcast[]): Promise<void>;
  broadcasts(): AsyncIterable<Broadcast>;
  remove(broadcastIds: readonly string[]): Promise<void>;
  defer(deliveries: readonly DeferredDelivery[]): Promise<void>;
  deferred(): AsyncIterable<DeferredDelivery>;
  settle(deliveryIds: readonly string[]): Promise<void>;
}

/** What was sent: the reply target, the edit target, and the proof that a delivery is done. */
export interface SentMessages {
  /** Answers in the order asked. */
  get(
    incidentId: string,
    destinations: readonly Destination[],
  ): Promise<readonly (SentMessage | undefined)[]>;
  toldOf(incidentId: string): Promise<readonly SentMessage[]>;
  add(messages: readonly SentMessage[]): Promise<void>;
  /** @param incidentIds all of which it may have been told, where they are known: spares a walk over everything sent */
  forget(destination: Destination, incidentIds?: readonly string[]): Promise<void>;
}

/** What readers called not relevant. */
export interface Objections {
  all(): AsyncIterable<Objection>;
  /** Of one person about one incident there is one. */
  add(objection: Objection): Promise<void>;
  /** Forgets all that a person said. */
  forget(by: string): Promise<void>;
}

/** A lease in our hands. */
export interface HeldLease {
  release(): Promise<void>;
  /** False while it is not renewed in time: from then on another may have it. */
  isFresh(): boolean;
  /** It is lost or given back, and does not become fresh again. */
  isOver(): boolean;
}

/** The right to be the one writer, or the one who does something. */
export interface Lease {
  /** Resolves to a release function, or rejects with StoreError naming the holder's host, pid and age. */
  acquire(waitMs: Millis): Promise<() => Promise<void>>;
  /** Takes it where it is free or its holder gone; undefined while another has it. */
  attempt(): Promise<HeldLease | undefined>;
}

/** All of the store, opened together and closed together. */
export interface Store {
  readonly feedStates: FeedStates;
  readonly seenEntries: SeenEntries;
  readonly incidents: Incidents;
  readonly subscriptions: Subscriptions;
  readonly outbox: Outbox;
  readonly sentMessages: SentMessages;
  readonly objections: Objections;
  readonly lease: Lease;
  /** The right to a part of the work, where several processes share the store; lost as `lease` is. */
  leaseOf(part: string): Lease;
  close(): Promise<void>;
}

/**
 * The tiny contract of a platform. `render` is pure; `send` and `edit` never throw for what the platform answers.
 * `again`: an earlier attempt or a former run may have sent it already.
 */
export interface Messenger {
  readonly platform: Platform;
  render(card: Card): Message;
  send(destination: Destination, message: Message, deliveryId: string, again?: boolean): Promise<Outcome>;
  edit(destination: Destination, messageId: string, message: Message): Promise<Outcome>;
}

/** Whom the words are for. */
export interface Reader {
  /** BCP 47, one of the locales; anything else is answered in its nearest, at last in English. */
  readonly language: string;
  /** IANA zone of the times. */
  readonly zone: string;
}

/** Everything that a reader sees, in the reader's language. Pure. */
export interface Words {
  /** BCP 47 tags of the locales. */
  readonly languages: readonly string[];
  /** The string `key` of the locale with its ICU placeholders filled; an unknown key is a bug and throws. */
  say(language: string, key: string, params?: Readonly<Record<string, string | number>>): string;
  alert(incident: Incident, alert: Alert, reader: Reader): AlertCard;
  /** Several incidents in one message: grouped by severity and place. */
  digest(incidents: readonly Incident[], reader: Reader): TextCard;
  /** What a person did wrong, what was understood, and the nearest right thing. */
  mistake(error: UserError, language: string): TextCard;
  exchangeName(id: string, language: string): string;
  placeName(code: string, language: string): string;
  time(at: Instant, reader: Reader): string;
}
