import type { Feed } from './domain/feed.ts';
import { lazily } from './domain/lazily.ts';
import type { parseFeed } from './feeds/parse.ts';
import type { createCheckFeed } from './wiring/check-feed.ts';

/** Reading a feed's bytes needs no catalogue; its libraries are loaded with the first feed. */
export const createParseStep = () => ({
  parse: async (...args: Parameters<typeof parseFeed>) =>
    (await import('./feeds/parse.ts')).parseFeed(...args),
});

/** Asking feeds once, as the doctor does, needs no store and no model. */
export const createFeedCheck = (...options: Parameters<typeof createCheckFeed>) => {
  const opened = lazily(async () => (await import('./wiring/check-feed.ts')).createCheckFeed(...options));
  return { checkFeed: async (feed: Feed) => (await opened())(feed) };
};

export type CheckFeed = ReturnType<typeof createFeedCheck>['checkFeed'];

/** Looks at store, clock and platforms; loads the platforms' libraries, so nothing else should. */
export const createHouseCheck = async () => (await import('./wiring/examine-house.ts')).examineHouse;

/** Shows an alert as a platform gets it; loads the platforms' libraries, so nothing else should. */
export const createPreviewStep = async () => (await import('./wiring/preview.ts')).preview;
