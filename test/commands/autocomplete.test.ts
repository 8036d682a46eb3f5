import { describe, expect, test } from '@jest/globals';
import { createAutocomplete } from '../../src/commands/autocomplete.ts';
import { createFilterParser } from '../../src/commands/parse-filter.ts';
import { CATALOGUE, incident, OTHER, WORDS } from './stage.ts';

const complete = createAutocomplete(CATALOGUE, { latest: () => [incident(), OTHER] }, WORDS);

describe('completion', () => {
  test.each<[kind: string, text: string, language: string, first: string]>([
    ['exchanges', '', 'en', 'Binance'],
    ['exchanges', 'BI', 'en', 'Binance'],
    ['exchanges', '币', 'en', 'Binance'],
    ['exchanges', 'gox', 'en', 'Mt. Gox'],
    ['exchanges', 'binance, kr', 'en', 'binance, Kraken'],
    ['exchanges', 'okx kr', 'en', 'okx Kraken'],
    ['countries', 'nige', 'en', 'Niger'],
    ['countries', 'нигер', 'ru', 'Нигер'],
    ['countries', 'united k', 'en', 'UK'],
    ['countries', 'new y', 'en', 'New York'],
    ['kinds', 'warn', 'en', 'warning'],
    ['kinds', '警', 'zh', '警告'],
    ['incidents', '8hK', 'en', '8hK2mB · China blocks access to OKX'],
    ['incidents', 'nigeria', 'en', '4fT9xQ · Nigeria blocks access to Binance'],
  ])('of %s: “%s” (%s)', (kind, text, language, first) => {
    expect(complete(kind, text, language)[0]?.name).toBe(first);
  });

  test.each([
    ['exchanges', 'zzzz'],
    ['weather', 'b'],
  ])('of %s offers nothing for “%s”', (kind, text) => {
    expect(complete(kind, text, 'en')).toEqual([]);
  });

  test('offers at most 25 choices of at most 100 characters', () => {
    const long = `${'binance, '.repeat(12)}`;
    const choices = [...complete('countries', '', 'en'), ...complete('exchanges', long, 'en')];
    expect(complete('countries', '', 'en')).toHaveLength(25);
    expect(choices.filter(({ name, value }) => name.length > 100 || value.length > 100)).toEqual([]);
  });

  test('fills in words that the parser understands', () => {
    const { parse } = createFilterParser(CATALOGUE, WORDS);
    const values = ['exchanges', 'countries', 'kinds'].flatMap((kind) =>
      ['', 'a', 'n', 'w', 'b'].flatMap((text) => complete(kind, text, 'tr').map(({ value }) => value)),
    );
    expect(values.filter((value) => !parse(value, 'tr').ok)).toEqual([]);
  });
});
