import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Feed } from '../domain/feed.ts';
import { SECOND } from '../domain/instant.ts';

/** A feed of our own on loopback: empty but for an old entry, until the canary is let out. */
export interface CanaryFeed {
  readonly feed: Feed;
  /** The next poll finds the made-up entry. */
  letOut(): void;
  close(): void;
}

const itemOf = (title: string, text: string, at: Date): string =>
  `<item><guid isPermaLink="false">${at.getTime()}</guid><title>${title}</title>` +
  `<description>${text}</description><pubDate>${at.toUTCString()}</pubDate></item>`;

/** Nobody is called Canarex, and no place is named: whoever reads it in spite of all is not misled. */
const TITLE = 'Regulator orders internet providers to block access to crypto exchange Canarex';
const TEXT =
  'The regulator has ordered providers to block access to the cryptocurrency exchange Canarex. This is a test of Curbwatch: nothing of it is true.';

/** Serves the feed on a free loopback port. `now`: the date of the entry. */
export const serveCanary = async (now: Date): Promise<CanaryFeed> => {
  const old = itemOf('Canarex opens an office', 'This is a test.', new Date(now.getTime() - SECOND));
  const items = [old];
  const server = createServer((_request, response) => {
    response.writeHead(200, { 'content-type': 'application/rss+xml; charset=utf-8' });
    response.end(
      `<?xml version="1.0"?><rss version="2.0"><channel><title>Canary</title>${items.join('')}</channel></rss>`,
    );
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  return {
    feed: {
      ...{ id: 'canary', url: `http://127.0.0.1:${port}/canary.xml`, publisher: 'Curbwatch', kind: 'press' },
      ...{ language: 'en', enabled: true, every: { min: SECOND, max: SECOND } },
    },
    letOut: () => void items.unshift(itemOf(TITLE, TEXT, now)),
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
};
