import type { Feed, FeedState } from '../domain/feed.ts';
import type { Clock, FeedStates } from '../domain/ports.ts';
import { isOf, newFeedState, type Random, resumedState } from './due.ts';

/** The states of all feeds in memory, exact with the store: whoever writes goes through it. */
export interface FeedBook {
  /** Reads the store, and goes on with the feeds of the catalogue where they were. */
  load(feeds: readonly Feed[]): Promise<void>;
  /** The catalogue was read again: where a feed has another address now, what we know is of another feed. */
  adopt(feeds: readonly Feed[]): void;
  get(feed: Feed): FeedState;
  set(state: FeedState): Promise<void>;
  /** Another process polls, and has written this. */
  put(state: FeedState): void;
  readonly states: ReadonlyMap<string, FeedState>;
}

export const createFeedBook = (store: FeedStates, clock: Clock, random: Random): FeedBook => {
  const states = new Map<string, FeedState>();
  return {
    states,
    async load(feeds) {
      const byId = new Map(feeds.map((feed) => [feed.id, feed]));
      for (const state of await store.all()) {
        const feed = byId.get(state.feedId);
        states.set(state.feedId, feed === undefined ? state : resumedState(feed, state, clock.now(), random));
      }
    },
    adopt(feeds) {
      for (const feed of feeds) {
        const known = states.get(feed.id);
        if (known !== undefined && !isOf(feed, known))
          states.set(feed.id, newFeedState(feed, clock.now(), random));
      }
    },
    get(feed) {
      const known = states.get(feed.id);
      if (known !== undefined) return known;
      const state = newFeedState(feed, clock.now(), random);
      states.set(feed.id, state);
      return state;
    },
    put: (state) => void states.set(state.feedId, state),
    async set(state) {
      await store.set(state);
      states.set(state.feedId, state);
    },
  };
};
