import { describe, expect, test } from '@jest/globals';
import type { Entry } from '../../src/domain/entry.ts';
import { createEnrich, type FetchPage } from '../../src/feeds/enrich.ts';
import { NOON, silentLogger } from '../support/feed-builders.ts';

const anEntry = (changes: Partial<Entry> = {}): Entry => ({
  id: 'e-1',
  feedId: 'uk-fca',
  key: 'k',
  title: 'Warning',
  text: 'Thin.',
  url: 'https://feeds.example/n/1',
  publisher: 'FCA',
  language: 'en',
  publishedAt: NOON,
  publishedEstimated: false,
  firstSeenAt: NOON,
  novelty: 'new',
  late: false,
  ...changes,
});

const ARTICLE = 'The firm may be providing financial services without our permission. '.repeat(5).trim();
const page: FetchPage = async () =>
  `<html><nav><p>${'menu '.repeat(200)}</p></nav><article><p>${ARTICLE}</p></article></html>`;
const enrich = (fetchPage: FetchPage, deadline = 1_000) =>
  createEnrich({ fetchPage, logger: silentLogger, deadline });

describe('createEnrich', () => {
  test('gives a thin entry the text of its article', async () => {
    expect(await enrich(page)(anEntry())).toEqual(anEntry({ text: ARTICLE }));
  });

  test.each([
    ['has text enough', anEntry({ text: 'x'.repeat(500) })],
    ['has no address', (({ url: _none, ...rest }) => rest)(anEntry())],
  ])('asks for nothing where the entry %s', async (_why, entry) => {
    let asked = 0;
    const counting: FetchPage = async () => {
      asked += 1;
      return undefined;
    };
    expect(await enrich(counting)(entry)).toBe(entry);
    expect(asked).toBe(0);
  });

  test.each<[string, FetchPage]>([
    ['fails', () => Promise.reject(new Error('no'))],
    ['may not be read', async () => undefined],
    ['says less', async () => '<p>x</p>'],
  ])('leaves the entry as it was where the page %s', async (_why, fetchPage) => {
    const entry = anEntry();
    expect(await enrich(fetchPage)(entry)).toBe(entry);
  });

  test('does not wait beyond the deadline', async () => {
    const entry = anEntry();
    const never: FetchPage = () => new Promise(() => undefined);
    expect(await enrich(never, 20)(entry)).toBe(entry);
  });
});
