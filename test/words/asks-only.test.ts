import { describe, expect, test } from '@jest/globals';
import { createSteps } from '../../src/steps.ts';
import { toldPart } from '../../src/words/asks-only.ts';
import { createPressHeadline } from './press-headline.ts';

const { words } = createSteps();
const headline = createPressHeadline(words, ['binance']);
const exit = { kind: 'market-exit', stage: 'announced' } as const;
const halt = { kind: 'service-halt', stage: 'in-force' } as const;

describe('a title that only asks', () => {
  test.each([
    ['de', 'Verlässt Binance Deutschland?'],
    ['ru', 'Binance уходит из России?'],
    ['it', "Binance lascia l'Italia?"],
    ['pt', 'A Binance vai sair do Brasil?'],
    ['zh', '币安要退出日本市场吗？'],
    ['nl', 'Vertrekt Binance uit Nederland?'],
  ])('tells of a possible measure, in %s: %s', (language, title) => {
    expect(headline(title, language, exit)).toBe('Possible measure concerning Binance');
  });

  test.each([
    ['de', 'Stoppt Binance die Auszahlungen?'],
    ['ko', '바이낸스 출금 중단되나?'],
  ])('halts nothing, in %s: %s', (language, title) => {
    expect(headline(title, language, halt)).toBe('Possible measure concerning Binance');
  });

  test('is borne out by a first sentence that tells', () => {
    const text = 'Binance a annoncé mardi son retrait de France.';
    expect(headline('Binance va-t-il quitter la France ?', 'fr', exit, { text })).toMatch(/withdrawal/);
  });
});

describe('a title that tells and asks', () => {
  test.each([
    ['es', 'Binance suspende los retiros, ¿qué pueden hacer sus clientes?'],
    ['zh', '币安暂停提现：用户的钱还能拿回来吗？'],
    ['ru', 'Binance остановила вывод средств: что будет с деньгами клиентов?'],
  ])('is told, in %s: %s', (language, title) => {
    expect(headline(title, language, halt)).toBe('Binance halts services');
  });
});

test.each([
  ['Gemini leaves: what now?', 'Gemini leaves:'],
  ['Is it safe? Gemini leaves', ' Gemini leaves'],
  ['Who? What?', ''],
  ['Gemini leaves', 'Gemini leaves'],
  ['FTXが出金停止　預けた資産は？', 'FTXが出金停止　'],
])('what %j tells is %j', (title, told) => {
  expect(toldPart(title).trimEnd()).toBe(told.trimEnd());
});
