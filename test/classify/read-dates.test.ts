import { describe, expect, test } from '@jest/globals';
import { normaliseText } from '../../src/classify/normalise-text.ts';
import { createDateFinder } from '../../src/classify/read-dates.ts';
import { loadCatalogue } from '../../src/config/catalogue.ts';

const ENGLISH = [
  ['january', 'jan'],
  ['february', 'feb'],
  ['march', 'mar'],
  ['april', 'apr'],
  ['may'],
  ['june', 'jun'],
  ['july', 'jul'],
  ['august', 'aug'],
  ['september', 'sept', 'sep'],
  ['october', 'oct'],
  ['november', 'nov'],
  ['december', 'dec'],
];
const find = createDateFinder(ENGLISH);
const PUBLISHED = Date.UTC(2024, 10, 20);
const days = (text: string): readonly string[] =>
  find(text, PUBLISHED).map(({ at }) => new Date(at).toISOString().slice(0, 10));

describe('finding days', () => {
  test.each([
    ['withdraw by 31 march 2025', '2025-03-31'],
    ['until march 31, 2025', '2025-03-31'],
    ['from the 1st of december', '2024-12-01'],
    ['by january 5', '2025-01-05'],
    ['on nov. 1', '2024-11-01'],
    ['2024年12月3日起', '2024-12-03'],
    ['12월 3일부터', '2024-12-03'],
    ['am 03.12.2024', '2024-12-03'],
    ['by 2024-12-03', '2024-12-03'],
    ['a partir del 15/12/2024', '2024-12-15'],
    ['effective 12/15/2024', '2024-12-15'],
  ])('reads %s', (text, day) => {
    expect(days(text)).toEqual([day]);
  });

  test('finds none where day and month might be either', () => {
    expect(days('from 05/06/2025')).toEqual([]);
  });

  test('finds none in a version number or a day that no month has', () => {
    expect(days('version 3.1.2 and february 31')).toEqual([]);
  });
});

describe('the months that ship', () => {
  const { months = {} } = loadCatalogue().taxonomy.cues;

  test.each([
    ['ru', 'с 15 января 2025 года', '2025-01-15'],
    ['ru', 'до 1 августа', '2025-08-01'],
    ['uk', 'до 31 березня 2025', '2025-03-31'],
    ['tr', "15 ocak'ta", '2025-01-15'],
    ['th', 'ตั้งแต่ 28 มิถุนายน 2568', '2025-06-28'],
    ['nl', 'per 17 juli', '2025-07-17'],
    ['ar', 'حتى 30 أبريل', '2025-04-30'],
    ['hi', '15 फ़रवरी तक', '2025-02-15'],
  ])('are read with their endings and in their years in %s: %s', (language, text, day) => {
    const forms = (months[language] ?? []).map((month) => month.split('|'));
    const [found] = createDateFinder(forms)(normaliseText(text).text, Date.UTC(2025, 0, 2));
    expect(found && new Date(found.at).toISOString().slice(0, 10)).toBe(day);
  });
});
