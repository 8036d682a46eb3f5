import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib';
import { afterEach, describe, expect, test } from '@jest/globals';
import type { Feed, FeedState } from '../../src/domain/feed.ts';
import { DAY, HOUR, MINUTE, SECOND } from '../../src/domain/instant.ts';
import { createFetchFeed, type FetchFeedOptions } from '../../src/feeds/fetch.ts';
import { createHostQueue } from '../../src/feeds/host-queue.ts';
import { aClock, aFeed, aFeedState, anRss, NOON, silentLogger } from '../support/feed-builders.ts';
import { type FeedServer, type Handle, startFeedServer } from '../support/feed-server.ts';

const BODY = anRss('<item><title>Exchange closes</title></item>');

let server: FeedServer | undefined;

afterEach(async () => {
  await server?.close();
  server = undefined;
});

const serve = async (handle: Handle): Promise<Feed> => {
  server = await startFeedServer(handle);
  return aFeed({ url: server.url('/feed') });
};

const serveOnce = (
  status: number,
  headers: Record<string, string>,
  body: string | Buffer = BODY,
): Promise<Feed> => serve((_request, response) => response.writeHead(status, headers).end(body));

const fetcher = (options: Partial<FetchFeedOptions> = {}) =>
  createFetchFeed({
    clock: aClock(),
    userAgent: 'Curbwatch/1.0 (+mailto:ops@example.org)',
    allowPrivate: true,
    logger: silentLogger,
    random: () => 0.5,
    ...options,
  });

const poll = (feed: Feed, state: FeedState = aFeedState(), options: Partial<FetchFeedOptions> = {}) =>
  fetcher(options)(feed, state);

describe('what we say', () => {
  test('names product and contact, what we read and how it may be packed', async () => {
    const feed = await serveOnce(200, {});
    await poll(feed);
    expect(server?.requests[0]?.headers).toMatchObject({
      'user-agent': 'Curbwatch/1.0 (+mailto:ops@example.org)',
      accept: expect.stringContaining('application/atom+xml'),
      'accept-encoding': 'gzip, deflate, br',
    });
  });

  test('gives both validators back as they came', async () => {
    const feed = await serveOnce(304, {}, '');
    await poll(feed, aFeedState({ etag: 'W/"a b"', lastModified: 'Mon, 27 Jul 2026 10:00:00 GMT' }));
    expect(server?.requests[0]?.headers).toMatchObject({
      'if-none-match': 'W/"a b"',
      'if-modified-since': 'Mon, 27 Jul 2026 10:00:00 GMT',
    });
  });

  test('sends no empty validator', async () => {
    const feed = await serveOnce(200, {});
    await poll(feed, aFeedState({ etag: '', lastModified: '' }));
    expect(server?.requests[0]?.headers).not.toHaveProperty('if-none-match');
    expect(server?.requests[0]?.headers).not.toHaveProperty('if-modified-since');
  });
});

