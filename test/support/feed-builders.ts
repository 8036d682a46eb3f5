import type { ParsedEntry } from '../../src/domain/entry.ts';
import type { Feed, FeedState } from '../../src/domain/feed.ts';
import { type Instant, MINUTE } from '../../src/domain/instant.ts';
import type { Clock, Logger } from '../../src/domain/ports.ts';

export const NOON: Instant = Date.UTC(2026, 6, 27, 12);

export const aFeed = (changes: Partial<Feed> = {}): Feed => ({
  id: 'uk-fca',
  url: 'https://feeds.example/news.xml',
  publisher: 'Financial Conduct Authority',
  kind: 'official',
  every: { min: 2 * MINUTE, max: 10 * MINUTE },
  enabled: true,
  ...changes,
});

export const aFeedState = (changes: Partial<FeedState> = {}): FeedState => ({
  v: 1,
  feedId: 'uk-fca',
  health: 'ok',
  firstPolledAt: NOON - 60 * MINUTE,
  lastSuccessAt: NOON - 5 * MINUTE,
  failures: 0,
  nextPollAt: NOON,
  lastKeys: [],
  distrusted: [],
  ...changes,
});

export const aParsedEntry = (changes: Partial<ParsedEntry> = {}): ParsedEntry => ({
  guid: 'n-1',
  title: 'Warning about Example Exchange',
  url: 'https://feeds.example/n/1',
  publishedAt: NOON - MINUTE,
  publishedEstimated: false,
  text: 'The firm may be providing financial services without our permission.',
  ...changes,
});

export const aClock = (now: Instant = NOON): Clock => ({ now: () => now, monotonic: () => now });

const nothing = (): void => undefined;

export const silentLogger: Logger = { debug: nothing, info: nothing, warn: nothing, error: nothing };

export const anRss = (items: string): string =>
  `<?xml version="1.0"?><rss version="2.0"><channel><title>News</title>${items}</channel></rss>`;

export const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
