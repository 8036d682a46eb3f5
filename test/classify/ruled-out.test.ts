import { describe, expect, test } from '@jest/globals';
import { createDocument } from '../../src/classify/document.ts';
import { findMentions } from '../../src/classify/find-mentions.ts';
import { ruledOut } from '../../src/classify/ruled-out.ts';
import { createSteps } from '../../src/steps.ts';

const { lexicon } = createSteps();
const outOf = (title: string, language = 'en'): readonly string[] => {
  const { exchanges, cues } = findMentions(createDocument(title, '', language), lexicon);
  return [...ruledOut(exchanges, cues)];
};

describe('exchanges that are not meant', () => {
  test.each([
    ['Regulator orders block of Binance; OKX is not on the list', ['okx']],
    ['Regulator orders block of Binance, Kraken is not affected', ['kraken']],
    ['Regulator blocks unlicensed exchange sites, Binance unaffected', ['binance']],
    ['Binance unaffected by block of exchanges', []],
    ['Binance not licensed in Japan, regulator warns', []],
    ['Binance is no longer allowed to serve customers', []],
  ])('are read from %s', (title, ids) => {
    expect(outOf(title)).toEqual(ids);
  });

  test.each([
    ['en', 'Kazakhstan cuts off crypto sites: Bybit not reachable since Monday, neither is OKX'],
    ['id', 'Akun Bybit tidak tersedia, begitu pula situs OKX'],
  ])('are not those that cannot be reached (%s)', (language, title) => {
    expect(outOf(title, language)).toEqual([]);
  });
});
