import { describe, expect, test } from '@jest/globals';
import { UserError } from '../../src/domain/errors.ts';
import { createSteps } from '../../src/steps.ts';
import { AT, reader } from './examples.ts';
import { words } from './shipped-words.ts';

describe('the words', () => {
  test('throw for an unknown key and for a missing placeholder', () => {
    expect(() => words.say('en', 'no.such')).toThrow('no string "no.such"');
    expect(() => words.say('en', 'headline.lead', { place: 'China' })).toThrow('sentence');
  });

  test.each([
    ['pt-BR', 'Onde'],
    ['zh-TW', '地點'],
    ['zh-CN', '地点'],
    ['zh_HK', '地點'],
    ['fi', 'Where'],
    ['', 'Where'],
    ['not a language', 'Where'],
  ])('answer %p in its nearest language', (language, expected) => {
    expect(words.say(language, 'alert.where')).toBe(expected);
  });

  test('count in Russian as Russians do', () => {
    const counted = [1, 3, 5, 21].map((count) => words.say('ru', 'digest.title', { count }));
    expect(counted).toEqual(['1 ограничение', '3 ограничения', '5 ограничений', '21 ограничение']);
  });

  test.each([
    ['en', 'Binance'],
    ['zh', '币安'],
    ['zh-Hant', '幣安'],
    ['ja', 'バイナンス'],
    ['ko', '바이낸스'],
    ['ru', 'Binance'],
  ])('name an exchange as the press in %s does', (language, expected) => {
    expect(words.exchangeName('binance', language)).toBe(expected);
  });

  test('know an exchange by its former id, and show an unknown id as it is', () => {
    expect(words.exchangeName('okex', 'en')).toBe('OKX');
    expect(words.exchangeName('nobody', 'zh')).toBe('nobody');
  });

  test.each([
    ['GB', 'en', 'UK'],
    ['GB', 'tr', 'Birleşik Krallık'],
    ['US', 'ru', 'США'],
    ['HK', 'zh', '香港'],
    ['EU', 'ko', '유럽 연합'],
    ['US-NY', 'zh', '纽约州'],
    ['US-NY', 'ru', 'Нью-Йорк'],
    ['US-NY', 'ja', 'New York'],
    ['XX-YY', 'en', 'XX-YY'],
  ])('name %s in %s', (code, language, expected) => {
    expect(words.placeName(code, language)).toBe(expected);
  });

  test('name every part of a country whole, not by the stem that it is found by', () => {
    const { catalogue, words: shipped } = createSteps();
    const parts = catalogue.jurisdictions.filter(({ parent }) => parent !== undefined);
    const stems = parts.flatMap(({ code, names }) =>
      Object.values(names).flatMap(([first]) => (first?.includes('*') ? [`${code} ${first}`] : [])),
    );
    expect(parts.length).toBeGreaterThan(50);
    expect(stems).toEqual([]);
    expect(shipped.placeName('US-CA', 'ru')).toBe('Калифорния');
  });

  test('tell the time in the reader’s zone, and say so where it is nobody’s', () => {
    expect(words.time(AT, reader('en', 'America/New_York'))).toBe('6 Mar 2018, 12:02');
    expect(words.time(AT, reader('en'))).toBe('6 Mar 2018, 17:02 UTC');
    expect(words.time(AT, reader('en', 'Mars/Olympus'))).toBe('6 Mar 2018, 17:02 UTC');
  });
});

describe('a mistake', () => {
  const paragraphs = (error: UserError): readonly unknown[] => words.mistake(error, 'en').paragraphs;

  test('names what was not understood and the nearest right thing', () => {
    const error = new UserError('unknown-exchange', { word: 'binanse', suggestion: 'Binance' });
    expect(paragraphs(error)).toEqual([['I know no exchange “binanse”. Did you mean Binance?']]);
  });

  test('suggests nothing where nothing is near', () => {
    expect(paragraphs(new UserError('unknown-exchange', { word: 'zzz' }))).toEqual([
      ['I know no exchange “zzz”.'],
    ]);
  });

  test('says first what was understood', () => {
    const error = new UserError('errors.unknown-word', { word: 'foo', understood: 'Binance · Nigeria' });
    expect(paragraphs(error)).toEqual([['Understood: Binance · Nigeria'], ['I do not understand “foo”.']]);
  });

  test('without a string of its own is a bug', () => {
    expect(() => words.mistake(new UserError('no-such-mistake'), 'en')).toThrow('no-such-mistake');
  });
});
