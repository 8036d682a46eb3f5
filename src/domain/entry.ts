import type { Instant } from './instant.ts';

/** One element of a feed as the parser gives it, before we know whether it is new. */
export interface ParsedEntry {
  /** The publisher's own id, if it gave one. */
  readonly guid?: string;
  /** Plain text, one line; may be empty where the feed gives only a text. */
  readonly title: string;
  /** Absolute; absent where the feed gives none. */
  readonly url?: string;
  /** Absent where the feed gives no date that can be read. */
  readonly publishedAt?: Instant;
  /** The date is a guess: no zone was named, or an unknown one. */
  readonly publishedEstimated: boolean;
  /** Plain text, as long as the feed gave it. */
  readonly text: string;
  /** Named by the entry itself, where a feed carries other people's entries (news searches). */
  readonly publisher?: string;
}

/** Why an entry passes the sieve: never seen before, or seen and changed in substance. */
export type Novelty = 'new' | 'revised';

/** One normalised element of a feed, as published, and worth reading. */
export interface Entry {
  /** Unique over all feeds: hash of feed and key. */
  readonly id: string;
  readonly feedId: string;
  /** What identified it within its feed. */
  readonly key: string;
  readonly title: string;
  readonly text: string;
  readonly url?: string;
  readonly publisher: string;
  /** BCP 47; `und` where it could not be told. */
  readonly language: string;
  /** What a language model wrote of it, checked, by the language it is in. */
  readonly summaries?: Readonly<Record<string, string>>;
  readonly publishedAt: Instant;
  readonly publishedEstimated: boolean;
  readonly firstSeenAt: Instant;
  readonly novelty: Novelty;
  /** Published while we were away: the alert says so. */
  readonly late: boolean;
}

/** What we keep of an entry once it is read. `key` is unique within its feed. */
export interface SeenEntry {
  readonly v: 1;
  readonly feedId: string;
  readonly key: string;
  /** Hash of the title and text in substance: a change makes the entry `revised`. */
  readonly contentHash: string;
  readonly seenAt: Instant;
}
