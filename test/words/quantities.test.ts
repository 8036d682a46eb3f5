import { describe, expect, test } from '@jest/globals';
import { latinDigits, quantitiesIn } from '../../src/words/quantities.ts';

const valuesIn = (text: string, language: string) =>
  quantitiesIn(text, language).flatMap(({ values }) => values);

describe('quantities', () => {
  test.each([
    ['en', '$3.3 million', 3_300_000],
    ['en', 'CA$2.5bn', 2_500_000_000],
    ['es', '3,3 millones', 3_300_000],
    ['es', '2 mil millones', 2_000_000_000],
    ['pt', '4,3 bilhões', 4_300_000_000],
    ['ru', '12,5 млн', 12_500_000],
    ['tr', '2 milyar', 2_000_000_000],
    ['zh', '330万', 3_300_000],
    ['ja', '1億', 100_000_000],
    ['ko', '250만', 2_500_000],
    ['ar', '٣ مليون', 3_000_000],
    ['hi', '५ लाख', 500_000],
  ])('of %s are read with their unit: %s', (language, text, value) => {
    expect(valuesIn(text, language)).toContain(value);
  });

  test.each([
    ['1,234', [1234, 1.234]],
    ['1 234 567', [1]],
    ['12.5', [12.5]],
  ])('keep what a mark may mean: %s', (text, values) => {
    expect(valuesIn(text, 'en')).toEqual(expect.arrayContaining(values));
  });

  test.each([
    ['en', 'nine exchanges', 9],
    ['es', 'siete plataformas', 7],
    ['ru', 'пяти бирж', 5],
    ['zh', '九家交易所', 9],
    ['ja', '三社', 3],
    ['ko', '세 곳', 3],
    ['ar', 'خمسة منصات', 5],
  ])('are read where they are written out in %s: %s', (language, text, value) => {
    expect(valuesIn(text, language)).toContain(value);
  });

  test.each([
    ['en', 'often'],
    ['zh', '四川十分重要'],
    ['es', 'una orden'],
  ])('are not seen in words of %s: %s', (language, text) => {
    expect(valuesIn(text, language)).toEqual([]);
  });

  test('come in digits of any script', () => {
    expect(latinDigits('٢٠٢٥ ２０ ५')).toBe('2025 20 5');
  });
});
