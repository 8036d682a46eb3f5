import type { Entry, Novelty, ParsedEntry, SeenEntry } from '../domain/entry.ts';
import type { Feed, FeedState, FeedWishes, IdentityRung } from '../domain/feed.ts';
import { hashId } from '../domain/hash-id.ts';
import { HOUR, type Instant, type Millis } from '../domain/instant.ts';
import { detectLanguage } from './detect-language.ts';
import { heedWishes } from './heed-wishes.ts';
import { type Identified, identify } from './identify.ts';
import { learnHabits } from './learn-habits.ts';
import { contentHash } from './substance.ts';

export interface SiftOptions {
  /** How old an entry may be that we catch up on after a gap, or that a search or the press brings. */
  readonly maxEntryAge: Millis;
  /** BCP 47, as the feed itself names it: decides where the words of an entry do not. */
  readonly language?: string | undefined;
  /** When the feed asks to be left alone; heard within the feed's own bounds. */
  readonly wishes?: FeedWishes | undefined;
}

export interface Sifted {
  /** New and revised, oldest first. */
  readonly entries: readonly Entry[];
  /** Never seen before and not to be read: there at the first poll, or too old. */
  readonly passedOver: readonly ParsedEntry[];
  /** To be added to the store after what came of `entries`. */
  readonly seen: readonly SeenEntry[];
  /** To be written last. */
  readonly state: FeedState;
}

/** So many of its longest intervals without a good poll are a gap: entries may have passed unseen. */
const GAP_INTERVALS = 4;
/** Clocks of publishers run ahead a little; more is a wrong date (Finextra). */
const FUTURE_TOLERANCE: Millis = HOUR;

/** What is the same for all entries of one poll. */
interface Poll {
  readonly feed: Feed;
  readonly state: FeedState;
  readonly seen: ReadonlyMap<string, SeenEntry>;
  readonly now: Instant;
  readonly options: SiftOptions;
  readonly isFirst: boolean;
  readonly afterGap: boolean;
}

const isAfterGap = (feed: Feed, state: FeedState, now: Instant): boolean =>
  state.lastSuccessAt !== undefined && now - state.lastSuccessAt > GAP_INTERVALS * feed.every.max;

/** When it was published, as far as that can be believed; else when we first saw it. */
const publication = (
  entry: ParsedEntry,
  firstSeenAt: Instant,
): Pick<Entry, 'publishedAt' | 'publishedEstimated'> => {
  const { publishedAt, publishedEstimated } = entry;
  if (publishedAt === undefined || publishedAt > firstSeenAt + FUTURE_TOLERANCE) {
    return { publishedAt: firstSeenAt, publishedEstimated: true };
  }
  return { publishedAt: Math.min(publishedAt, firstSeenAt), publishedEstimated };
};

const languageOf = (entry: ParsedEntry, { feed, options }: Poll): string =>
  feed.language ?? detectLanguage(`${entry.title}\n${entry.text.slice(0, 1_000)}`, options.language);

/** An id may be an address of a kind that no reader can open (`tag:`). */
const isReadable = (url: string | undefined): url is string => url !== undefined && /^https?:/.test(url);

/** Authorities and exchanges speak for themselves, whatever their software calls the source. */
const publisherOf = (entry: ParsedEntry, feed: Feed): string =>
  feed.kind === 'press' || feed.search !== undefined ? (entry.publisher ?? feed.publisher) : feed.publisher;

const entryOf = ({ entry, key }: Identified, poll: Poll, novelty: Novelty, firstSeenAt: Instant): Entry => {
  const { feed, afterGap, now } = poll;
  const published = publication(entry, firstSeenAt);
  return {
    id: hashId(feed.id, key),
    feedId: feed.id,
    key,
    title: entry.title,
    text: entry.text,
    ...(isReadable(entry.url) ? { url: entry.url } : {}),
    publisher: publisherOf(entry, feed),
    language: languageOf(entry, poll),
    ...published,
    firstSeenAt,
    novelty,
    late: afterGap && published.publishedAt < now - feed.every.max,
  };
};

const isTooOld = ({ publishedAt }: Entry, { now, options }: Poll): boolean =>
  now - publishedAt > options.maxEntryAge;

/** An authority dates notices by decision, days before it publishes them: only hearsay and a backlog go by date. */
const isBoundByAge = ({ feed, afterGap }: Poll): boolean =>
  afterGap || feed.search !== undefined || feed.kind === 'press';

const seenBefore = ({ keys }: Identified, seen: ReadonlyMap<string, SeenEntry>): SeenEntry | undefined =>
  keys.map((key) => seen.get(key)).find((found) => found !== undefined);

const isUnheardOf = (found: Identified, { isFirst, state, seen }: Poll): boolean =>
  !isFirst && !state.lastKeys.includes(found.key) && seenBefore(found, seen) === undefined;

