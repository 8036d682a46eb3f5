import { createServer } from 'node:http';

const itemOf = (link, title, at) =>
  `<item><guid>${link}</guid><title>${title}</title><link>${link}</link>` +
  `<description>${title} until further notice, it said in a notice to its users.</description><pubDate>${at.toUTCString()}</pubDate></item>`;

const A_WEEK_AGO = () => new Date(Date.now() - 7 * 86_400_000);

/**
 * Feeds on loopback, which answer 304 as publishers do. The first one publishes.
 * `requests`: what was asked when, and whether the answer was a whole feed.
 */
export const openFeeds = async (count) => {
  const shown = Array.from({ length: count }, (_, at) => [
    itemOf(`https://example.com/old-${at}`, `Weather report ${at}`, A_WEEK_AGO()),
  ]);
  const requests = [];
  const unseen = new Set();
  const server = createServer((request, response) => {
    const at = Number(request.url.slice(1));
    const tag = `"${shown[at].length}"`;
    const isWhole = request.headers['if-none-match'] !== tag;
    requests.push({ feed: at, at: Date.now(), isWhole });
    if (!isWhole) return response.writeHead(304, { etag: tag }).end();
    for (const story of at === 0 ? unseen : []) {
      story.shownAt = Date.now();
      unseen.delete(story);
    }
    response.writeHead(200, { 'content-type': 'application/rss+xml', etag: tag });
    return response.end(
      `<?xml version="1.0"?><rss version="2.0"><channel><title>Courier ${at}</title><link>https://example.com/</link>` +
        `<description>News</description>${shown[at].join('')}</channel></rss>`,
    );
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address();
  return {
    urls: shown.map((_, at) => `http://127.0.0.1:${port}/${at}`),
    requests,
    /** `shownAt` is there once the bot has been given the story. */
    publish: (title) => {
      const story = { link: `https://example.com/story-${shown[0].length}x`, publishedAt: Date.now() };
      shown[0].unshift(itemOf(story.link, title, new Date()));
      unseen.add(story);
      return story;
    },
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
};
