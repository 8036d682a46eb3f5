import type { FeedState } from '../domain/feed.ts';
import type { FeedStates } from '../domain/ports.ts';
import { storeKey } from './store-key.ts';
import type { Table } from './table.ts';

/** One record for each feed: `FEED`. */
export const createFeedStates = (table: Table<FeedState>): FeedStates => ({
  get: (feedId) => table.get(storeKey(feedId)),
  all: async () => {
    const states: FeedState[] = [];
    for await (const state of table.iterate()) states.push(state);
    return states;
  },
  set: (state) => table.set(storeKey(state.feedId), state),
});
