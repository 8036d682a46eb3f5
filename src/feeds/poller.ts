import type { Feed, FeedState } from '../domain/feed.ts';
import type { Instant, Millis } from '../domain/instant.ts';
import type { Clock, Logger } from '../domain/ports.ts';
import { dueFeeds } from './due.ts';

export interface PollerParts {
  readonly feeds: () => readonly Feed[];
  readonly stateOf: (feed: Feed) => FeedState;
  readonly poll: (feed: Feed) => Promise<void>;
  readonly clock: Clock;
  readonly logger: Logger;
}

/** Polls under way at once; hosts have queues of their own. */
const MOST_AT_ONCE = 64;
/** A poll whose store failed is tried again no sooner than this: the store needs rest more than we need news. */
const REST: Millis = 5_000;

/** Was the last poll in what is now the future, the clock was set back: the next would be late by as much. */
const asOf = (now: Instant, state: FeedState): FeedState =>
  (state.lastPolledAt ?? now) > now ? { ...state, nextPollAt: now } : state;

/** Polls what is due, each feed once at a time. What does not fit goes when another has ended. */
export const createPoller = ({ feeds, stateOf, poll, clock, logger }: PollerParts) => {
  const underway = new Map<string, Promise<void>>();
  let waiting: readonly Feed[] = [];
  const resting = new Map<string, { readonly until: Millis; readonly ms: Millis }>();

  const pollOne = async (feed: Feed): Promise<void> => {
    try {
      await poll(feed);
      resting.delete(feed.id);
    } catch (error) {
      // One of the three edges where a bug is caught: a feed must not take the others with it.
      // Doubled each time: a fault that stays must not have the publisher asked every few seconds.
      const last = resting.get(feed.id)?.ms ?? REST / 2;
      const ms = Math.min(last * 2, Math.max(REST, feed.every.max));
      resting.set(feed.id, { until: clock.monotonic() + ms, ms });
      logger.error('poll.failed', { feed: feed.id, error });
    } finally {
      underway.delete(feed.id);
      startWaiting();
    }
  };

  const isResting = ({ id }: Feed): boolean => (resting.get(id)?.until ?? 0) > clock.monotonic();

  const startWaiting = (): void => {
    while (waiting.length > 0 && underway.size < MOST_AT_ONCE) {
      const [feed, ...others] = waiting;
      waiting = others;
      if (feed !== undefined && !underway.has(feed.id) && !isResting(feed))
        underway.set(feed.id, pollOne(feed));
    }
  };

  return {
    /** Starts the polls that are due; does not wait for them. */
    tick(): void {
      const all = feeds();
      const now = clock.now();
      const states = new Map(all.map((feed) => [feed.id, asOf(now, stateOf(feed))]));
      waiting = dueFeeds(all, states, now);
      startWaiting();
    },
    /** Resolves when no poll is under way. */
    async idle(): Promise<void> {
      waiting = [];
      while (underway.size > 0) await Promise.all(underway.values());
    },
  };
};
