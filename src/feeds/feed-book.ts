import type { Feed, FeedState } from '../domain/feed.ts';
import type { Clock, FeedStates } from '../domain/ports.ts';
import { newFeedState, type Random } from './due.ts';

/** The states of all feeds in memory, exact with the store: whoever writes goes through it. */
export interface FeedBook {
  /** Reads the store. */
  load(): Promise<void>;
  get(feed: Feed): FeedState;
  set(state: FeedState): Promise<void>;
  readonly states: ReadonlyMap<string, FeedState>;
}

export const createFeedBook = (store: FeedStates, clock: Clock, random: Random): FeedBook => {
  const states = new Map<string, FeedState>();
  return {
    states,
    async load() {
      for (const state of await store.all()) states.set(state.feedId, state);
    },
    get(feed) {
      const known = states.get(feed.id);
      if (known !== undefined) return known;
      const state = newFeedState(feed, clock.now(), random);
      states.set(feed.id, state);
      return state;
    },
    async set(state) {
      await store.set(state);
      states.set(state.feedId, state);
    },
  };
};
