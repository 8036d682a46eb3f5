import { baseLanguage } from '../domain/base-language.ts';
import type { ParsedEntry } from '../domain/entry.ts';
import type { NewsSearch } from '../domain/feed.ts';

/** The address of a Google News search as RSS: `hl` is the language, `gl` the country, `ceid` both. */
export const newsSearchUrl = ({ query, language, country }: NewsSearch): string => {
  const url = new URL('https://news.google.com/rss/search');
  url.searchParams.set('q', query);
  url.searchParams.set('hl', language.includes('-') ? language : `${language}-${country}`);
  url.searchParams.set('gl', country);
  url.searchParams.set('ceid', `${country}:${baseLanguage(language)}`);
  return url.href;
};

const withoutSuffix = (title: string, publisher: string): string => {
  for (const dash of [' - ', ' – ', ' — ', ' | ']) {
    const suffix = `${dash}${publisher}`;
    if (title.endsWith(suffix) && title.length > suffix.length) return title.slice(0, -suffix.length).trim();
  }
  return title;
};

/**
 * An entry of a news search as its publisher wrote it: the title without " - Publisher". The guid and the wrapped
 * link change from day to day for one article, so that they identify nothing: the guid is dropped.
 */
export const readSearchEntry = (entry: ParsedEntry): ParsedEntry => {
  const { guid: _unstable, ...rest } = entry;
  const cut = entry.title.lastIndexOf(' - ');
  const publisher = entry.publisher ?? (cut > 0 ? entry.title.slice(cut + 3).trim() : undefined);
  if (publisher === undefined || publisher === '') return rest;
  const title = withoutSuffix(entry.title, publisher);
  // The text of a search entry is its title and publisher again.
  const repeats = entry.text.replace(/\s+/g, ' ').startsWith(title);
  return { ...rest, title, publisher, text: repeats ? '' : entry.text };
};
