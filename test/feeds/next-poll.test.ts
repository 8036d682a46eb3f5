import { afterEach, describe, expect, test } from '@jest/globals';
import type { SeenEntry } from '../../src/domain/entry.ts';
import type { Feed, FeedState } from '../../src/domain/feed.ts';
import { DAY, HOUR, type Instant, MINUTE } from '../../src/domain/instant.ts';
import { newFeedState, type Random } from '../../src/feeds/due.ts';
import { createFetchFeed } from '../../src/feeds/fetch.ts';
import { parseFeed } from '../../src/feeds/parse.ts';
import { keysToLookUp, sift } from '../../src/feeds/sift.ts';
import { aFeed, anRss, NOON, silentLogger } from '../support/feed-builders.ts';
import { type FeedServer, type Handle, startFeedServer } from '../support/feed-server.ts';

const MIDNIGHT = NOON - 12 * HOUR;
const NIGHT = '<skipHours><hour>23</hour><hour>0</hour><hour>1</hour></skipHours>';
/** The noon of these tests is a Monday. */
const WEEKEND = '<skipDays><day>Saturday</day><day>Sunday</day></skipDays>';
/** A feed that would be asked every two minutes, but never less than every three hours. */
const PATIENT = { every: { min: 2 * MINUTE, max: 3 * HOUR } };

let server: FeedServer | undefined;

afterEach(async () => {
  await server?.close();
  server = undefined;
});

const anItem = (id: string): string => `<item><title>Notice ${id}</title><guid>${id}</guid></item>`;

const answer =
  (body: string, headers: Record<string, string> = {}): Handle =>
  (_request, response) =>
    response.writeHead(200, headers).end(body);

/** Changes with each request, so that no answer is "unchanged". */
const lively = (head: string, headers: Record<string, string> = {}): Handle => {
  let asked = 0;
  return (request, response) => {
    asked += 1;
    answer(anRss(`${head}${anItem(`n-${asked}`)}`), headers)(request, response);
  };
};

/** Fetch, parse and sift of one feed on a server of our own; the clock stands where the poll is told to be. */
const openFeed = async (handle: Handle, changes: Partial<Feed> = {}, random: Random = () => 0.5) => {
  server = await startFeedServer(handle);
  const feed = aFeed({ url: server.url('/feed'), ...changes });
  let now = 0;
  const fetchFeed = createFetchFeed({
    clock: { now: () => now, monotonic: () => now },
    userAgent: 'Curbwatch/1 (+mailto:ops@example.org)',
    allowPrivate: true,
    logger: silentLogger,
    random,
  });
  const seen = new Map<string, SeenEntry>();
  let state = newFeedState(feed, NOON, random);

  const read = async (): Promise<FeedState> => {
    const fetched = await fetchFeed(feed, state);
    if (fetched.kind !== 'body') return fetched.state;
    const parsed = await parseFeed(fetched.bytes, { feed });
    if (!parsed.ok) throw new Error(parsed.detail);
    const { ok: _ok, entries, language, ...wishes } = parsed;
    const known = keysToLookUp(feed, fetched.state, entries).flatMap((key) => seen.get(key) ?? []);
    const before = new Map(known.map((one) => [one.key, one]));
    const sifted = sift(feed, fetched.state, entries, before, now, { maxEntryAge: DAY, language, wishes });
    for (const one of sifted.seen) seen.set(one.key, one);
    return sifted.state;
  };

  return {
    /** Asks once at this time; gives how long the feed is then left alone. */
    async waitAfter(at: Instant): Promise<number> {
      now = at;
      state = await read();
      return state.nextPollAt - at;
    },
  };
};

/** A feed that brought something an hour before `at`: it would be asked again two minutes after `at`. */
const openBusy = async (head: string, at: Instant, changes: Partial<Feed> = PATIENT, random?: Random) => {
  const feed = await openFeed(lively(head), changes, random);
  await feed.waitAfter(at - 2 * HOUR);
  await feed.waitAfter(at - HOUR);
  return feed;
};

describe('skipHours', () => {
  test('leave a feed alone until the last of them has passed', async () => {
    const feed = await openBusy(NIGHT, MIDNIGHT - HOUR - MINUTE, { every: { min: 2 * MINUTE, max: DAY } });
    expect(await feed.waitAfter(MIDNIGHT - HOUR - MINUTE)).toBe(3 * HOUR + MINUTE);
    expect(await feed.waitAfter(MIDNIGHT)).toBe(2 * HOUR);
  });

  test('are hours of Greenwich and bind no other hour', async () => {
    const feed = await openBusy(NIGHT, MIDNIGHT - 2 * HOUR);
    expect(await feed.waitAfter(MIDNIGHT - 2 * HOUR)).toBe(2 * MINUTE);
    expect(await feed.waitAfter(MIDNIGHT + 2 * HOUR)).toBe(2 * MINUTE);
  });

  test('silence a feed no longer than its longest interval, even if they are all', async () => {
    const hours = Array.from({ length: 24 }, (_, hour) => `<hour>${hour}</hour>`).join('');
    const feed = await openFeed(lively(`<skipHours>${hours}</skipHours>`));
    await feed.waitAfter(NOON - HOUR);
    expect(await feed.waitAfter(NOON)).toBe(10 * MINUTE);
  });

  test('hold for the answers after, which say only "unchanged"', async () => {
    const feed = await openFeed((request, response) => {
      if (request.headers['if-none-match'] === '"1"') response.writeHead(304).end();
      else response.writeHead(200, { etag: '"1"' }).end(anRss(`${NIGHT}${anItem('n-1')}`));
    }, PATIENT);
    await feed.waitAfter(MIDNIGHT - 6 * HOUR);
    // Without them, the middle of its interval.
    expect(await feed.waitAfter(MIDNIGHT - 5 * HOUR)).toBe(91 * MINUTE);
    expect(await feed.waitAfter(MIDNIGHT + 15 * MINUTE)).toBe(105 * MINUTE);
  });

  test('that end together do not end in the same second', async () => {
    const waits: number[] = [];
    for (const share of [0.1, 0.5, 0.9]) {
      const feed = await openBusy(NIGHT, MIDNIGHT, PATIENT, () => share);
      waits.push(await feed.waitAfter(MIDNIGHT));
      await server?.close();
    }
    expect(new Set(waits.map((wait) => Math.floor(wait / 1000))).size).toBe(3);
    for (const wait of waits) expect(wait).toBeGreaterThanOrEqual(2 * HOUR);
  });
});