describe('a good answer', () => {
  test('is bytes, type, address and the validators for the next time', async () => {
    const feed = await serveOnce(200, { etag: '"1"', 'content-type': 'application/rss+xml' });
    const fetched = await poll(feed);
    expect(fetched).toMatchObject({
      kind: 'body',
      contentType: 'application/rss+xml',
      url: feed.url,
      state: { etag: '"1"', lastPolledAt: NOON },
    });
    expect(fetched.kind === 'body' && Buffer.from(fetched.bytes).toString()).toBe(BODY);
  });

  test('304 is unchanged, ends failures and refreshes Last-Modified', async () => {
    const feed = await serveOnce(304, { 'last-modified': 'Mon, 27 Jul 2026 11:00:00 GMT' }, '');
    const fetched = await poll(feed, aFeedState({ failures: 3, health: 'failing', etag: '"1"' }));
    expect(fetched).toMatchObject({
      kind: 'unchanged',
      state: {
        failures: 0,
        health: 'ok',
        etag: '"1"',
        lastModified: 'Mon, 27 Jul 2026 11:00:00 GMT',
        lastSuccessAt: NOON,
        nextPollAt: NOON + 6 * MINUTE,
      },
    });
  });

  test('the same body from a server without validators is unchanged', async () => {
    const feed = await serveOnce(200, {});
    const first = await poll(feed);
    expect(await poll(feed, first.state)).toMatchObject({ kind: 'unchanged' });
  });

  test.each([
    ['ETag', { etag: '"1"' }, { etag: '"1"' }],
    [
      'Last-Modified',
      { 'last-modified': 'Mon, 27 Jul 2026 11:00:00 GMT' },
      { lastModified: 'Mon, 27 Jul 2026 11:00:00 GMT' },
    ],
  ])('200 under the %s that we gave is unchanged, whatever its body', async (_what, headers, stored) => {
    const feed = await serveOnce(200, headers);
    const fetched = await poll(feed, aFeedState({ ...stored, bodyHash: 'another', failures: 2 }));
    expect(fetched).toMatchObject({ kind: 'unchanged', state: { ...stored, failures: 0 } });
  });

  test('200 under another ETag is read, though Last-Modified stayed', async () => {
    const lastModified = 'Mon, 27 Jul 2026 11:00:00 GMT';
    const feed = await serveOnce(200, { etag: '"2"', 'last-modified': lastModified });
    expect(await poll(feed, aFeedState({ etag: '"1"', lastModified }))).toMatchObject({ kind: 'body' });
  });

  test('a feed that was never read well is read under any validator', async () => {
    const feed = await serveOnce(200, { etag: '"1"' });
    const { firstPolledAt: _never, ...state } = aFeedState({ etag: '"1"' });
    expect(await poll(feed, state)).toMatchObject({ kind: 'body' });
  });

  test('gives no validators for the next time under Expires: 0', async () => {
    const feed = await serveOnce(200, { etag: '"2"', expires: '0' });
    expect((await poll(feed, aFeedState({ etag: '"1"' }))).state).not.toHaveProperty('etag');
  });

  test.each([
    ['gzip', gzipSync],
    ['deflate', deflateSync],
    ['br', brotliCompressSync],
    ['aws-chunked, gzip', gzipSync],
    ['UTF-8', (plain: Buffer) => plain],
    ['none', (plain: Buffer) => plain],
  ])('packed with %s it is unpacked', async (encoding, pack) => {
    const feed = await serveOnce(200, { 'content-encoding': encoding }, pack(Buffer.from(BODY)));
    const fetched = await poll(feed);
    expect(fetched.kind === 'body' && Buffer.from(fetched.bytes).toString()).toBe(BODY);
  });

  test.each([
    ['max-age within our bounds', { 'cache-control': 'max-age=480' }, 8 * MINUTE],
    ['max-age beyond our longest interval', { 'cache-control': 'max-age=86400' }, 10 * MINUTE],
    ['max-age under no-cache', { 'cache-control': 'no-cache, max-age=480' }, 2 * MINUTE],
    [
      'Expires',
      { date: 'Mon, 27 Jul 2026 09:00:00 GMT', expires: 'Mon, 27 Jul 2026 09:08:00 GMT' },
      8 * MINUTE,
    ],
  ])('%s sets when to come back', async (_what, headers, wait) => {
    const feed = await serveOnce(200, headers);
    const fetched = await poll(feed, aFeedState({ lastEntryAt: NOON - HOUR }));
    expect(fetched.state.nextPollAt - NOON).toBe(wait);
  });
});

describe('redirects', () => {
  const redirecting =
    (status: number, target = 200): Handle =>
    (request, response) => {
      if (request.url === '/new') response.writeHead(target).end(BODY);
      else response.writeHead(status, { location: '/new' }).end();
    };

  test.each([301, 308])('%i is remembered once the new address has worked', async (status) => {
    const feed = await serve(redirecting(status));
    expect(await poll(feed)).toMatchObject({ kind: 'body', state: { url: server?.url('/new') } });
  });

  test.each([302, 303, 307])('%i is followed, not remembered', async (status) => {
    const feed = await serve(redirecting(status));
    const fetched = await poll(feed);
    expect(fetched.kind).toBe('body');
    expect(fetched.state.url).toBeUndefined();
  });

  const chain =
    (hops: Readonly<Record<string, readonly [status: number, location: string]>>): Handle =>
    ({ url = '' }, response) => {
      const [status, location] = hops[url] ?? [200, ''];
      response.writeHead(status, location === '' ? {} : { location }).end(status === 200 ? BODY : '');
    };

  test('of several the permanent ones up to the first that is not are remembered', async () => {
    const feed = await serve(
      chain({ '/feed': [301, '/b'], '/b': [308, '/c'], '/c': [302, '/d'], '/d': [301, '/e'] }),
    );
    expect(await poll(feed)).toMatchObject({ kind: 'body', state: { url: server?.url('/c') } });
  });

  test('a permanent one behind a temporary one is not', async () => {
    const feed = await serve(chain({ '/feed': [302, '/b'], '/b': [301, '/c'] }));
    const fetched = await poll(feed);
    expect(fetched.kind).toBe('body');
    expect(fetched.state.url).toBeUndefined();
  });

  test('301 to an address that does not work is not remembered', async () => {
    const feed = await serve(redirecting(301, 500));
    const fetched = await poll(feed);
    expect(fetched).toMatchObject({ kind: 'failed', reason: 'http-error' });
    expect(fetched.state.url).toBeUndefined();
  });

  test('a remembered address that is gone gives way to that of the catalogue', async () => {
    const feed = await serveOnce(410, {});
    const fetched = await poll(feed, aFeedState({ url: server?.url('/old') ?? '' }));
    expect(fetched).toMatchObject({ kind: 'failed', reason: 'gone', state: { health: 'failing' } });
    expect(fetched.state.url).toBeUndefined();
  });

  test.each<[string, Handle]>([
    ['is a page by now', (_request, response) => response.end('<!DOCTYPE html><title>Welcome</title>')],
    ['is empty by now', (_request, response) => response.end()],
    ['leads in a circle', (_request, response) => response.writeHead(302, { location: '/old' }).end()],
    [
      'leads where we may not go',
      (_request, response) => response.writeHead(302, { location: 'ftp://x/' }).end(),
    ],
  ])('a remembered address that %s gives way, too', async (_what, handle) => {
    const feed = await serve(handle);
    const fetched = await poll(feed, aFeedState({ url: server?.url('/old') ?? '' }));
    expect(fetched.kind).toBe('failed');
    expect(fetched.state.url).toBeUndefined();
  });

  test('a loop ends as a failure', async () => {
    const feed = await serve((_request, response) => response.writeHead(302, { location: '/feed' }).end());
    expect(await poll(feed)).toMatchObject({ kind: 'failed', reason: 'http-error' });
    expect(server?.requests).toHaveLength(6);
  });
});

