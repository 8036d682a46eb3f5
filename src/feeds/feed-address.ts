import type { Feed } from '../domain/feed.ts';
import { newsSearchUrl } from './news-search.ts';

/** The address of a feed in the catalogue. */
export const feedAddress = (feed: Feed): string =>
  feed.search === undefined ? feed.url : newsSearchUrl(feed.search);
