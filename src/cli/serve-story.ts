import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Story, StoryEntry } from '../config/story.ts';
import type { Clock } from '../domain/ports.ts';

const escapeXml = (text: string): string =>
  text.replace(/[&<>]/g, (character) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;' })[character] ?? character);

const toItem = (entry: StoryEntry, startedAt: number): string =>
  `<item><guid isPermaLink="false">${entry.id}</guid><title>${escapeXml(entry.title)}</title>` +
  `<link>https://example.com/${entry.feed}/${entry.id}</link>` +
  `<description>${escapeXml(entry.text)}</description>` +
  `<pubDate>${new Date(startedAt + entry.at * 1000).toUTCString()}</pubDate></item>`;

const toFeed = (title: string, items: readonly string[]): string =>
  `<?xml version="1.0"?><rss version="2.0"><channel><title>${escapeXml(title)}</title>${items.join('')}</channel></rss>`;

/** The newest version of each entry that has appeared, newest first. */
const appeared = ({ entries }: Story, feed: string, seconds: number): readonly StoryEntry[] => {
  const visible = entries.filter((entry) => entry.feed === feed && entry.at <= seconds);
  return [...new Map(visible.map((entry) => [entry.id, entry])).values()].reverse();
};

/** Serves a story's feeds on a free loopback port; the story begins with the first request. */
export const serveStory = async (
  story: Story,
  clock: Clock,
): Promise<{ readonly root: string; close(): void }> => {
  let startedAt: number | undefined;
  const server = createServer((request, response) => {
    startedAt ??= clock.now();
    const feed = story.feeds.find(({ id }) => request.url === `/${id}.xml`);
    if (feed === undefined) {
      response.writeHead(404).end();
      return;
    }
    const from = startedAt;
    const entries = appeared(story, feed.id, (clock.now() - from) / 1000);
    response.writeHead(200, { 'content-type': 'application/rss+xml; charset=utf-8' });
    response.end(
      toFeed(
        feed.publisher,
        entries.map((entry) => toItem(entry, from)),
      ),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const close = (): void => {
    server.closeAllConnections();
    server.close();
  };
  const { port } = server.address() as AddressInfo;
  return { root: `http://127.0.0.1:${port}`, close };
};