describe('skipDays', () => {
  test('leave a feed alone until Monday', async () => {
    const feed = await openBusy(WEEKEND, MIDNIGHT - 2 * DAY, { every: { min: 2 * MINUTE, max: 3 * DAY } });
    expect(await feed.waitAfter(MIDNIGHT - 2 * DAY)).toBe(2 * DAY);
  });

  test('silence a feed no longer than its longest interval', async () => {
    const feed = await openBusy(WEEKEND, MIDNIGHT - 2 * DAY);
    expect(await feed.waitAfter(MIDNIGHT - 2 * DAY)).toBe(3 * HOUR);
  });
});

describe('the interval', () => {
  test('grows from the shortest to the longest while a feed brings nothing', async () => {
    let body = anRss(anItem('n-1'));
    const feed = await openFeed((request, response) => answer(body)(request, response));
    await feed.waitAfter(NOON);
    body = anRss(`${anItem('n-2')}${anItem('n-1')}`);
    await feed.waitAfter(NOON + MINUTE);
    const quietFor = [HOUR, 27 * HOUR, 2 * DAY, 7 * DAY];
    const waits: number[] = [];
    for (const time of quietFor) waits.push(await feed.waitAfter(NOON + MINUTE + time));
    expect(waits).toEqual([2 * MINUTE, 6 * MINUTE, 10 * MINUTE, 10 * MINUTE]);
  });

  test('is the shortest again once a feed has brought something', async () => {
    let body = anRss(anItem('n-1'));
    const feed = await openFeed((request, response) => answer(body)(request, response));
    await feed.waitAfter(NOON);
    body = anRss(anItem('n-2'));
    await feed.waitAfter(NOON + HOUR);
    expect(await feed.waitAfter(NOON + 7 * DAY)).toBe(10 * MINUTE);
    body = anRss(anItem('n-3'));
    await feed.waitAfter(NOON + 7 * DAY + HOUR);
    expect(await feed.waitAfter(NOON + 7 * DAY + 2 * HOUR)).toBe(2 * MINUTE);
  });

  test('is spread by a tenth either way, poll by poll', async () => {
    const shares = [0.5, 0, 0.25, 0.75, 0.9999];
    const every = { min: 10 * MINUTE, max: 10 * MINUTE };
    // The first share is that of the start.
    const feed = await openFeed(answer(anRss(anItem('n-1'))), { every }, () => shares.shift() ?? 0.5);
    const waits: number[] = [];
    for (const hours of [0, 1, 2, 3]) waits.push(await feed.waitAfter(NOON + hours * HOUR));
    expect(waits.map((wait) => Math.round(wait / MINUTE / 0.1) / 10)).toEqual([9, 9.5, 10.5, 11]);
  });
});

describe('of interval, ttl, max-age and Expires', () => {
  const date = new Date(NOON).toUTCString();
  const expires = new Date(NOON + 7 * MINUTE).toUTCString();

  test.each([
    ['the interval', '<ttl>1</ttl>', { 'cache-control': 'max-age=60' }, 2 * MINUTE],
    ['ttl', '<ttl>8</ttl>', { 'cache-control': 'max-age=300' }, 8 * MINUTE],
    ['max-age', '<ttl>4</ttl>', { 'cache-control': 'max-age=300' }, 5 * MINUTE],
    ['Expires', '<ttl>4</ttl>', { date, expires }, 7 * MINUTE],
    ['a ttl of a year, cut to our longest interval,', '<ttl>525600</ttl>', {}, 10 * MINUTE],
  ])('%s counts where it is the longest', async (_what, head, headers, wait) => {
    const feed = await openFeed(lively(head, headers));
    await feed.waitAfter(NOON - HOUR);
    await feed.waitAfter(NOON - MINUTE);
    expect(await feed.waitAfter(NOON)).toBe(wait);
  });

  test('a ttl holds for the answers after, which say only "unchanged"', async () => {
    const every = { min: 2 * MINUTE, max: 20 * MINUTE };
    const feed = await openFeed(answer(anRss(`<ttl>15</ttl>${anItem('n-1')}`)), { every });
    await feed.waitAfter(NOON);
    expect(await feed.waitAfter(NOON + HOUR)).toBe(15 * MINUTE);
  });

  test('no-cache is not "never": validators go on being sent', async () => {
    const headers = { etag: '"1"', 'cache-control': 'no-cache, max-age=86400' };
    const feed = await openFeed(answer(anRss(anItem('n-1')), headers));
    await feed.waitAfter(NOON);
    expect(await feed.waitAfter(NOON + HOUR)).toBe(6 * MINUTE);
    expect(server?.requests[1]?.headers['if-none-match']).toBe('"1"');
  });
});
