import { describe, expect, test } from '@jest/globals';
import { exchangeCandidates, placeCandidates } from '../../src/classify/select-mentions.ts';
import { readWith } from '../support/read-with.ts';

const exchangesIn = (title: string, text = ''): readonly string[] => {
  const { document, mentions } = readWith(title, text);
  return exchangeCandidates(document, mentions, 'ban').map(({ id }) => id);
};
const placesIn = (title: string, language = 'en', feedPlace?: string): readonly string[] => {
  const { document, mentions } = readWith(title, '', language);
  return placeCandidates(document, mentions, 'ban', feedPlace).map(({ id }) => id);
};

describe('exchanges that may be meant', () => {
  test('are named once each, in order of appearance', () => {
    expect(exchangesIn('Binance and OKX banned', 'Binance objects.')).toEqual(['binance', 'okx']);
  });

  test('leave out those that the entry says are not meant', () => {
    expect(exchangesIn('Regulator blocks Binance; OKX is not on the list')).toEqual(['binance']);
  });

  test('count a name that is a word, since the entry is known to be about exchanges', () => {
    expect(exchangesIn('Gemini to halt operations in the Netherlands')).toEqual(['gemini']);
  });

  test('count a payment company that sells coins', () => {
    expect(exchangesIn('PayPal halts crypto purchases')).toEqual(['paypal']);
  });
});

describe('places that may be meant', () => {
  test('come from names, adjectives, authorities and homes of exchanges', () => {
    expect(placesIn('Turkish court and BaFin act against WazirX')).toEqual(
      expect.arrayContaining(['TR', 'DE', 'IN']),
    );
  });

  test('come from the branch that is named', () => {
    expect(placesIn('FTX Japan reopens withdrawals')).toContain('JP');
  });

  test('come from money and laws', () => {
    expect(placesIn('Crypto exchanges stop rupee deposits')).toContain('IN');
    expect(placesIn('코인 거래소 원화마켓 중단', 'ko')).toContain('KR');
  });

  test('come from the feed and from the language where nothing else tells', () => {
    expect(placesIn('Crypto exchanges told to stop', 'en', 'SG')).toContain('SG');
    expect(placesIn('코인 거래소 폐업 주의보', 'ko')).toContain('KR');
    expect(placesIn('Crypto exchanges told to stop', 'und')).toEqual([]);
  });
});
