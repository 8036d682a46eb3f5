import { describe, expect, test } from '@jest/globals';
import { createSteps } from '../../src/steps.ts';
import { findFirst } from '../../src/words/find-name.ts';
import { createPressFields } from './press-fields.ts';

const { words } = createSteps();
const fields = createPressFields(words);
const exchanges = ['bybit', 'kucoin'];
const block = { kind: 'access-block', stage: 'in-force' } as const;

describe('exchanges that a title counts and its text lists', () => {
  test.each([
    ['en', 'Kuwait blocks 12 crypto trading platforms', 'The list includes Bybit and KuCoin.'],
    ['es', 'Kuwait bloquea 12 plataformas de criptomonedas', 'La lista incluye a Bybit y KuCoin.'],
    ['ru', 'Кувейт заблокировал 12 криптобирж', 'Среди них Bybit и KuCoin.'],
    ['zh', '科威特封锁12家加密货币交易所网站', '其中包括Bybit和KuCoin。'],
    ['ja', 'クウェート、暗号資産取引所12社のサイトを遮断', '対象にはBybitとKuCoinが含まれる。'],
    [
      'de',
      'Kuwait sperrt 12 Kryptobörsen',
      'Auf der Sperrliste stehen zwölf Seiten, darunter Bybit und KuCoin.',
    ],
    ['ar', 'الكويت تحجب 12 منصة لتداول العملات المشفرة', 'تشمل القائمة Bybit وKuCoin.'],
  ])('are told by name, in %s: %s', (language, title, text) => {
    const told = fields([title, text, language], block, { exchanges });
    expect(told).toHaveProperty('Exchanges', 'Bybit and KuCoin');
  });

  test.each([
    ['en', 'Kuwait blocks 12 crypto trading platforms', 'On Bybit and KuCoin the price of bitcoin fell.'],
    ['ru', 'Кувейт заблокировал 12 криптобирж', 'На Bybit и KuCoin цена биткоина упала.'],
  ])('are none of whom the text tells something else, in %s: %s', (language, title, text) => {
    expect(fields([title, text, language], block, { exchanges })).not.toHaveProperty('Exchanges');
  });
});

test.each([
  ['مواقع bybit وkucoin', 'kucoin', 13],
  ['حجب لbinance', 'binance', 5],
  ['تحجب بينانس وكوكوين', 'كوكوين', 13],
  ['xbinance', 'binance', -1],
])('a name that Arabic writes as one with a short word before it is found: %s', (text, name, at) => {
  expect(findFirst(text, [name])).toBe(at);
});
