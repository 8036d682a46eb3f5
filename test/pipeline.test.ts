import { describe, expect, test } from '@jest/globals';
import { createDispatch } from '../src/delivery/dispatch.ts';
import { createMatchIndex } from '../src/delivery/match-index.ts';
import { createPlaces } from '../src/delivery/places.ts';
import type { Broadcast } from '../src/domain/delivery.ts';
import { StoreError } from '../src/domain/errors.ts';
import type { Feed, FeedState } from '../src/domain/feed.ts';
import { createLane } from '../src/domain/lane.ts';
import { createPipeline, type PipelineParts } from '../src/pipeline.ts';
import { createSteps } from '../src/steps.ts';
import { openStore } from '../src/storage/open.ts';
import { createIncidentBook } from '../src/wiring/incident-book.ts';
import { subscription } from './delivery/support/builders.ts';
import { aFeedState, createTestClock, createTestLogger, listOf, START } from './support/store-fixtures.ts';

const steps = createSteps();
const FEED: Feed = {
  id: 'courier',
  url: 'https://example.com/a.xml',
  publisher: 'Courier',
  kind: 'press',
  language: 'en',
  every: { min: 60_000, max: 60_000 },
  enabled: true,
};
const BLOCK = 'Philippine SEC orders internet providers to block Binance';
const POISON = 'An entry that cannot be read';

const toRss = (titles: readonly string[]): Uint8Array =>
  Buffer.from(
    `<rss version="2.0"><channel>${titles
      .map(
        (title, at) =>
          `<item><guid>${title}</guid><title>${title}</title><link>https://example.com/${at}</link>` +
          `<pubDate>${new Date(START - (titles.length - at) * 1000).toUTCString()}</pubDate></item>`,
      )
      .join('')}</channel></rss>`,
  );

/** The line on a store whose named writes fail so often as is said. */
const open = async (titles: readonly string[], failing: Readonly<Record<string, number>> = {}) => {
  const clock = createTestClock();
  const store = await openStore('memory://', {
    clock,
    logger: createTestLogger(),
    onLeaseLost: () => undefined,
  });
  const left = { ...failing };
  const flaky =
    <A extends unknown[], R>(name: string, write: (...args: A) => Promise<R>) =>
    async (...args: A): Promise<R> => {
      const failures = left[name] ?? 0;
      left[name] = failures - 1;
      if (failures > 0) throw new StoreError(`${name}: disk on fire`);
      return write(...args);
    };
  const index = createMatchIndex(createPlaces(steps.catalogue.jurisdictions));
  index.put(subscription());
  const correlator = steps.createCorrelator();
  const incidents = createIncidentBook(store.incidents, [correlator]);
  const states = new Map<string, FeedState>();
  const asked = { feed: true };
  states.set(FEED.id, { ...aFeedState(FEED.id), firstPolledAt: START, lastSuccessAt: START, lastKeys: [] });
  const enqueued: Broadcast[] = [];
  const desk = {
    enqueue: (broadcasts: readonly Broadcast[]) => void enqueued.push(...broadcasts),
    seconded: () => undefined,
  } as unknown as PipelineParts['desk'];
  const pipeline = createPipeline({
    store: {
      seenEntries: { ...store.seenEntries, add: flaky('seen', store.seenEntries.add) },
      incidents: { ...store.incidents, save: flaky('incidents', store.incidents.save) },
    },
    feedStates: {
      get: ({ id }) => states.get(id) ?? aFeedState(id),
      set: flaky('feedStates', async (state) => void states.set(state.feedId, state)),
    },
    fetchFeed: async (feed, state) => ({
      kind: 'body',
      bytes: toRss(titles),
      contentType: 'application/rss+xml',
      url: feed.url,
      state,
    }),
    isAsked: () => asked.feed,
    enrich: async (entry) => {
      if (entry.title === POISON) throw new Error('a bug');
      return entry;
    },
    classify: (entry, feed) =>
      entry.title === POISON
        ? { relevant: false, confidence: 1, why: '', reports: [] }
        : steps.classify(entry, feed),
    correlator,
    incidents,
    dispatch: createDispatch({
      outbox: { ...store.outbox, add: flaky('outbox', store.outbox.add) },
      sentMessages: store.sentMessages,
      index,
      clock,
      onBrake: () => undefined,
    }),
    desk,
    lane: createLane(),
    clock,
    random: () => 0.5,
    maxEntryAge: 172_800_000,
    onStep: () => undefined,
  });
  return { pipeline, store, enqueued, states, asked };
};

describe('a poll whose commit fails half-way', () => {
  test.each(['outbox', 'incidents', 'seen', 'feedStates'])(
    'is tried again until %s takes it: nothing is lost, repeated or held',
    async (name) => {
      const { pipeline, store, enqueued } = await open([BLOCK], { [name]: 4 });
      for (let tries = 0; tries < 4; tries++)
        await expect(pipeline.poll(FEED)).rejects.toThrow('disk on fire');
      await pipeline.poll(FEED);
      await pipeline.poll(FEED);
      expect(enqueued).toHaveLength(1);
      expect(enqueued[0]?.held).toBe(false);
      expect(await listOf(store.outbox.broadcasts())).toHaveLength(1);
      expect(await listOf(store.incidents.all())).toHaveLength(1);
    },
  );
});

test('an entry that cannot be read keeps no other entry of the feed from its readers', async () => {
  const { pipeline, enqueued } = await open([POISON, BLOCK]);
  await expect(pipeline.poll(FEED)).rejects.toThrow('a bug');
  expect(enqueued).toHaveLength(1);
});

test('what a feed brought is dropped where the feed was taken out meanwhile, and is there when it comes back', async () => {
  const { pipeline, store, enqueued, states, asked } = await open([BLOCK]);
  const before = states.get(FEED.id);
  asked.feed = false;
  await pipeline.poll(FEED);
  expect(await listOf(store.incidents.all())).toHaveLength(0);
  expect(states.get(FEED.id)).toBe(before);
  asked.feed = true;
  await pipeline.poll(FEED);
  expect(enqueued).toHaveLength(1);
});
