import { describe, expect, it } from '@jest/globals';
import { idsOf, isJoinedByWord, withJoined } from '../../src/classify/exchange-mentions.ts';
import { readWith } from '../support/read-with.ts';

const { document, mentions } = readWith('Binance, OKX and Kraken close; Bybit stays', '', 'en');
const { text } = document.normal;
const named =
  (id: string) =>
  ({ exchange }: { readonly exchange: { readonly id: string } }): boolean =>
    exchange.id === id;

describe('withJoined', () => {
  it('takes those that follow in the same list, and none behind its end', () => {
    expect([...idsOf(withJoined(text, mentions.exchanges, named('okx')))]).toEqual(['okx', 'kraken']);
  });

  it('goes backwards where the mentions do', () => {
    const backwards = mentions.exchanges.toReversed();
    expect([...idsOf(withJoined(text, backwards, named('kraken')))]).toEqual(['kraken', 'okx', 'binance']);
  });

  it('ends at a comma where the list is to be joined by words', () => {
    const backwards = mentions.exchanges.toReversed();
    expect([...idsOf(withJoined(text, backwards, named('kraken'), isJoinedByWord))]).toEqual([
      'kraken',
      'okx',
    ]);
  });
});
