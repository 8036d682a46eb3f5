import { afterEach, describe, expect, test } from '@jest/globals';
import { SECOND } from '../../src/domain/instant.ts';
import { createFetchFeed } from '../../src/feeds/fetch.ts';
import { createFetchPage } from '../../src/feeds/fetch-page.ts';
import { createHostQueue } from '../../src/feeds/host-queue.ts';
import { aClock, aFeed, aFeedState, silentLogger } from '../support/feed-builders.ts';
import { type FeedServer, startFeedServer } from '../support/feed-server.ts';

let server: FeedServer | undefined;

afterEach(async () => {
  await server?.close();
  server = undefined;
});

const fetchFrom = async (robots: { status: number; body: string }, path: string, allowPrivate = true) => {
  server = await startFeedServer((request, response) => {
    if (request.url === '/robots.txt') response.writeHead(robots.status).end(robots.body);
    else
      response
        .writeHead(200, { 'content-type': path.endsWith('.pdf') ? 'application/pdf' : 'text/html' })
        .end('<p>page</p>');
  });
  const fetchPage = createFetchPage({ clock: aClock(), userAgent: 'Curbwatch/1.0', allowPrivate });
  const asked = () => fetchPage(server?.url(path) ?? '', AbortSignal.timeout(5_000));
  return { page: await asked(), again: asked };
};

describe('createFetchPage', () => {
  test('gives the page where robots.txt is not there', async () => {
    expect((await fetchFrom({ status: 404, body: '' }, '/a')).page).toBe('<p>page</p>');
  });

  test('does not ask for what robots.txt forbids', async () => {
    expect(
      (await fetchFrom({ status: 200, body: 'User-agent: *\nDisallow: /a' }, '/a')).page,
    ).toBeUndefined();
    expect(server?.requests.map(({ path }) => path)).toEqual(['/robots.txt']);
  });

  test('asks for nothing while robots.txt cannot be had', async () => {
    expect((await fetchFrom({ status: 500, body: '' }, '/a')).page).toBeUndefined();
  });

  test('asks for robots.txt once', async () => {
    const { again } = await fetchFrom({ status: 404, body: '' }, '/a');
    await again();
    expect(server?.requests.map(({ path }) => path)).toEqual(['/robots.txt', '/a', '/a']);
  });

  test('is the same visitor to a host as its feeds', async () => {
    server = await startFeedServer((_request, response) => response.writeHead(200).end('<rss/>'));
    const { url } = server;
    const clock = aClock();
    const pauses: number[] = [];
    const queue = createHostQueue({ clock, sleep: async (time) => void pauses.push(time) });
    const how = { clock, userAgent: 'Curbwatch/1.0', allowPrivate: true, queue, logger: silentLogger };
    await createFetchFeed(how)(aFeed({ url: url('/feed') }), aFeedState());
    await createFetchPage(how)(url('/a'), AbortSignal.timeout(5_000));
    expect(pauses).toEqual([SECOND]);
  });

  test('reads no other kind of document', async () => {
    expect((await fetchFrom({ status: 404, body: '' }, '/a.pdf')).page).toBeUndefined();
  });

  test('refuses private addresses', async () => {
    await expect(fetchFrom({ status: 404, body: '' }, '/a', false)).rejects.toThrow('not a public address');
  });
});
