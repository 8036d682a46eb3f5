import { describe, expect, test } from '@jest/globals';
import { createDocument } from '../../src/classify/document.ts';
import { findMentions } from '../../src/classify/find-mentions.ts';
import { ruledOut } from '../../src/classify/ruled-out.ts';
import { createSteps } from '../../src/steps.ts';

const { lexicon } = createSteps();
const outOf = (title: string): readonly string[] => {
  const { exchanges, cues } = findMentions(createDocument(title, '', 'en'), lexicon);
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
});
