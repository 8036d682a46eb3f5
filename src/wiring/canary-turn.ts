import { createDelivery } from '../delivery/deliver.ts';
import type { LaneSettings } from '../delivery/delivery-desk.ts';
import { createDispatch } from '../delivery/dispatch.ts';
import { createMatchIndex } from '../delivery/match-index.ts';
import { createPlaces } from '../delivery/places.ts';
import { createSubscriptionBook } from '../delivery/subscription-book.ts';
import type { Destination, Platform } from '../domain/destination.ts';
import { DAY, type Millis } from '../domain/instant.ts';
import { createLane } from '../domain/lane.ts';
import type { Clock, Logger, Messenger, Words } from '../domain/ports.ts';
import type { Subscription } from '../domain/subscription.ts';
import { createFeedBook } from '../feeds/feed-book.ts';
import { createFetchFeed } from '../feeds/fetch.ts';
import { createPipeline } from '../pipeline.ts';
import type { Steps } from '../steps.ts';
import { openStore } from '../storage/open.ts';
import { serveCanary } from './canary-feed.ts';
import { createIncidentBook } from './incident-book.ts';

export interface CanaryTurnParts {
  readonly steps: Steps;
  readonly words: Words;
  /** Whom it is to reach, and in which language. */
  readonly to: readonly { readonly place: Destination; readonly language: string }[];
  readonly messengers: ReadonlyMap<Platform, Messenger>;
  readonly pace: (platform: Platform) => LaneSettings;
  readonly patience: Millis;
  readonly clock: Clock;
  readonly logger: Logger;
}

const subscribed = (place: Destination, language: string, now: number): Subscription => ({
  ...{ v: 1, destination: place, state: 'active', stateSince: now, createdAt: now, language, zone: 'UTC' },
  ...{ cadence: 'instant', digestAt: '08:00', muted: [] },
  filters: [
    {
      ...{ id: 'a', exchanges: [], jurisdictions: [], kinds: [], minSeverity: 'low', words: [] },
      onlyWhenNamed: false,
    },
  ],
});

const within = (ms: Millis, work: Promise<unknown>): Promise<unknown> =>
  Promise.race([work, new Promise((resolve) => setTimeout(resolve, ms).unref())]);

/**
 * One made-up entry on its way from feed to chat, through the real steps, on a store, a board and subscriptions of its
 * own that are thrown away. Resolves to what it came to: the platforms that took it, and where it stopped.
 */
export const canaryTurn = async (
  parts: CanaryTurnParts,
): Promise<{ readonly reached: ReadonlySet<Platform>; readonly came: readonly string[] }> => {
  const { steps, words, clock, logger } = parts;
  const came: string[] = [];
  const sent = new Set<Platform>();
  const missed = new Set<Platform>(parts.to.map(({ place }) => place.platform));
  let arrive = (): void => undefined;
  const arrived = new Promise<void>((resolve) => {
    arrive = resolve;
  });
  const store = await openStore('memory://', { clock, logger, onLeaseLost: () => undefined });
  const canary = await serveCanary(new Date(clock.now()));
  const index = createMatchIndex(createPlaces(steps.catalogue.jurisdictions));
  const subscriptions = createSubscriptionBook(store.subscriptions, index);
  for (const { place, language } of parts.to)
    await subscriptions.save(subscribed(place, language, clock.now()));
  const correlator = steps.createCorrelator();
  const incidents = createIncidentBook(store.incidents, [correlator]);
  const desk = createDelivery({
    ...{ outbox: store.outbox, sentMessages: store.sentMessages, subscriptions, words, clock, logger },
    ...{ incident: incidents.get, readFacts: index.readFacts },
    ...{ messengers: parts.messengers, pace: parts.pace },
    onEvent: ({ what, destination: { platform } }) => {
      came.push(`${platform}.${what}`);
      if (what !== 'sent') return;
      sent.add(platform);
      missed.delete(platform);
      if (missed.size === 0) arrive();
    },
  });
  const pipeline = createPipeline({
    ...{ store, correlator, incidents, desk, clock, lane: createLane(), random: Math.random },
    feedStates: createFeedBook(store.feedStates, clock, Math.random),
    fetchFeed: createFetchFeed({ clock, logger, userAgent: 'Curbwatch', allowPrivate: true }),
    enrich: async (entry) => entry,
    classify: steps.classify,
    isAsked: () => true,
    dispatch: createDispatch({
      ...{ outbox: store.outbox, sentMessages: store.sentMessages, index, clock },
      onBrake: () => undefined,
    }),
    maxEntryAge: DAY,
    onStep: ({ what, outcome }) => void came.push(`${what}.${outcome}`),
  });
  try {
    await desk.start();
    await pipeline.poll(canary.feed);
    canary.letOut();
    await pipeline.poll(canary.feed);
    if (incidents.size() > 0) await within(parts.patience, arrived);
    return { reached: sent, came };
  } finally {
    await desk.stop();
    canary.close();
    await store.close();
  }
};
