import { createMatchIndex } from '../delivery/match-index.ts';
import { createPlaces } from '../delivery/places.ts';
import { createSubscriptionBook } from '../delivery/subscription-book.ts';
import type { Store } from '../domain/ports.ts';
import { createFeedBook } from '../feeds/feed-book.ts';
import { createBoard } from '../incidents/board.ts';
import { createIncidentBook } from './incident-book.ts';
import { createLastSent } from './last-sent.ts';
import type { HouseParts } from './life.ts';
import { createListedFeeds } from './listed-feeds.ts';
import { createLiveCorrelator } from './live-correlator.ts';
import { createObjectionBook } from './objection-book.ts';
import { createWatch } from './watch.ts';

/** What is kept in memory, exact with the store. */
export const createMemory = (
  { live, clock, logger }: Pick<HouseParts, 'live' | 'clock' | 'logger'>,
  store: Store,
) => {
  const places = live.derive(({ catalogue }) => createPlaces(catalogue.jurisdictions));
  const index = createMatchIndex({ near: (code) => places().near(code) });
  const correlator = createLiveCorrelator(live);
  const blocs = live.derive(
    ({ catalogue }) => new Map(catalogue.jurisdictions.map((place) => [place.code, place.blocs])),
  );
  const board = createBoard([], (code) => blocs().get(code) ?? []);
  return {
    ...{ index, correlator, board },
    subscriptions: createSubscriptionBook(store.subscriptions, index),
    incidents: createIncidentBook(store.incidents, [correlator, board]),
    objections: createObjectionBook(store.objections, clock, logger),
    feeds: createListedFeeds(live),
    feedBook: createFeedBook(store.feedStates, clock, Math.random),
    watch: createWatch({ logger }),
    lastSent: createLastSent(),
  };
};

export type Memory = ReturnType<typeof createMemory>;
