import { describe, expect, test } from '@jest/globals';
import { anew, follows, gatewaysIn, retells } from '../../src/incidents/cues.ts';
import {
  countsIn,
  namesIn,
  numbersIn,
  overlap,
  resemblance,
  shinglesOf,
  yearsIn,
} from '../../src/incidents/similarity.ts';

describe('what a text shares with another', () => {
  test.each([
    { text: 'a fine of 3,300,000 or 3.300.000', numbers: ['3300000'] },
    { text: 'штраф 10 000 евро, в 2018 году 124 сайта', numbers: ['10000', '124'] },
    { text: 'a fine of €3.3 million', numbers: ['3.3'] },
    { text: 'blocked 124 sites in 2018', numbers: ['124'] },
    { text: 'Web3 and K33 say nothing', numbers: [] },
  ])('reads the figures of "$text"', ({ text, numbers }) => {
    expect([...numbersIn(text)]).toEqual(numbers);
  });

  test.each([
    { text: '17 apps blocked on 26 March', counts: ['17'] },
    { text: '구글, 17개 앱 차단', counts: ['17'] },
    { text: 'users get 30 days; 10 million affected', counts: [] },
    { text: 'fined $500 or 12 %', counts: [] },
  ])('counts what was hit in "$text"', ({ text, counts }) => {
    expect([...countsIn(text)]).toEqual(counts);
  });

  test('keeps proper names, without everyday words and what the catalogue knows', () => {
    const common = new Set(['binance', 'ankara']);
    expect([...namesIn('The Regulator told Binance of Capitual in Ankara', common)]).toEqual(['capitual']);
  });

  test('reads years and leaves long figures alone', () => {
    expect(yearsIn('In 2021 and 2024, case 120245')).toEqual([2021, 2024]);
  });

  test('measures the share of the smaller set', () => {
    expect(overlap(new Set(['a', 'b']), new Set(['b', 'c', 'd']))).toBe(0.5);
    expect(overlap(new Set(), new Set(['a']))).toBe(0);
  });

  test('finds a reworded copy alike and another story not, with and without spaces', () => {
    const told = shinglesOf('The regulator told the exchange to stop taking new customers on Monday');
    const copy = shinglesOf('On Friday the regulator told the exchange to stop taking new customers');
    expect(resemblance(told, copy)).toBeGreaterThan(0.5);
    expect(resemblance(told, shinglesOf('A court freed the founder of a bank after a long trial'))).toBe(0);
    expect(
      resemblance(shinglesOf('监管机构要求交易所停止服务'), shinglesOf('监管机构要求交易所停止服务。')),
    ).toBe(1);
  });
});

describe('words that place a story in time', () => {
  test.each([
    'Full list: 20 countries',
    'Guía: dónde está prohibido',
    '一文看懂各国禁令',
    '바이낸스 사건 총정리',
  ])('hears a retelling in "%s"', (title) => expect(retells(title)).toBe(true));

  test.each(['FCA bans Binance', 'Roskomnadzor blocks OKX'])('hears none in "%s"', (title) => {
    expect(retells(title) || anew(title) || follows(title)).toBe(false);
  });

  test.each(['SEC files second lawsuit', 'Роскомнадзор: второй список', '금융위 추가 차단'])(
    'hears a further act in "%s"',
    (title) => expect(anew(title)).toBe(true),
  );

  test('knows the stores in several scripts', () => {
    expect([...gatewaysIn('구글 이어 애플도')]).toEqual(['google', 'apple']);
    expect([...gatewaysIn('pineapple')]).toEqual([]);
  });
});
