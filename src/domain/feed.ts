import type { Instant, Millis } from './instant.ts';

/** Who speaks: the authority itself, an exchange itself, or somebody about them. */
export type FeedKind = 'official' | 'exchange' | 'press';

/** Where a JSON endpoint keeps its list and its fields; paths are dotted (`data.items`, `attributes.title`). */
export interface JsonMapping {
  readonly items: string;
  readonly title: string;
  readonly url?: string;
  readonly id?: string;
  readonly text?: string;
  readonly publishedAt?: string;
  /** Put before a `url` that is a path or an id. */
  readonly urlPrefix?: string;
}

/** A Google News search that stands in for an authority which has no feed of its own. */
export interface NewsSearch {
  readonly query: string;
  readonly language: string;
  readonly country: string;
}

/** One URL of the catalogue that we poll (`config/feeds.yaml`). */
export interface Feed {
  readonly id: string;
  readonly url: string;
  readonly publisher: string;
  readonly kind: FeedKind;
  /** ISO 3166-1 alpha-2, ISO 3166-2 or `EU`: where the publisher acts; absent for the press of the world. */
  readonly jurisdiction?: string;
  /** BCP 47. Absent: detected for each entry. */
  readonly language?: string;
  /** Shortest and longest time between two polls; equal where the feed is not adaptive. */
  readonly every: { readonly min: Millis; readonly max: Millis };
  readonly enabled: boolean;
  /** IANA zone for dates that name none. */
  readonly zone?: string;
  readonly format?: JsonMapping;
  readonly search?: NewsSearch;
  readonly note?: string;
}

/** How a feed is doing; a feed that is `gone` is polled no more until an operator changes its entry. */
export type FeedHealth = 'new' | 'ok' | 'failing' | 'blocked' | 'gone';

/** What we must remember of a feed between two polls. Written last, after everything that came of the poll. */
export interface FeedState {
  readonly v: 1;
  readonly feedId: string;
  readonly health: FeedHealth;
  /** The catalogue's address when this state began: another one there is another feed. */
  readonly address?: string;
  /** The address that answers now, after a permanent redirect. */
  readonly url?: string;
  /** What `url` was before it failed and was forgotten: operators have been told of it. */
  readonly formerUrl?: string;
  readonly etag?: string;
  readonly lastModified?: string;
  /** Hash of the last body, for servers without validators. */
  readonly bodyHash?: string;
  /** Absent until the first good poll: that one is silent. */
  readonly firstPolledAt?: Instant;
  readonly lastPolledAt?: Instant;
  readonly lastSuccessAt?: Instant;
  /** When the newest entry was first seen. */
  readonly lastEntryAt?: Instant;
  readonly failures: number;
  readonly lastFailure?: string;
  readonly nextPollAt: Instant;
  /** Keys of the last good poll's entries: what is absent here and never seen is new, whatever its date. */
  readonly lastKeys: readonly string[];
  /** Rungs of the identity ladder that proved worthless in this feed (an id that repeats). */
  readonly distrusted: readonly IdentityRung[];
  /** Of the latest new entries: their date less when we first saw them. */
  readonly dateOffsets?: readonly Millis[];
  readonly rhythm?: FeedRhythm;
  /** As the last body that was read said; an unchanged answer has none of its own. */
  readonly wishes?: FeedWishes;
  /** What operators were told of and has not recovered. */
  readonly alarms?: readonly FeedAlarm[];
}

/** When a feed asks to be left alone (RSS 2.0 `ttl`, `skipHours`, `skipDays`; the syndication module). */
export interface FeedWishes {
  readonly ttlMs?: Millis;
  /** 0 to 23, GMT. */
  readonly skipHours?: readonly number[];
  /** 0 (Sunday) to 6, GMT. */
  readonly skipDays?: readonly number[];
}

/** How often a feed brings something new, from the polls that did. */
export interface FeedRhythm {
  readonly since: Instant;
  readonly arrivals: number;
  /** Moving average of the time between two arrivals. */
  readonly usualGap: Millis;
  /** The longest silence so far; halves in a month. */
  readonly longestGap: Millis;
}

export const FEED_ALARMS = ['gone', 'blocked', 'failing', 'silent', 'dates-off'] as const;
export type FeedAlarm = (typeof FEED_ALARMS)[number];

/** What may identify an entry within its feed, strongest first. */
export type IdentityRung = 'guid' | 'url' | 'text';

/** What came of asking a feed's address. */
export type Fetched =
  | {
      readonly kind: 'body';
      readonly bytes: Uint8Array;
      readonly contentType?: string;
      /** The address that answered at last; relative links resolve against it. */
      readonly url: string;
      readonly state: FeedState;
    }
  | { readonly kind: 'unchanged'; readonly state: FeedState }
  | {
      readonly kind: 'failed';
      readonly reason: FetchFailure;
      readonly detail: string;
      readonly state: FeedState;
    };

export type FetchFailure =
  | 'unreachable'
  | 'timeout'
  | 'refused-address'
  | 'too-large'
  | 'http-error'
  | 'rate-limited'
  | 'blocked'
  | 'gone'
  | 'not-a-feed'
  | 'malformed';
