import { describe, expect, test } from '@jest/globals';
import { readEntryLine } from '../../src/cli/entry-line.ts';
import { createSteps } from '../../src/steps.ts';

const steps = createSteps();
const read = (value: Readonly<Record<string, unknown>>) =>
  readEntryLine({ title: 'Binance leaves', ...value }, steps);

describe('a line of classify or replay', () => {
  test('is read as the press where it names no feed', () => {
    const { feed, entry } = read({ url: 'https://www.example.org/a' });
    expect(feed.kind).toBe('press');
    expect(entry.publisher).toBe('example.org');
  });

  test('takes kind and place of the feed that it describes', () => {
    const { feed } = read({ feed: { kind: 'official', jurisdiction: 'SG', publisher: 'MAS' } });
    expect(feed).toMatchObject({ kind: 'official', jurisdiction: 'SG', publisher: 'MAS' });
  });

  test('refuses a feed that the catalogue lacks, and a kind that is none', () => {
    expect(() => read({ feed: 'no-such-feed' })).toThrow('no feed of the catalogue');
    expect(() => read({ feed: { kind: 'rumour' } })).toThrow('official, exchange, press');
  });

  test('refuses a feed that is a list, and a place that has no code', () => {
    expect(() => read({ feed: [] })).toThrow('no feed of the catalogue');
    expect(() => read({ feed: { jurisdiction: 'Bengal' } })).toThrow('ISO alpha-2');
    expect(read({ feed: { jurisdiction: 'eu' } }).feed.jurisdiction).toBe('EU');
  });

  test('gives its id back as it came', () => {
    expect(read({ id: 7 }).id).toBe(7);
    expect(read({}).id).toBeNull();
  });

  test('detects the language where it is not told or is no language tag', () => {
    expect(read({ title: '币安将退出中国市场，停止交易', language: 'unknown!' }).entry.language).toMatch(
      /^zh/,
    );
    expect(read({ language: 'pt_BR' }).entry.language).toBe('pt-BR');
  });

  test('is dated in UTC where it names no zone, whatever the zone of the machine', () => {
    const { TZ } = process.env;
    process.env.TZ = 'Asia/Tokyo';
    try {
      expect(read({ publishedAt: '2024-03-31T12:00' }).entry.publishedAt).toBe(Date.UTC(2024, 2, 31, 12));
      expect(read({ publishedAt: '2024-03-31 12:00:30' }).entry.publishedAt).toBe(
        Date.UTC(2024, 2, 31, 12, 0, 30),
      );
    } finally {
      if (TZ === undefined) delete process.env.TZ;
      else process.env.TZ = TZ;
    }
  });

  test('says when it was published, or that it does not know', () => {
    expect(read({ publishedAt: '2024-03-31T12:00:00Z' }).entry).toMatchObject({
      publishedAt: Date.UTC(2024, 2, 31, 12),
      publishedEstimated: false,
    });
    expect(read({}).entry.publishedEstimated).toBe(true);
    for (const publishedAt of [null, '', ' '])
      expect(read({ publishedAt }).entry.publishedEstimated).toBe(true);
    expect(() => read({ publishedAt: 'soon' })).toThrow('publishedAt');
  });
});
