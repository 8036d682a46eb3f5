import { describe, expect, test } from '@jest/globals';
import type { ParsedEntry } from '../../src/domain/entry.ts';
import { identify } from '../../src/feeds/identify.ts';
import { aParsedEntry } from '../support/feed-builders.ts';

const without = (entry: ParsedEntry, field: 'guid' | 'url'): ParsedEntry => {
  const { [field]: _gone, ...rest } = entry;
  return rest;
};

const keysOf = (entry: ParsedEntry): readonly string[] => identify([entry], []).entries[0]?.keys ?? [];
const meets = (a: ParsedEntry, b: ParsedEntry): boolean => keysOf(a).some((key) => keysOf(b).includes(key));

describe('an entry is still the same', () => {
  const before = aParsedEntry();
  test.each([
    ['with another date', aParsedEntry({ publishedAt: 1 })],
    ['with another title', aParsedEntry({ title: 'Corrected: warning about Example Exchange' })],
    ['with another address', aParsedEntry({ url: 'https://feeds.example/moved/1' })],
    ['with another guid', aParsedEntry({ guid: 'https://cms.example/?p=7' })],
    ['without its guid', without(aParsedEntry(), 'guid')],
    [
      'with another guid and a tracking parameter',
      aParsedEntry({ guid: 'x', url: 'https://www.feeds.example/n/1/?utm_source=rss#top' }),
    ],
  ])('%s', (_how, after) => {
    expect(meets(before, after)).toBe(true);
  });

  test('when its permalink guid gets a tracking parameter', () => {
    const old = without(aParsedEntry({ guid: 'https://feeds.example/n/1' }), 'url');
    expect(meets(old, { ...old, guid: 'http://feeds.example/n/1?utm_campaign=x', title: 'y' })).toBe(true);
  });
});

describe('an entry is another', () => {
  test.each([
    [
      'at the same address under another guid and title',
      aParsedEntry({ guid: 'n-2', title: 'Warning about Other Exchange' }),
    ],
    ['with the same title elsewhere', aParsedEntry({ guid: 'n-2', url: 'https://feeds.example/n/2' })],
  ])('%s', (_how, after) => {
    expect(meets(aParsedEntry(), after)).toBe(false);
  });

  test('whose address differs in a parameter that says what is read', () => {
    const old = without(aParsedEntry({ url: 'https://feeds.example/?id=1' }), 'guid');
    expect(meets(old, { ...old, url: 'https://feeds.example/?id=2' })).toBe(false);
  });
});

describe('a rung is distrusted', () => {
  test('when one guid stands on different entries', () => {
    const entries = [aParsedEntry(), aParsedEntry({ title: 'Other', url: 'https://feeds.example/n/2' })];
    const found = identify(entries, []);
    expect(found.distrusted).toEqual(['guid']);
    expect(new Set(found.entries.map(({ key }) => key)).size).toBe(2);
  });

  test('when one address stands on different entries', () => {
    const entries = [1, 2].map((id) => without(aParsedEntry({ title: `Notice ${id}` }), 'guid'));
    expect(identify(entries, [])).toMatchObject({ distrusted: ['url'], entries: [{}, {}] });
  });

  test('and stays so in the next document', () => {
    expect(identify([aParsedEntry()], ['guid']).distrusted).toEqual(['guid']);
  });

  test('but not by an entry that is simply there twice', () => {
    expect(identify([aParsedEntry(), aParsedEntry()], [])).toMatchObject({ distrusted: [], entries: [{}] });
  });
});
