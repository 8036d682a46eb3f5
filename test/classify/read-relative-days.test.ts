import { describe, expect, test } from '@jest/globals';
import { readRelativeDays } from '../../src/classify/read-relative-days.ts';
import { UNDATED } from '../../src/domain/instant.ts';

const PUBLISHED = Date.UTC(2026, 2, 1, 17, 30);
const daysIn = (text: string): readonly string[] =>
  readRelativeDays(text, PUBLISHED).map(({ at }) => new Date(at).toISOString().slice(0, 10));

describe('deadlines told in days', () => {
  test.each([
    ['regulator orders binance to stop within 14 days', '2026-03-15'],
    ['users must withdraw within 3 weeks', '2026-03-22'],
    ['binance muss innerhalb von 10 tagen schließen', '2026-03-11'],
    ['la plateforme doit cesser dans un délai de 5 jours', '2026-03-06'],
    ['биржа закроется в течение 30 дней', '2026-03-31'],
    ['borsa 14 gün içinde kapanacak', '2026-03-15'],
    ['14日以内に全口座を閉鎖', '2026-03-15'],
    ['平台须在30天内退还资产', '2026-03-31'],
    ['거래소는 7일 이내 종료', '2026-03-08'],
  ])('count from the day of publication: %s', (text, day) => {
    expect(daysIn(text)).toEqual([day]);
  });

  test.each(['down 5% in 24 hours', 'founded 14 days ago', 'within 900 days', 'twin 14 days'])(
    'are not read from %s',
    (text) => {
      expect(daysIn(text)).toEqual([]);
    },
  );

  test('are not told where nobody knows when it was published', () => {
    expect(readRelativeDays('within 14 days', UNDATED)).toEqual([]);
  });

  test('say where they stand', () => {
    const text = 'must stop, within 14 days';
    const [first] = readRelativeDays(text, PUBLISHED);
    expect(text.slice(first?.start, first?.end)).toBe('within 14 day');
  });
});
