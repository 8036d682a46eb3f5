import { describe, expect, test } from '@jest/globals';
import { runsOfNames } from '../../src/classify/runs-of-names.ts';
import { readWith } from '../support/read-with.ts';

const runsIn = (title: string, language = 'en') => {
  const { document, mentions } = readWith(title, '', language);
  const clues = mentions.exchanges.map((mention) => ({ ...mention, id: mention.exchange.id, how: 'name' }));
  return runsOfNames(clues, document).map((run) => run.clues.map(({ id }) => id));
};

describe('lists of names', () => {
  test.each([
    ['en', 'India blocks Binance, KuCoin and Kraken', [['binance', 'kucoin', 'kraken']]],
    ['id', 'Akun Binance, Bybit dan MEXC diblokir', [['binance', 'bybit', 'mexc']]],
    ['zh', '币安、火币和OKX退出', [['binance', 'huobi', 'okx']]],
    ['ko', '업비트와 빗썸 영업정지', [['upbit', 'bithumb']]],
    ['ru', 'Роскомнадзор блокирует Binance и OKX', [['binance', 'okx']]],
  ])('are one in %s', (language, title, runs) => {
    expect(runsIn(title, language)).toEqual(runs);
  });

  test('are not made by a comma between two names alone', () => {
    expect(runsIn('After Kraken, Coinbase leaves Japan')).toEqual([['kraken'], ['coinbase']]);
  });

  test('end with the sentence and at a verb', () => {
    expect(runsIn('Binance sues Kraken. OKX leaves')).toEqual([['binance'], ['kraken'], ['okx']]);
  });
});
