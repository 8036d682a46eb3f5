import { describe, expect, test } from '@jest/globals';
import { createLinkResolver } from '../../src/feeds/link-resolver.ts';
import { normaliseEntry } from '../../src/feeds/normalise-entry.ts';
import type { EntryFields } from '../../src/feeds/read-fields.ts';

const fields = (changes: Partial<EntryFields>): EntryFields => ({
  title: 'T',
  links: [],
  guid: '',
  dates: [],
  text: '',
  publisher: '',
  ...changes,
});

const normalise = (changes: Partial<EntryFields>, zone?: string) =>
  normaliseEntry(fields(changes), {
    resolveLink: createLinkResolver('https://x.example/feed'),
    ...(zone === undefined ? {} : { zone }),
  });

describe('an entry', () => {
  test('takes the first link that leads anywhere', () => {
    expect(normalise({ links: ['javascript:x', '/n/1', '/n/2'] }).url).toBe('https://x.example/n/1');
  });

  test('takes the first date that can be read', () => {
    const { publishedAt } = normalise({ dates: ['yesterday', '2026-07-27T15:30:00Z'] });
    expect(publishedAt).toBe(Date.UTC(2026, 6, 27, 15, 30));
  });

  test('counts a date without a zone in the zone of its feed', () => {
    const entry = normalise({ dates: ['2026-07-27 15:30'] }, 'Asia/Seoul');
    expect(entry).toMatchObject({ publishedAt: Date.UTC(2026, 6, 27, 6, 30), publishedEstimated: false });
  });

  test('trusts a date less under a zone that nobody knows', () => {
    expect(normalise({ dates: ['Mon, 27 Jul 2026 15:30:00 QQT'] }).publishedEstimated).toBe(true);
  });

  test('has only what its feed gave', () => {
    expect(normalise({})).toStrictEqual({ title: 'T', publishedEstimated: true, text: '' });
  });
});