describe('a bad answer', () => {
  test('304 to one who asked for everything is none', async () => {
    const feed = await serveOnce(304, {}, '');
    expect(await poll(feed)).toMatchObject({
      kind: 'failed',
      reason: 'http-error',
      detail: 'HTTP 304 unasked',
    });
  });

  test('410 stops the feed', async () => {
    const feed = await serveOnce(410, {});
    expect(await poll(feed)).toMatchObject({ kind: 'failed', reason: 'gone', state: { health: 'gone' } });
  });

  test('404 backs off, twice as long each time', async () => {
    const feed = await serveOnce(404, {});
    const first = await poll(feed, aFeedState({ failures: 0 }));
    const third = await poll(feed, aFeedState({ failures: 2 }));
    expect(first).toMatchObject({ reason: 'http-error', detail: 'HTTP 404', state: { failures: 1 } });
    expect(third.state.nextPollAt - NOON).toBe(4 * (first.state.nextPollAt - NOON));
  });

  test.each([429, 503])('%i waits as many seconds as Retry-After says', async (status) => {
    const feed = await serveOnce(status, { 'retry-after': '3600' });
    const fetched = await poll(feed);
    expect(fetched).toMatchObject({ reason: 'rate-limited', state: { nextPollAt: NOON + HOUR } });
  });

  test('Retry-After as a date counts from the clock of the server', async () => {
    const date = 'Mon, 27 Jul 2020 09:00:00 GMT';
    const feed = await serveOnce(429, { date, 'retry-after': 'Mon, 27 Jul 2020 11:00:00 GMT' });
    expect((await poll(feed)).state.nextPollAt).toBe(NOON + 2 * HOUR);
  });

  test('no Retry-After silences a feed for more than a day', async () => {
    const feed = await serveOnce(429, { 'retry-after': '99999999' });
    expect((await poll(feed)).state.nextPollAt).toBe(NOON + DAY);
  });

  test('a challenge page is a state of its own and waits at least an hour', async () => {
    const feed = await serveOnce(
      403,
      { 'cf-mitigated': 'challenge' },
      '<html><title>Just a moment...</title></html>',
    );
    const fetched = await poll(feed);
    expect(fetched).toMatchObject({ reason: 'blocked', state: { health: 'blocked' } });
    expect(fetched.state.nextPollAt).toBeGreaterThanOrEqual(NOON + HOUR);
  });

  test('200 with an HTML page is a failure, never a feed without entries', async () => {
    const feed = await serveOnce(
      200,
      { 'content-type': 'application/rss+xml' },
      '\n<!DOCTYPE html><html><body>Hi</body></html>',
    );
    expect(await poll(feed)).toMatchObject({ kind: 'failed', reason: 'not-a-feed' });
  });

  test('200 with an empty body is a failure', async () => {
    const feed = await serveOnce(200, {}, '');
    expect(await poll(feed)).toMatchObject({ kind: 'failed', reason: 'not-a-feed' });
  });

  test('keeps the validators of the last good answer', async () => {
    const feed = await serveOnce(500, { etag: '"error page"' });
    expect((await poll(feed, aFeedState({ etag: '"1"', bodyHash: 'h' }))).state).toMatchObject({
      etag: '"1"',
      bodyHash: 'h',
    });
  });

  test('what is no HTTP is unreachable', async () => {
    const feed = await serve((_request, response) => response.socket?.end('SSH-2.0-OpenSSH_9.2\r\n'));
    expect(await poll(feed)).toMatchObject({ kind: 'failed', reason: 'unreachable' });
  });

  test('a connection that breaks in the middle is unreachable', async () => {
    const feed = await serve((_request, response) => {
      response.writeHead(200, { 'content-length': '1000' }).write('<rss>');
      setImmediate(() => response.destroy());
    });
    expect(await poll(feed)).toMatchObject({ kind: 'failed', reason: 'unreachable' });
  });

  test('a redirect to nowhere is unreachable', async () => {
    const feed = await serveOnce(302, { location: 'http://[' });
    expect(await poll(feed)).toMatchObject({ kind: 'failed', reason: 'unreachable' });
  });

  test('a name that nobody knows is unreachable', async () => {
    const resolve = async () => [];
    expect(await poll(aFeed(), aFeedState(), { resolve })).toMatchObject({
      kind: 'failed',
      reason: 'unreachable',
    });
  });

  test('a closed port is unreachable', async () => {
    const feed = await serveOnce(200, {});
    await server?.close();
    server = undefined;
    expect(await poll(feed)).toMatchObject({
      kind: 'failed',
      reason: 'unreachable',
      state: { health: 'failing' },
    });
  });
});

