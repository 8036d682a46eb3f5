import { afterEach, describe, expect, test } from '@jest/globals';
import { examineFeeds } from '../../src/cli/doctor.ts';
import type { Feed } from '../../src/domain/feed.ts';
import { createFeedCheck } from '../../src/late-steps.ts';
import { aClock, aFeed, anRss, NOON, silentLogger } from '../support/feed-builders.ts';
import { type FeedServer, startFeedServer } from '../support/feed-server.ts';

const item = (title: string, at: number): string =>
  `<item><title>${title}</title><pubDate>${new Date(at).toUTCString()}</pubDate></item>`;

const HOUR = 3_600_000;
const FRESH = anRss(item('Exchange closes', NOON - 2 * HOUR) + item('Exchange opens', NOON - 5 * HOUR));

/** What is served where: status, body, and where a redirect leads. */
const SERVED: Readonly<Record<string, readonly [status: number, body: string, location?: string]>> = {
  '/fresh': [200, FRESH],
  '/empty': [200, anRss('')],
  '/undated': [200, anRss('<item><title>Exchange closes</title></item>')],
  '/future': [200, anRss(item('Exchange closes', NOON + 72 * HOUR))],
  '/old': [200, anRss(item('Exchange closes', NOON - 400 * 24 * HOUR))],
  '/moved': [301, '', '/fresh'],
  '/gone': [410, ''],
  '/missing': [404, ''],
  '/blocked': [403, ''],
  '/busy': [429, ''],
  '/page': [200, '<!DOCTYPE html><html><body>Hi</body></html>'],
};

let server: FeedServer | undefined;

afterEach(async () => {
  await server?.close();
  server = undefined;
});

const examine = async (paths: readonly string[], changes: Partial<Feed> = {}, isTTY = false) => {
  server = await startFeedServer((request, response) => {
    const [status, body, location] = SERVED[request.url ?? ''] ?? [500, ''];
    response.writeHead(status, location === undefined ? {} : { location }).end(body);
  });
  const { url } = server;
  const printed: string[] = [];
  const shown: string[] = [];
  const code = await examineFeeds({
    feeds: paths.map((path) => aFeed({ id: path.slice(1), url: url(path), ...changes })),
    ...createFeedCheck({
      settings: { contact: 'mailto:ops@example.org', allowPrivateFeeds: true },
      clock: aClock(),
      logger: silentLogger,
    }),
    output: { write: (text: string) => printed.push(text) },
    progress: { isTTY, write: (text: string) => shown.push(text) },
    clock: aClock(),
  });
  return { code, text: printed.join(''), shown };
};

describe('doctor --feeds', () => {
  test('tells of a feed that answers how much it has and how new, and is content', async () => {
    const { code, text } = await examine(['/fresh']);
    expect(text).toBe('Answered: 1 of 1\n  ✓ fresh: 2 entries, newest 2 h ago\n');
    expect(code).toBe(0);
  });

  test.each([
    ['/empty', 'it has no entries'],
    ['/undated', 'no date can be read'],
    ['/future', 'its dates lie in the future'],
    ['/old', 'nothing new for half a year'],
    ['/moved', 'it has moved for good: write url: "http://127.0.0.1:'],
  ])('%s answers, with advice: %s', async (path, advice) => {
    const { code, text } = await examine([path]);
    expect(text).toContain(`→ ${advice}`);
    expect(code).toBe(0);
  });

  test.each([
    ['/gone', 'HTTP 410', 'gone (1): the publisher ended it'],
    ['/missing', 'HTTP 404', 'http-error (1): open the address'],
    ['/blocked', 'HTTP 403', 'blocked (1): the publisher refuses bots'],
    ['/busy', 'HTTP 429', 'rate-limited (1): ask less often'],
    ['/page', 'HTTP 200 with an HTML page', 'not-a-feed (1): the address gives a page'],
  ])('%s does not: %s, and what to do: %s', async (path, why, cure) => {
    const { code, text } = await examine(['/fresh', path]);
    expect(text).toContain(`✗ ${path.slice(1)}: ${why}`);
    expect(text).toContain(cure);
    expect(text).toContain('Answered: 1 of 2');
    expect(code).toBe(1);
  });

  test('says which disabled feed answers by now, and does not mind one that does not', async () => {
    const { code, text } = await examine(['/fresh', '/gone'], { enabled: false });
    expect(text).toContain('→ it is disabled but answers: set `enabled: true`');
    expect(text).toContain('✗ gone (disabled)');
    expect(code).toBe(0);
  });

  test('points at our own network where nothing answers', async () => {
    const { text } = await examine(['/gone', '/missing', '/blocked']);
    expect(text).toContain('look at your own network');
  });

  test('asks with product and contact, each feed once', async () => {
    await examine(['/fresh', '/gone']);
    expect(server?.requests.map(({ path }) => path).sort()).toEqual(['/fresh', '/gone']);
    expect(server?.requests[0]?.headers['user-agent']).toMatch(
      /^Curbwatch\/\S+ \(\+mailto:ops@example.org\)$/,
    );
  });

  test('shows a bar that fills where a person watches, and clears it', async () => {
    const { shown } = await examine(['/fresh', '/gone'], {}, true);
    expect(shown.at(-2)).toContain('█ 2/2, 1 failed');
    expect(shown.at(-1)).toBe('\r\u001b[K');
  });

  test('shows no bar in a pipe', async () => {
    const { shown } = await examine(['/fresh']);
    expect(shown).toEqual([]);
  });
});
