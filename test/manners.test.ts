import { afterEach, describe, expect, test } from '@jest/globals';
import type { Feed, FeedState } from '../src/domain/feed.ts';
import { DAY, HOUR, type Instant, MINUTE } from '../src/domain/instant.ts';
import { createLane } from '../src/domain/lane.ts';
import { createFeedBook } from '../src/feeds/feed-book.ts';
import { createFetchFeed } from '../src/feeds/fetch.ts';
import { createPoller } from '../src/feeds/poller.ts';
import { createPipeline, type PipelineParts } from '../src/pipeline.ts';
import { createFeedStates } from '../src/wiring/feed-states.ts';
import { aFeed, anRss, NOON, silentLogger } from './support/feed-builders.ts';
import { type FeedServer, type Handle, startFeedServer } from './support/feed-server.ts';

const ENTRY = '<item><title>Exchange closes</title><link>https://x.example/1</link></item>';

let server: FeedServer | undefined;

afterEach(async () => {
  await server?.close();
  server = undefined;
});

const nothingThere = async (): Promise<never> => {
  throw new Error('no entry of these feeds is worth a report');
};

/** Poller, pipeline and book as the app has them, on a clock that is moved by hand; no entry is ever relevant. */
const openPolls = async (handle: Handle, feedsOf: (url: FeedServer['url']) => readonly Feed[]) => {
  server = await startFeedServer(handle);
  const { requests, url } = server;
  const feeds = feedsOf(url);
  let now = NOON;
  const clock = { now: () => now, monotonic: () => now };
  const stored = new Map<string, FeedState>();
  const told: string[] = [];

  /** The process starts: what it knew in memory is gone. */
  const start = async (random: () => number) => {
    const feedBook = createFeedBook(
      {
        get: async (id) => stored.get(id),
        all: async () => [...stored.values()],
        set: async (state) => void stored.set(state.feedId, state),
      },
      clock,
      random,
    );
    await feedBook.load(feeds);
    const unused = { write: nothingThere, enqueue: nothingThere, seconded: nothingThere };
    const pipeline = createPipeline({
      store: {
        seenEntries: { get: async () => new Map(), add: async () => undefined },
        incidents: { save: nothingThere },
      } as unknown as PipelineParts['store'],
      feedStates: createFeedStates({
        ...{ feedBook, clock, feeds: () => feeds },
        onNotices: (notices) => void told.push(...notices.map(({ feed, change }) => `${feed.id} ${change}`)),
      }),
      isAsked: () => true,
      fetchFeed: createFetchFeed({
        ...{ clock, random, userAgent: 'Curbwatch/1 (+mailto:ops@example.org)', logger: silentLogger },
        allowPrivate: true,
      }),
      enrich: async (entry) => entry,
      classify: () => ({ relevant: false, confidence: 0, why: 'not asked', reports: [] }),
      correlator: unused as unknown as PipelineParts['correlator'],
      incidents: { put: () => undefined },
      dispatch: unused as unknown as PipelineParts['dispatch'],
      desk: unused as unknown as PipelineParts['desk'],
      lane: createLane(),
      clock,
      random,
      maxEntryAge: 2 * DAY,
      onStep: () => undefined,
    });
    return createPoller({
      ...{ stateOf: feedBook.get, poll: pipeline.poll, clock, logger: silentLogger },
      feeds: () => feeds,
    });
  };
  let poller = await start(() => 0);

  return {
    told,
    stored,
    asked: () => requests.map(({ path }) => path),
    restartAt: async (at: Instant, random: () => number) => {
      now = at;
      poller = await start(random);
    },
    /** Ticks once at this time and waits for the polls. */
    async tickAt(at: Instant) {
      now = at;
      poller.tick();
      await poller.idle();
    },
  };
};

const answer =
  (body: string, headers: Record<string, string> = {}): Handle =>
  (_request, response) =>
    response.writeHead(200, headers).end(body);

