import type { Feed, FeedState } from '../domain/feed.ts';
import { DAY, HOUR, type Instant, MINUTE, type Millis } from '../domain/instant.ts';
import { feedAddress } from './feed-address.ts';
import { heedWishes } from './heed-wishes.ts';

/** 0 <= random() < 1. */
export type Random = () => number;

/** A feed that published this recently is asked as often as it may be. */
const LIVELY: Millis = 6 * HOUR;
/** One that has been silent this long, as rarely. */
const QUIET: Millis = 2 * DAY;
const JITTER = 0.1;
const LONGEST_BACKOFF: Millis = 6 * HOUR;
const BLOCKED_BACKOFF: Millis = HOUR;
const MAX_DOUBLINGS = 10;
/** Ticks are a second apart or more: what falls due nearer to this one than to the next goes with it. */
const HALF_A_TICK: Millis = 500;

/** Starts spread by a tenth either way: no herd on the full minute, none after a restart. */
const jittered = (time: Millis, random: Random): Millis =>
  Math.round(time * (1 - JITTER + 2 * JITTER * random()));

/** Between the feed's shortest and longest interval, by how long ago it last brought something. */
const adaptive = (feed: Feed, state: FeedState, now: Instant): Millis => {
  const { min, max } = feed.every;
  const since = state.lastEntryAt ?? state.firstPolledAt;
  if (since === undefined) return min;
  // A feed that has brought nothing yet is not lively for being new to us.
  const least = state.lastEntryAt === undefined ? 0.5 : 0;
  const share = Math.min(1, Math.max(least, (now - since - LIVELY) / (QUIET - LIVELY)));
  return min + share * (max - min);
};

/**
 * When to ask next after a good answer. `freshFor` is what the server says, `state.wishes` what the feed said last;
 * both are heard within the feed's own bounds.
 */
export const nextPollAt = (
  feed: Feed,
  state: FeedState,
  now: Instant,
  random: Random,
  freshFor: Millis = 0,
): Instant => {
  const wanted = Math.max(adaptive(feed, state, now), Math.min(freshFor, feed.every.max));
  const at = now + Math.max(jittered(wanted, random), feed.every.min * (1 - JITTER));
  return heedWishes(feed, state.wishes ?? {}, now, at);
};

/** When to ask next after `failures` bad answers in a row: doubling, never before the server's own `notBefore`. */
export const retryAt = (
  feed: Feed,
  failures: number,
  now: Instant,
  random: Random,
  options: { readonly notBefore?: Millis | undefined; readonly blocked?: boolean } = {},
): Instant => {
  const base =
    options.blocked === true ? Math.max(BLOCKED_BACKOFF, feed.every.max) : Math.max(MINUTE, feed.every.min);
  const doubled = base * 2 ** Math.min(Math.max(0, failures - 1), MAX_DOUBLINGS);
  const backoff = Math.min(doubled, Math.max(LONGEST_BACKOFF, feed.every.max));
  return now + Math.max(jittered(backoff, random), options.notBefore ?? 0);
};

/** A time within the next interval, and at most a minute: a start must not ask everybody at once. */
const soon = (feed: Feed, now: Instant, random: Random): Instant =>
  now + Math.round(random() * Math.min(feed.every.min, MINUTE));

/** The state of a feed that was never asked: first polls spread over one interval. */
export const newFeedState = (feed: Feed, now: Instant, random: Random): FeedState => ({
  v: 1,
  feedId: feed.id,
  health: 'new',
  address: feedAddress(feed),
  failures: 0,
  nextPollAt: soon(feed, now, random),
  lastKeys: [],
  distrusted: [],
});

/** True for the state of this feed; false where it was written under another address. */
export const isOf = (feed: Feed, { address }: FeedState): boolean =>
  address === undefined || address === feedAddress(feed);

/**
 * The state of a feed as we go on with it after a stop. What fell due meanwhile is spread like first polls; where the
 * catalogue has another address now, what we know is of another feed.
 */
export const resumedState = (feed: Feed, state: FeedState, now: Instant, random: Random): FeedState => {
  if (!isOf(feed, state)) return newFeedState(feed, now, random);
  const nextPollAt = state.nextPollAt > now ? state.nextPollAt : soon(feed, now, random);
  return { ...state, address: feedAddress(feed), nextPollAt };
};

/** Redirects may lead two feeds to one address: the one that comes first in the catalogue asks it for both. */
const withoutTwins = (feeds: readonly Feed[], states: ReadonlyMap<string, FeedState>): readonly Feed[] => {
  const asked = new Set<string>();
  return feeds.filter((feed) => {
    // One answer may be read by several mappings.
    const what = `${feed.format?.items ?? ''} ${states.get(feed.id)?.url ?? feedAddress(feed)}`;
    if (asked.has(what)) return false;
    asked.add(what);
    return true;
  });
};

/** Never too soon for a server that has asked us to wait. */
const graceOf = ({ failures }: FeedState): Millis => (failures > 0 ? 0 : HALF_A_TICK);

/** Enabled feeds whose time has come, longest overdue first. A feed that is gone stays away. */
export const dueFeeds = (
  feeds: readonly Feed[],
  states: ReadonlyMap<string, FeedState>,
  now: Instant,
): readonly Feed[] => {
  const at = (feed: Feed): Instant => {
    const state = states.get(feed.id);
    return state === undefined ? 0 : state.nextPollAt - graceOf(state);
  };
  const asked = feeds.filter((feed) => feed.enabled && states.get(feed.id)?.health !== 'gone');
  return withoutTwins(asked, states)
    .filter((feed) => at(feed) <= now)
    .sort((a, b) => at(a) - at(b));
};
