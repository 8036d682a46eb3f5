import type { Feed, FeedState } from '../domain/feed.ts';
import type { Clock } from '../domain/ports.ts';
import { isOf } from '../feeds/due.ts';
import { feedAlarms } from '../feeds/feed-alarms.ts';
import type { FeedBook } from '../feeds/feed-book.ts';
import { type HealthNotice, healthNotices } from '../feeds/health-notices.ts';

export interface FeedStateParts {
  readonly feedBook: FeedBook;
  readonly feeds: () => readonly Feed[];
  readonly clock: Clock;
  /** Hears of every change in a feed's health, once the store has it. */
  readonly onNotices: (notices: readonly HealthNotice[]) => void;
}

/** The feed book as the pipeline writes it: each poll's state is kept with its alarms, and what changed is told. */
export const createFeedStates = ({ feedBook, feeds, clock, onNotices }: FeedStateParts) => {
  return {
    get: feedBook.get,
    set: async (state: FeedState): Promise<void> => {
      const feed = feeds().find(({ id }) => id === state.feedId);
      if (feed === undefined) return feedBook.set(state);
      // The catalogue was read again during the poll: what the old address said is not known of the new one.
      if (!isOf(feed, state)) return;
      const before = feedBook.get(feed);
      const { alarms: told = [], ...rest } = state;
      const alarms = feedAlarms(feed, state, told, clock.now());
      const after: FeedState = alarms.length === 0 ? rest : { ...rest, alarms };
      await feedBook.set(after);
      onNotices(healthNotices(feed, before, after));
    },
  };
};
