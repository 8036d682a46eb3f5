import { describe, expect, test } from '@jest/globals';
import { UserError } from '../../src/domain/errors.ts';
import { alert, incident, measure, reader, source } from './examples.ts';
import { words } from './shipped-words.ts';

const ISOLATED = /\u2068[^\u2068\u2069]*\u2069/g;
const LATIN = /[A-Za-z]/;

/** Every text of a card, as one. */
const textsOf = (value: unknown): string => {
  if (typeof value === 'string') return `${value}\n`;
  if (typeof value !== 'object' || value === null) return '';
  return Object.entries(value)
    .filter(
      ([key]) =>
        !['tags', 'shape', 'tone', 'incidentId', 'url', 'href', 'verb', 'id', 'footer'].includes(key),
    )
    .map(([, part]) => textsOf(part))
    .join('');
};

describe('Arabic, from right to left', () => {
  test('isolates every name in Latin letters', () => {
    const card = words.alert(
      incident({
        measures: [measure({ kind: 'bank-cutoff', stage: 'announced' })],
        exchanges: ['kraken', 'upbit'],
        authority: 'fca',
        through: 'barclays',
        jurisdictions: ['GB'],
        sources: [source({ title: 'FCA tells Barclays (UK), 5%: no', language: 'en' })],
      }),
      alert(),
      reader('ar'),
    );
    expect(textsOf(card).replace(ISOLATED, '')).not.toMatch(LATIN);
    expect(card.headline).toBe(
      'المملكة المتحدة: أمر من \u2068FCA\u2069 إلى \u2068Barclays\u2069 بقطع الخدمات عن \u2068Kraken\u2069 و\u2068Upbit\u2069',
    );
  });

  test('keeps a foreign title in one piece, whatever stands in it', () => {
    const { summary } = words.alert(
      incident({ sources: [source({ title: 'FCA tells Barclays (UK), 5%: no', language: 'en' })] }),
      alert(),
      reader('ar'),
    );
    expect(summary).toContain('\u2068FCA tells Barclays (UK), 5%: no\u2069');
  });

  test('isolates commands with their arguments, and leaves them typable where they stand alone', () => {
    expect(words.say('ar', 'commands.subscribe.hint')).toContain('\u2068/filters\u2069');
    const example = words.say('ar', 'commands.example.subscribe');
    expect(example).toBe('/subscribe binance okx in nigeria, high, daily');
    expect(words.say('ar', 'commands.help.line', { example, what: 'س' })).toBe(`\u2068${example}\u2069: س`);
  });

  test('opens and closes every isolate', () => {
    const error = new UserError('unknown-exchange', {
      word: 'binanse',
      suggestion: 'Binance',
      understood: 'OKX',
    });
    const said = textsOf(words.mistake(error, 'ar'));
    expect(said.match(/\u2068/g)).toHaveLength(3);
    expect(said.match(/\u2069/g)).toHaveLength(3);
  });

  test('writes Latin digits, as commands do', () => {
    expect(words.say('ar', 'digest.title', { count: 12 })).toBe('12 قيدًا');
    expect(words.time(Date.UTC(2018, 2, 6, 17, 2), reader('ar'))).toMatch(/^6 مارس 2018/);
  });

  test.each([
    [0, 'لا قيود'],
    [1, 'قيد واحد'],
    [2, 'قيدان'],
    [3, '3 قيود'],
    [11, '11 قيدًا'],
    [100, '100 قيد'],
  ])('counts %d as Arabic does', (count, expected) => {
    expect(words.say('ar', 'digest.title', { count })).toBe(expected);
  });
});

describe('other languages', () => {
  test('have no marks of direction', () => {
    for (const language of words.languages.filter((one) => one !== 'ar')) {
      const card = words.alert(incident(), alert(), reader(language));
      expect(textsOf(card)).not.toMatch(/[\u2066-\u2069]/);
    }
  });
});
