import { describe, expect, test } from '@jest/globals';
import { createCalendar, withoutDates } from '../../src/words/calendar.ts';

const { datesIn } = createCalendar();

describe('the dates of a text', () => {
  test.each([
    ['en', 'on December 14, 2021', '12-14'],
    ['en', 'the 14th of December', '12-14'],
    ['es', 'el 14 de diciembre', '12-14'],
    ['pt', 'em 1º de março', '3-1'],
    ['ru', 'с 15 декабря', '12-15'],
    ['tr', '15 Aralık', '12-15'],
    ['de', 'am 4. Oktober', '10-4'],
    ['ar', '15 ديسمبر', '12-15'],
    ['zh', '12月14日', '12-14'],
    ['ko', '12월 14일', '12-14'],
    ['ja', '１２月１４日', '12-14'],
    ['en', '2021-12-14', '12-14'],
    ['de', '14.12.2021', '12-14'],
  ])('are read in %s: %s', (language, text, day) => {
    expect([...datesIn(text, language).days]).toContain(day);
  });

  test('go on with the month named before', () => {
    expect([...datesIn('12月14日关闭充币,15日禁止交易', 'zh').days]).toEqual(['12-14', '12-15']);
  });

  test('are not seen in a word that is no month', () => {
    expect(datesIn('it may be 14 of them', 'en').months.size).toBe(0);
    expect([...datesIn('in May', 'en').months]).toEqual([5]);
  });

  test('hold the days of the week', () => {
    expect([...datesIn('from Friday', 'en').weekdays]).toEqual([5]);
    expect([...datesIn('с воскресенья и в понедельник', 'ru').weekdays]).toEqual([1]);
  });

  test('can be left out of a text, their years apart', () => {
    expect(withoutDates('12月14日, 2021-12-14').match(/\d+/g)).toEqual(['2021']);
  });
});
