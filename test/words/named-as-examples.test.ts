import { describe, expect, test } from '@jest/globals';
import { alert, incident, reader, source } from './examples.ts';
import { words } from './shipped-words.ts';

const headline = (title: string, text = '', language = 'en', exchanges = ['binance', 'okx', 'kraken']) =>
  words.alert(incident({ exchanges, sources: [source({ title, text, language })] }), alert(), reader('en'))
    .headline;

describe('exchanges that are named as examples', () => {
  test.each([
    ['en', 'Nigeria blocks sites such as Binance, OKX and Kraken'],
    ['en', 'Nigeria blocks crypto exchanges, including Binance, OKX and Kraken'],
    ['en', 'Nigeria blocks Binance, OKX, Kraken and others'],
    ['es', 'Nigeria bloquea páginas, entre ellas Binance, OKX o Kraken'],
    ['fr', 'Le Nigeria bloque des sites, dont Binance, OKX et Kraken'],
    ['zh', '尼日利亚封锁Binance、OKX、Kraken等网站'],
    ['ja', 'ナイジェリア、Binance、OKX、Krakenなどを遮断'],
    ['ko', '나이지리아, Binance·OKX·Kraken 등 차단'],
    ['ru', 'Нигерия блокирует сайты, в том числе Binance, OKX и Kraken'],
    ['tr', 'Nijerya Binance, OKX ve Kraken gibi siteleri engelledi'],
    ['ar', 'نيجيريا تحجب مواقع مثل Binance و OKX و Kraken'],
  ])('are not counted in %s: %s', (language, title) => {
    expect(headline(title, '', language)).toBe('Nigeria blocks access to Binance and other exchanges');
  });

  test('are not the only one where it is one', () => {
    expect(headline('Nigeria blocks platforms such as Binance', '', 'en', ['binance'])).toBe(
      'Nigeria blocks access to Binance and other exchanges',
    );
  });

  test.each([
    ['the text counts as many', 'en', 'Nigeria blocks three exchanges including Binance, OKX and Kraken', ''],
    ['a number follows', 'zh', '尼日利亚封锁Binance、OKX、Kraken等三家交易所', ''],
    ['the text lists them', 'ko', '나이지리아, Binance 등 차단', 'Binance와 OKX, Kraken이 차단됐다.'],
    ['nothing says so', 'en', 'Nigeria blocks Binance, OKX and Kraken', ''],
  ])('are all where %s', (_, language, title, text) => {
    expect(headline(title, text, language)).toBe('Nigeria blocks access to Binance and two other exchanges');
  });
});
