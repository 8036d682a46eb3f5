import type { Settings } from '../config/settings.ts';
import type { Feed, FetchFailure } from '../domain/feed.ts';
import type { Instant } from '../domain/instant.ts';
import type { Clock, FetchFeed, Logger } from '../domain/ports.ts';
import { newFeedState } from '../feeds/due.ts';
import { createFetchFeed } from '../feeds/fetch.ts';
import { parseFeed } from '../feeds/parse.ts';
import { mannersOf } from './manners.ts';

/** What came of asking a feed once, as the bot would, with nothing remembered. */
export type FeedCheck =
  | {
      readonly feed: Feed;
      readonly ok: true;
      readonly entries: number;
      /** Of these the date could be read. */
      readonly dated: number;
      readonly newestAt?: Instant;
      /** The address that answers now, after a permanent redirect. */
      readonly movedTo?: string;
    }
  | { readonly feed: Feed; readonly ok: false; readonly reason: FetchFailure; readonly detail: string };

export interface FeedCheckOptions {
  readonly settings: Pick<Settings, 'contact' | 'allowPrivateFeeds'>;
  readonly clock: Clock;
  readonly logger: Logger;
}

/** Fetches and parses feeds without a store; hosts are spared as in the bot. */
export const createCheckFeed = ({ settings, clock, logger }: FeedCheckOptions) => {
  const fetchFeed: FetchFeed = createFetchFeed({ ...mannersOf(settings, clock), logger });

  return async (feed: Feed): Promise<FeedCheck> => {
    const fetched = await fetchFeed(
      feed,
      newFeedState(feed, clock.now(), () => 0),
    );
    if (fetched.kind === 'failed') return { feed, ok: false, reason: fetched.reason, detail: fetched.detail };
    if (fetched.kind === 'unchanged')
      return { feed, ok: false, reason: 'http-error', detail: '304 though nothing was asked to be compared' };
    const { bytes, contentType, url, state } = fetched;
    const parsed = await parseFeed(bytes, { url, feed, ...(contentType !== undefined && { contentType }) });
    if (!parsed.ok) return { feed, ok: false, reason: parsed.reason, detail: parsed.detail };
    const dates = parsed.entries.flatMap(({ publishedAt }) =>
      publishedAt === undefined ? [] : [publishedAt],
    );
    return {
      feed,
      ok: true,
      entries: parsed.entries.length,
      dated: dates.length,
      ...(dates.length > 0 && { newestAt: Math.max(...dates) }),
      ...(state.url !== undefined && { movedTo: state.url }),
    };
  };
};
