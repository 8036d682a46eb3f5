import { describe, expect, test } from '@jest/globals';
import { putCompany } from '../../src/classify/company-features.ts';
import { createFeatureBag } from '../../src/classify/feature-bag.ts';
import { askedTokens } from '../../src/classify/questions.ts';
import { toSigns } from '../../src/classify/sign.ts';
import { readWith } from '../support/read-with.ts';

/** The features of the company that the signs of a title and its text are in, as a sorted list. */
const companyOf = (title: string, text = '', language = 'en'): readonly number[] => {
  const { document, mentions } = readWith(title, text, language);
  const bag = createFeatureBag();
  putCompany(toSigns(mentions, askedTokens(document)), document, bag);
  const indices: number[] = [];
  bag.each((index) => indices.push(index));
  return indices.sort((one, other) => one - other);
};

const shared = (one: readonly number[], other: readonly number[]): number =>
  one.filter((index) => other.includes(index)).length;

describe('the company that a sign is in', () => {
  test('is the same for exchanges, places and regulators alike', () => {
    expect(companyOf('FCA blocks Binance in Britain')).toEqual(companyOf('FMA blocks OKX in Austria'));
  });

  test.each([
    ['an exchange', 'FCA blocks Binance', 'FCA blocks website'],
    ['an authority', 'FCA blocks Binance', 'Block on Binance'],
    ['a place', 'Binance blocked in Nigeria', 'Binance blocked'],
    ['a measure', 'FCA blocks Binance', 'FCA on Binance'],
  ])('is another one without %s', (_who, withIt, without) => {
    const [company, alone] = [companyOf(withIt), companyOf(without)];
    expect(shared(company, alone)).toBeLessThan(alone.length);
  });

  test('is told apart in English and in other languages', () => {
    const english = companyOf('BaFin: Binance, Kraken');
    const german = companyOf('BaFin: Binance, Kraken', '', 'de');
    expect(shared(english, german)).toBeLessThan(english.length);
    expect(shared(english, german)).toBeGreaterThan(0);
  });

  test('is told apart where a text bears the title out and where it does not', () => {
    const borneOut = companyOf('FCA blocks Binance', 'The regulator blocked the exchange Binance.');
    const notBorneOut = companyOf('FCA blocks Binance', 'Markets rose.');
    expect(borneOut).not.toEqual(notBorneOut);
  });

  test('takes a bounded number of features of a text with many signs', () => {
    const many =
      'Bans, warnings, fines, delistings, frozen accounts, lawsuits and halted withdrawals hit Binance. ';
    const [once, often] = [
      companyOf('FCA blocks Binance', many),
      companyOf('FCA blocks Binance', many.repeat(20)),
    ];
    expect(often).toEqual(once);
  });
});