const newOrNothing = (found: Identified, poll: Poll): Entry | undefined => {
  if (!isUnheardOf(found, poll)) return undefined;
  const entry = entryOf(found, poll, 'new', poll.now);
  return isBoundByAge(poll) && isTooOld(entry, poll) ? undefined : entry;
};

const revisedOrNothing = (found: Identified, before: SeenEntry, poll: Poll): Entry | undefined => {
  if (before.contentHash === contentHash(found.entry)) return undefined;
  const entry = entryOf(found, poll, 'revised', before.seenAt);
  // A site that rewrites its archive revises nothing of today.
  return isTooOld(entry, poll) ? undefined : entry;
};

const siftOne = (
  found: Identified,
  poll: Poll,
): { readonly entry?: Entry; readonly isPassedOver: boolean; readonly seen: readonly SeenEntry[] } => {
  const before = seenBefore(found, poll.seen);
  const entry = before === undefined ? newOrNothing(found, poll) : revisedOrNothing(found, before, poll);
  const hash = contentHash(found.entry);
  const changed = found.keys.filter((key) => poll.seen.get(key)?.contentHash !== hash);
  const seenAt = before?.seenAt ?? poll.now;
  const seen = changed.map((key) => ({
    v: 1 as const,
    feedId: poll.feed.id,
    key,
    contentHash: hash,
    seenAt,
  }));
  const isPassedOver = entry === undefined && before === undefined;
  return entry === undefined ? { seen, isPassedOver } : { entry, seen, isPassedOver };
};

const newest = (entries: readonly Entry[], now: Instant, before: Instant | undefined): Instant | undefined =>
  entries.some(({ novelty }) => novelty === 'new') ? now : before;

/** The dates of what appeared since the last poll, those included that are too old to be told. */
const datesOfUnheardOf = (identified: readonly Identified[], poll: Poll): readonly Instant[] =>
  identified.flatMap((found) => {
    const { publishedAt } = found.entry;
    return publishedAt !== undefined && isUnheardOf(found, poll) ? [publishedAt] : [];
  });

const nextState = (poll: Poll, identified: readonly Identified[], entries: readonly Entry[]): FeedState => {
  const { feed, state, now } = poll;
  const { wishes = {} } = poll.options;
  const { lastFailure: _healed, ...kept } = state;
  const lastEntryAt = newest(entries, now, state.lastEntryAt);
  const habits = poll.afterGap
    ? {}
    : learnHabits(state, { dates: datesOfUnheardOf(identified, poll), any: lastEntryAt === now }, now);
  return {
    ...kept,
    health: 'ok',
    failures: 0,
    firstPolledAt: state.firstPolledAt ?? now,
    lastPolledAt: now,
    lastSuccessAt: now,
    ...(lastEntryAt === undefined ? {} : { lastEntryAt }),
    ...habits,
    nextPollAt: heedWishes(feed, wishes, now, state.nextPollAt),
    wishes,
    lastKeys: identified.map(({ key }) => key),
  };
};

const saysSomething = ({ title, text }: ParsedEntry): boolean => title !== '' || text !== '';

/** A search wraps its links anew each day: only publisher and headline stay. */
const distrustedIn = (feed: Feed, state: FeedState): readonly IdentityRung[] =>
  feed.search === undefined ? state.distrusted : ['guid', 'url'];

/** Every key under which the entries may have been seen: what to ask the store for before `sift`. */
export const keysToLookUp = (
  feed: Feed,
  state: FeedState,
  parsed: readonly ParsedEntry[],
): readonly string[] =>
  identify(parsed.filter(saysSomething), distrustedIn(feed, state)).entries.flatMap(({ keys }) => keys);

/**
 * What of a poll is worth reading. `state` is what the fetch gave back, `seen` what the store knows of
 * `keysToLookUp`. The first poll is silent; afterwards what was never seen is new whatever its date, and what was
 * seen and now says something else is revised. Pure.
 */
export const sift = (
  feed: Feed,
  state: FeedState,
  parsed: readonly ParsedEntry[],
  seen: ReadonlyMap<string, SeenEntry>,
  now: Instant,
  options: SiftOptions,
): Sifted => {
  const isFirst = state.firstPolledAt === undefined;
  const poll: Poll = { feed, state, seen, now, options, isFirst, afterGap: isAfterGap(feed, state, now) };
  const identities = identify(parsed.filter(saysSomething), distrustedIn(feed, state));
  const sifted = identities.entries.map((found) => siftOne(found, poll));
  const entries = sifted
    .flatMap(({ entry }) => (entry === undefined ? [] : [entry]))
    .reverse()
    .sort((a, b) => a.publishedAt - b.publishedAt);
  const passedOver = identities.entries.flatMap(({ entry }, at) =>
    sifted[at]?.isPassedOver === true ? [entry] : [],
  );
  return {
    passedOver,
    entries,
    seen: sifted.flatMap((one) => one.seen),
    state: { ...nextState(poll, identities.entries, entries), distrusted: identities.distrusted },
  };
};
