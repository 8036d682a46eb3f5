import { describe, expect, test } from '@jest/globals';
import { createFilterParser, EVERYTHING, type Wish } from '../../src/commands/parse-filter.ts';
import { KINDS } from '../../src/domain/taxonomy.ts';
import { CATALOGUE, WORDS } from './stage.ts';

const parser = createFilterParser(CATALOGUE, WORDS);

const wishOf = (words: string, language = 'en'): Partial<Wish> & { readonly cadence?: string } => {
  const parsed = parser.parse(words, language);
  if (!parsed.ok) throw parsed.error;
  const said = Object.entries(parsed.filter).filter(
    ([key, value]) => JSON.stringify(value) !== JSON.stringify(EVERYTHING[key as keyof Wish]),
  );
  return {
    ...Object.fromEntries(said),
    ...(parsed.cadence === undefined ? {} : { cadence: parsed.cadence }),
  };
};

const mistakeOf = (words: string): Readonly<Record<string, unknown>> => {
  const parsed = parser.parse(words, 'en');
  if (parsed.ok) throw new Error(`understood as ${parsed.understood.join(', ')}`);
  return { key: parsed.error.key, ...parsed.error.params };
};

const BINANCE_NG_HIGH = { exchanges: ['binance'], jurisdictions: ['NG'], minSeverity: 'high' };

describe('a wish in plain words', () => {
  test.each<[string, object]>([
    ['', {}],
    ['all', {}],
    ['tell me everything', {}],
    [
      'binance okx in nigeria, high, daily',
      { exchanges: ['binance', 'okx'], jurisdictions: ['NG'], minSeverity: 'high', cadence: 'daily' },
    ],
    [
      'daily high nigeria okx and binance',
      { exchanges: ['okx', 'binance'], jurisdictions: ['NG'], minSeverity: 'high', cadence: 'daily' },
    ],
    ['BINANCE IN NIGERIA HIGH', BINANCE_NG_HIGH],
    ['binance.com, 🇳🇬 🎉 high!', BINANCE_NG_HIGH],
    ['Binance US', { exchanges: ['binance-us'] }],
    ['Binance, US', { exchanges: ['binance'], jurisdictions: ['US'] }],
    ['okex', { exchanges: ['okx'] }],
    ['mtgox', { exchanges: ['mt-gox'] }],
    ['mt-gox', { exchanges: ['mt-gox'] }],
    ['gemini', { exchanges: ['gemini'] }],
    ['okx IN', { exchanges: ['okx'], jurisdictions: ['IN'] }],
    ['okx in us-ny', { exchanges: ['okx'], jurisdictions: ['US-NY'] }],
    ['new york', { jurisdictions: ['US-NY'] }],
    ['uk uae usa', { jurisdictions: ['GB', 'AE', 'US'] }],
    ['cote d’ivoire', { jurisdictions: ['CI'] }],
    ['turkey', { jurisdictions: ['TR'] }],
    ['Türkiye', { jurisdictions: ['TR'] }],
    ['beijing lagos', { jurisdictions: ['CN', 'NG'] }],
    ['bans and warnings', { kinds: ['ban', 'warning'] }],
    [
      'access blocks in chinese, easings',
      { kinds: ['access-block'], jurisdictions: ['CN'], direction: 'eases' },
    ],
    ['no warnings', { kinds: KINDS.filter((kind) => kind !== 'warning') }],
    ['no easings', { direction: 'tightens' }],
    ['easings and new restrictions', {}],
    ['kraken only when named', { exchanges: ['kraken'], onlyWhenNamed: true }],
    ['okx "Withdrawals"', { exchanges: ['okx'], words: ['withdrawals'] }],
    ['exchange:left-the-catalogue', { exchanges: ['left-the-catalogue'] }],
    ['critical and above', { minSeverity: 'critical' }],
    ['binance binance BINANCE', { exchanges: ['binance'] }],
  ])('%s', (words, wish) => {
    expect(wishOf(words)).toEqual(wish);
  });

  test.each<[string, string]>([
    ['zh', '币安 尼日利亚 高'],
    ['zh', '币安在尼日利亚，高'],
    ['zh-Hant', '幣安 奈及利亞 高'],
    ['ja', 'バイナンス ナイジェリア 高'],
    ['ko', '바이낸스 나이지리아 높음'],
    ['ru', 'Бинанс в Нигерия, высокая'],
    ['es', 'binance en Nigeria, alta'],
    ['pt', 'binance na Nigéria, alta'],
    ['tr', 'binance Nijerya yüksek'],
    ['en', 'باينانس in nigeria, high'],
    ['en', 'ไบแนนซ์ nigeria high'],
  ])('is understood in %s: %s', (language, words) => {
    expect(wishOf(words, language)).toEqual(BINANCE_NG_HIGH);
  });

  test('takes an inflected name where the catalogue allows endings', () => {
    expect(wishOf('в Нью-Йорке', 'ru')).toEqual({ jurisdictions: ['US-NY'] });
  });

  test('reads a right-to-left name between marks of direction', () => {
    expect(wishOf('\u2067نوبیتکس\u2069 high')).toEqual({ exchanges: ['nobitex'], minSeverity: 'high' });
  });

  test('tells what was understood in the reader’s language', () => {
    const parsed = parser.parse('binance germany high', 'es');
    expect(parsed.ok && parsed.understood).toEqual(['Binance', 'Alemania', 'Alta']);
  });
});

describe('a wish that cannot be taken up', () => {
  test.each<[string, object]>([
    ['binanse', { key: 'unknown-word', word: 'binanse', suggestion: 'Binance', understood: '' }],
    ['okx in Nigerria', { key: 'unknown-place', word: 'Nigerria', suggestion: 'Nigeria', understood: 'OKX' }],
    ['okx hihg', { key: 'unknown-word', word: 'hihg', suggestion: 'High', understood: 'OKX' }],
    ['frobnicate', { key: 'unknown-word', word: 'frobnicate', suggestion: '', understood: '' }],
    ['🎉🎉', { key: 'unknown-word', word: '🎉🎉', suggestion: '' }],
    ['hello', { key: 'unknown-word', word: 'hello', suggestion: '' }],
    ['high low', { key: 'contradictory-filter', first: 'high', second: 'low' }],
    ['daily okx weekly', { key: 'contradictory-filter', first: 'daily', second: 'weekly' }],
    ['bans no warnings', { key: 'contradictory-filter', first: 'ban', second: '− warning' }],
    ['everything except okx', { key: 'cannot-leave-out', word: 'okx' }],
    ['not in nigeria', { key: 'cannot-leave-out', word: 'nigeria' }],
    ['x'.repeat(2000), { key: 'too-long', limit: 1500 }],
    ['币安 火星', { key: 'unknown-word', word: '火星', suggestion: '', understood: 'Binance' }],
  ])('%s', (words, mistake) => {
    expect(mistakeOf(words)).toEqual(mistake);
  });
});
