import { describe, expect, test } from '@jest/globals';
import type { Measure } from '../../src/domain/incident.ts';
import { alert, incident, measure, reader, source } from './examples.ts';
import { words } from './shipped-words.ts';

const headline = (one: Partial<Measure>, title: string, text = '', language = 'en', into = 'en') =>
  words.alert(
    incident({
      measures: [measure(one)],
      jurisdictions: [],
      exchanges: ['kraken'],
      sources: [source({ title, text, language })],
    }),
    alert(),
    reader(into),
  ).headline;
const halt = { kind: 'service-halt', scope: { functions: ['withdrawals'] } } as const;
const delisting = { kind: 'delisting' } as const;

describe('a halt of one coin', () => {
  test.each([
    ['en', 'Kraken pauses BTC withdrawals'],
    ['en', 'Kraken pauses bitcoin withdrawals'],
    ['en', 'Kraken pauses withdrawals of Bitcoin'],
    ['zh', 'Kraken暂停比特币提现'],
    ['ja', 'Kraken、ビットコインの出金を停止'],
    ['ko', 'Kraken, 비트코인 출금 중단'],
    ['es', 'Kraken suspende los retiros de bitcoin'],
  ])('is told of that coin in %s: %s', (language, title) => {
    expect(headline(halt, title, '', language)).toBe('Kraken halts BTC withdrawals');
  });

  test.each([
    ['Kraken pauses withdrawals', ''],
    ['Kraken pauses BTC and ETH withdrawals', ''],
    ['Kraken pauses all withdrawals', 'Bitcoin withdrawals were the first to stop.'],
    ['Bitcoin falls as Kraken pauses withdrawals', ''],
  ])('is no more than the source says: %s', (title, text) => {
    expect(headline(halt, title, text)).toBe('Kraken halts withdrawals');
  });

  test.each(words.languages)('reads well in %s', (language) => {
    expect(headline(halt, 'Kraken pauses BTC withdrawals', '', 'en', language)).toMatchSnapshot();
  });
});

describe('a delisting', () => {
  test.each(words.languages)('of one token is told in the singular in %s', (language) => {
    expect(headline(delisting, 'Kraken delists Monero', '', 'en', language)).toMatchSnapshot();
  });

  test.each([
    ['Kraken delists USDT and nine other tokens', ''],
    ['Kraken delists Monero, Zcash', ''],
    ['Kraken delists USDT', 'Purchases of USDT and nine other tokens end.'],
    ['Kraken delists privacy coins', ''],
  ])('of several is not: %s', (title, text) => {
    expect(headline(delisting, title, text)).toBe('Kraken delists tokens');
  });
});