describe('polling, from the tick to the next', () => {
  test('asks an unchanged feed again at its own time, with its validators', async () => {
    const polls = await openPolls(
      (request, response) =>
        request.headers['if-none-match'] === '"1"'
          ? response.writeHead(304).end()
          : response.writeHead(200, { etag: '"1"' }).end(anRss(ENTRY)),
      (url) => [aFeed({ url: url('/f'), every: { min: 5 * MINUTE, max: 5 * MINUTE } })],
    );
    for (const minutes of [0, 1, 2, 4, 5, 6, 9, 10]) await polls.tickAt(NOON + minutes * MINUTE);
    expect(polls.asked()).toHaveLength(3);
    expect(server?.requests.map(({ headers }) => headers['if-none-match'])).toEqual([
      undefined,
      '"1"',
      '"1"',
    ]);
  });

  test.each([
    ['ttl', anRss(`<ttl>8</ttl>${ENTRY}`)],
    [
      'the syndication module',
      `<rss version="2.0" xmlns:sy="http://purl.org/rss/1.0/modules/syndication/"><channel><sy:updatePeriod>daily</sy:updatePeriod><sy:updateFrequency>180</sy:updateFrequency>${ENTRY}</channel></rss>`,
    ],
  ])('leaves a feed alone as long as %s asks', async (_what, body) => {
    const polls = await openPolls(answer(body), (url) => [aFeed({ url: url('/f') })]);
    await polls.tickAt(NOON);
    await polls.tickAt(NOON + 7 * MINUTE);
    expect(polls.asked()).toHaveLength(1);
    await polls.tickAt(NOON + 8 * MINUTE);
    expect(polls.asked()).toHaveLength(2);
  });

  test.each([
    ['often where each answer brings something', true, [8, 10]],
    ['rarely where none does', false, [3, 4]],
  ] as const)('asks a feed %s', async (_, isLively, [least, most]) => {
    let turn = 0;
    const polls = await openPolls(
      (_request, response) =>
        response
          .writeHead(200)
          .end(
            anRss(
              `<item><title>T ${isLively ? turn++ : 0}</title><guid>${isLively ? turn : 0}</guid></item>`,
            ),
          ),
      (url) => [aFeed({ url: url('/f'), every: { min: 10 * MINUTE, max: HOUR } })],
    );
    for (let minutes = 0; minutes <= 100; minutes += 1) await polls.tickAt(NOON + minutes * MINUTE);
    expect(polls.asked().length).toBeGreaterThanOrEqual(least);
    expect(polls.asked().length).toBeLessThanOrEqual(most);
  });

  test('asks feeds that were asked at one moment at different moments again', async () => {
    const waits: number[] = [];
    for (const share of [0, 0.25, 0.5, 0.75]) {
      const polls = await openPolls(answer(anRss(ENTRY)), (url) => [
        aFeed({ url: url('/f'), every: { min: 10 * MINUTE, max: 10 * MINUTE } }),
      ]);
      await polls.restartAt(NOON, () => share);
      for (const minutes of [1, 5, 9]) await polls.tickAt(NOON + minutes * MINUTE);
      const [state] = polls.stored.values();
      waits.push(((state?.nextPollAt ?? 0) - (state?.lastPolledAt ?? 0)) / MINUTE);
      await server?.close();
    }
    expect(waits).toEqual([9, 9.5, 10, 10.5]);
  });

  test('asks a feed in the hours that it skips as rarely as it may', async () => {
    const skips = '<skipHours><hour>12</hour><hour>13</hour></skipHours>';
    const polls = await openPolls(answer(anRss(`${skips}${ENTRY}`)), (url) => [aFeed({ url: url('/f') })]);
    for (let minute = 0; minute <= 20; minute += 1) await polls.tickAt(NOON + minute * MINUTE);
    expect(polls.asked()).toHaveLength(3);
  });

  test('never asks a feed again that is gone, and tells it once', async () => {
    const polls = await openPolls(
      (_request, response) => response.writeHead(410).end(),
      (url) => [aFeed({ id: 'f', url: url('/f') })],
    );
    for (const days of [0, 1, 2, 30]) await polls.tickAt(NOON + days * DAY);
    expect(polls.asked()).toHaveLength(1);
    expect(polls.told).toEqual(['f gone']);
  });

  test('asks a missing feed less and less, and tells it once, and its return', async () => {
    let isThere = false;
    const polls = await openPolls(
      (_request, response) => response.writeHead(isThere ? 200 : 404).end(anRss(ENTRY)),
      (url) => [aFeed({ id: 'f', url: url('/f') })],
    );
    for (let minute = 0; minute < 120; minute += 1) await polls.tickAt(NOON + minute * MINUTE);
    expect(polls.asked().length).toBeGreaterThanOrEqual(5);
    expect(polls.asked().length).toBeLessThanOrEqual(8);
    expect(polls.told).toEqual(['f failing']);
    isThere = true;
    await polls.tickAt(NOON + DAY);
    expect(polls.told).toEqual(['f failing', 'f recovered']);
  });

  test('asks one address once where a redirect leads two feeds to it', async () => {
    const polls = await openPolls(
      (request, response) =>
        request.url === '/old'
          ? response.writeHead(301, { location: '/news' }).end()
          : response.writeHead(200).end(anRss(ENTRY)),
      (url) => [aFeed({ id: 'a', url: url('/news') }), aFeed({ id: 'b', url: url('/old') })],
    );
    await polls.tickAt(NOON);
    expect([...polls.asked()].sort()).toEqual(['/news', '/news', '/old']);
    expect(polls.told).toEqual(['b moved']);
    await polls.tickAt(NOON + HOUR);
    expect(polls.asked().slice(3)).toEqual(['/news']);
  });

  test('spreads over a minute what fell due before a restart', async () => {
    const polls = await openPolls(answer(anRss(ENTRY)), (url) =>
      ['a', 'b', 'c', 'd'].map((id) => aFeed({ id, url: url(`/${id}`) })),
    );
    await polls.tickAt(NOON);
    const shares = [0, 0.3, 0.6, 0.9];
    await polls.tickAt(NOON + DAY);
    await polls.restartAt(NOON + 2 * DAY, () => shares.shift() ?? 0.5);
    const asked: number[] = [];
    for (const seconds of [0, 20, 40, 60]) {
      await polls.tickAt(NOON + 2 * DAY + seconds * 1000);
      asked.push(polls.asked().length - 8);
    }
    expect(asked).toEqual([1, 2, 3, 4]);
  });

  test('gives host and port their turn: one request at a time', async () => {
    let open = 0;
    let most = 0;
    const polls = await openPolls(
      (_request, response) => {
        open += 1;
        most = Math.max(most, open);
        setImmediate(() => {
          open -= 1;
          response.writeHead(200).end(anRss(ENTRY));
        });
      },
      (url) => ['a', 'b', 'c'].map((id) => aFeed({ id, url: url(`/${id}`) })),
    );
    await polls.tickAt(NOON);
    expect(polls.asked()).toHaveLength(3);
    expect(most).toBe(1);
  });
});
