import { describe, expect, test } from '@jest/globals';
import { newsSearchUrl, readSearchEntry } from '../../src/feeds/news-search.ts';
import { aParsedEntry } from '../support/feed-builders.ts';

describe('newsSearchUrl', () => {
  test('names query, language and country', () => {
    const url = new URL(
      newsSearchUrl({ query: '"Bank of Ghana" crypto when:2d', language: 'en', country: 'GH' }),
    );
    expect(url.origin + url.pathname).toBe('https://news.google.com/rss/search');
    expect(Object.fromEntries(url.searchParams)).toEqual({
      q: '"Bank of Ghana" crypto when:2d',
      hl: 'en-GH',
      gl: 'GH',
      ceid: 'GH:en',
    });
  });
});

describe('readSearchEntry', () => {
  test('finds the publisher in the title where no source names it', () => {
    expect(readSearchEntry(aParsedEntry({ title: 'Exchange closes - The Daily' }))).toMatchObject({
      title: 'Exchange closes',
      publisher: 'The Daily',
    });
  });

  test('keeps a title that does not end in the publisher', () => {
    expect(readSearchEntry(aParsedEntry({ title: 'A - B', publisher: 'The Daily' }))).toMatchObject({
      title: 'A - B',
      publisher: 'The Daily',
    });
  });

  test('drops the guid, which changes with every search', () => {
    expect(readSearchEntry(aParsedEntry())).not.toHaveProperty('guid');
  });
});
