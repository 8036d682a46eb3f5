import type { ServerResponse } from 'node:http';
import { type FeedServer, startFeedServer } from '../support/feed-server.ts';

/** One restriction that everybody is to hear of, known again by exchange and country. */
export interface Told {
  readonly exchange: string;
  readonly country: string;
}

export interface SoakFeeds {
  readonly yaml: string;
  readonly asked: () => number;
  /** Puts an alert at the head of a feed chosen at random. */
  tell(told: Told): void;
  close(): Promise<void>;
}

const WINDOW = 30;
const FAULTY = 0.1;
/** Share of polls that find something new that is none of ours. */
const LIVELY = 0.2;

const EXCHANGES =
  'Binance Coinbase Huobi Bybit KuCoin Bitfinex Bitstamp Bitget BingX BitMEX Deribit Poloniex Coincheck Bithumb Upbit Coinone Korbit Phemex Bitrue BitMart LBank'.split(
    ' ',
  );
const COUNTRIES = [
  'Nigeria',
  'Kenya',
  'Ghana',
  'Brazil',
  'Mexico',
  'Chile',
  'Thailand',
  'Vietnam',
  'Malaysia',
  'Pakistan',
];

/** Every pair once: 210 alerts, no two of them about the same thing. */
export const STORIES: readonly Told[] = EXCHANGES.flatMap((_, round) =>
  COUNTRIES.map((country, at) => ({ country, exchange: EXCHANGES[(round + at) % EXCHANGES.length] ?? '' })),
);

let counter = 0;
const item = (title: string, text: string): string => {
  counter += 1;
  return `<item><guid isPermaLink="false">n${counter}</guid><title>${title}</title><description>${text}</description><pubDate>${new Date().toUTCString()}</pubDate></item>`;
};

const chatter = (): string =>
  item(
    `Coin number ${counter} rises by ${counter % 17} percent`,
    'Traders are glad of it, it was said in the market.',
  );

/** Everything that servers of feeds do to those who ask. */
const FAULTS: readonly ((response: ServerResponse, body: string) => void)[] = [
  (response) => void response.writeHead(500).end('sorry'),
  (response) => void response.writeHead(429, { 'retry-after': '2' }).end(),
  (response) => void response.writeHead(200).end('<html><body>Just a moment...</body></html>'),
  (response) => void response.destroy(),
  (response, body) =>
    void response
      .writeHead(200, { 'content-length': body.length })
      .write(body.slice(0, 200), () => response.destroy()),
  (response, body) => void response.writeHead(200).end(body.slice(0, body.length / 2)),
  (response, body) => void setTimeout(() => response.writeHead(200).end(body), 2_000).unref(),
];

const pick = <T>(from: readonly T[]): T | undefined => from[Math.floor(Math.random() * from.length)];

/** So many feeds on loopback, with faults at random. */
export const startSoakFeeds = async (count: number): Promise<SoakFeeds> => {
  const feeds = new Map(
    // Full from the start, as feeds are: one that fills up would pass for memory that grows.
    Array.from({ length: count }, (_, at) => [`/f${at}.xml`, Array.from({ length: WINDOW }, chatter)]),
  );
  /** Whose first poll, which is silent, is over. */
  const read = new Set<string>();
  const server: FeedServer = await startFeedServer((request, response) => {
    const items = feeds.get(request.url ?? '') ?? [];
    if (Math.random() < LIVELY) items.unshift(chatter());
    items.splice(WINDOW);
    const body = `<?xml version="1.0"?><rss version="2.0"><channel><title>t</title>${items.join('')}</channel></rss>`;
    const fault = Math.random() < FAULTY ? pick(FAULTS) : undefined;
    if (fault === undefined) read.add(request.url ?? '');
    if (fault === undefined) response.writeHead(200, { 'content-type': 'application/rss+xml' }).end(body);
    else fault(response, body);
  });
  const paths = [...feeds.keys()];
  return {
    yaml: `feeds:\n${paths
      .map(
        (path, at) =>
          `  - { id: f${at}, url: "${server.url(path)}", publisher: Paper ${at}, kind: press, every: ${process.env.SOAK_EVERY ?? '60s'}, language: en }\n`,
      )
      .join('')}`,
    asked: () => server.requests.length,
    tell: ({ exchange, country }) => {
      const title = `Regulator in ${country} warns investors against ${exchange}`;
      feeds
        .get(pick([...read]) ?? '')
        ?.unshift(
          item(
            title,
            `The ${country} securities regulator said ${exchange} is not licensed to serve the public.`,
          ),
        );
    },
    close: server.close,
  };
};
