import type { Feed } from '../domain/feed.ts';
import { feedAddress } from '../feeds/feed-address.ts';
import type { LiveSteps } from './live-steps.ts';

/** The feeds of the catalogue of now. */
export interface ListedFeeds {
  all(): readonly Feed[];
  /** False for a feed that was taken out, disabled, or given another address while it was being polled. */
  isAsked(feed: Feed): boolean;
}

export const createListedFeeds = (live: LiveSteps): ListedFeeds => {
  const byId = live.derive(({ catalogue }) => new Map(catalogue.feeds.map((feed) => [feed.id, feed])));
  return {
    all: () => live.now().catalogue.feeds,
    isAsked: (feed) => {
      const listed = byId().get(feed.id);
      return listed?.enabled === true && feedAddress(listed) === feedAddress(feed);
    },
  };
};