describe('a hostile answer', () => {
  test('without an end is cut at the cap', async () => {
    const feed = await serve((_request, response) => {
      const more = (): void => {
        while (!response.destroyed && response.write('x'.repeat(65_536)));
      };
      response.writeHead(200).on('drain', more);
      more();
    });
    expect(await poll(feed, aFeedState(), { maxBytes: 1_000_000 })).toMatchObject({ reason: 'too-large' });
  });

  test('that unpacks to a thousand times its size is cut at the cap', async () => {
    const feed = await serveOnce(200, { 'content-encoding': 'gzip' }, gzipSync(Buffer.alloc(50_000_000)));
    expect(await poll(feed)).toMatchObject({ kind: 'failed', reason: 'too-large' });
  });

  test('that calls itself gzip and is not is a failure', async () => {
    const feed = await serveOnce(200, { 'content-encoding': 'gzip' }, 'no gzip');
    expect(await poll(feed)).toMatchObject({ kind: 'failed', reason: 'malformed' });
  });

  test('byte by byte ends at the deadline', async () => {
    const feed = await serve((_request, response) => {
      response.writeHead(200);
      const timer = setInterval(() => response.write('<'), 20);
      response.on('close', () => clearInterval(timer));
    });
    expect(await poll(feed, aFeedState(), { deadline: 200 })).toMatchObject({
      kind: 'failed',
      reason: 'timeout',
    });
  });
});

describe('addresses', () => {
  test.each([
    'http://127.0.0.1/f',
    'http://0x7f.1/f',
    'http://2130706433/f',
    'http://017700000001/f',
    'http://[::1]/f',
    'http://[::ffff:127.0.0.1]/f',
    'http://169.254.169.254/latest/meta-data',
    'http://10.0.0.1/f',
    'file:///etc/passwd',
    'http://user:secret@feeds.example/f',
  ])('%s is refused before anything is sent', async (url) => {
    expect(await poll(aFeed({ url }), aFeedState(), { allowPrivate: false })).toMatchObject({
      kind: 'failed',
      reason: 'refused-address',
    });
  });

  test('a name that resolves to a private address is refused', async () => {
    const resolve = async () => [
      { address: '93.184.216.34', family: 4 },
      { address: '192.168.1.1', family: 4 },
    ];
    const fetched = await poll(aFeed(), aFeedState(), { allowPrivate: false, resolve });
    expect(fetched).toMatchObject({
      reason: 'refused-address',
      detail: expect.stringContaining('192.168.1.1'),
    });
  });
});

describe('hosts', () => {
  test('are asked one request at a time, with a pause between', async () => {
    let open = 0;
    let most = 0;
    const feed = await serve((_request, response) => {
      open += 1;
      most = Math.max(most, open);
      setImmediate(() => {
        open -= 1;
        response.writeHead(200).end(BODY);
      });
    });
    const pauses: number[] = [];
    const sleep = async (time: number): Promise<void> => void pauses.push(time);
    const fetchFeed = fetcher({ queue: createHostQueue({ clock: aClock(), sleep }) });
    await Promise.all([1, 2, 3].map(() => fetchFeed(feed, aFeedState())));
    expect(most).toBe(1);
    expect(pauses).toEqual([SECOND, SECOND]);
  });
});

describe('250 unchanged feeds', () => {
  test('cost less than a second of CPU, the server included', async () => {
    const feed = await serveOnce(304, {}, '');
    const fetchFeed = fetcher();
    const before = process.cpuUsage();
    for (let asked = 0; asked < 250; asked += 1) await fetchFeed(feed, aFeedState({ etag: '"1"' }));
    const { user, system } = process.cpuUsage(before);
    expect((user + system) / 1000).toBeLessThan(1000);
  });
});
