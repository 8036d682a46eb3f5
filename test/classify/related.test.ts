import { describe, expect, test } from '@jest/globals';
import { related } from '../../src/classify/related.ts';
import { readWith } from '../support/read-with.ts';

const outOf = (title: string, language: string, text = ''): readonly string[] => {
  const { document, mentions } = readWith(title, text, language);
  return [...related(document, [...mentions.exchanges, ...mentions.presumed])];
};

describe('exchanges that only tell who another one is', () => {
  test.each([
    ['Crypto exchange WazirX, taken over from Binance, halts withdrawals', 'en', ['binance']],
    ['WazirX, formerly owned by Binance, suspends withdrawals', 'en', ['binance']],
    ['Backed by Coinbase, CoinDCX halts rupee deposits', 'en', ['coinbase']],
    ['Bithumb, sued by Upbit over trademark, ordered to suspend new sign-ups', 'en', ['upbit']],
    ['CoinSwitch, a rival of CoinDCX and WazirX, freezes accounts', 'en', ['coindcx', 'wazirx']],
    ['Crypto.com, whose rival Binance was fined, gets warned by Dutch central bank', 'en', ['binance']],
    ['Grinex, successor to sanctioned exchange Garantex, halts operations', 'en', ['garantex']],
    ['Tokocrypto, a subsidiary of Binance, halts withdrawals', 'en', ['binance']],
    ['Robinhood-owned Bitstamp to close Canadian accounts', 'en', ['robinhood']],
    ['Bitcoin.de, Konkurrent von Bitpanda, stoppt Auszahlungen', 'de', ['bitpanda']],
    ['Die von Coinbase übernommene Börse Deribit sperrt russische Kunden', 'de', ['coinbase']],
    ['Binance-Tochter Tokocrypto stoppt Auszahlungen', 'de', ['binance']],
    ["L'AMF bloque l'accès au site de Bitget, concurrent de Binance", 'fr', ['binance']],
    ['Rachetée par Coinhouse, la plateforme Paymium suspend les retraits', 'fr', ['coinhouse']],
    ['Bitvavo, concurrent van Kraken, zet opnames stil', 'nl', ['kraken']],
    ['Binance, rivale di OKX, sospende i prelievi in euro', 'it', ['okx']],
    ['Giełda Deribit, przejęta przez Coinbase, wstrzymuje wypłaty', 'pl', ['coinbase']],
    ['WazirX, adquirida por Binance, suspende los retiros', 'es', ['binance']],
    ['WazirX, comprada pela Binance, suspende saques', 'pt', ['binance']],
    ['Grinex, преемница Garantex, остановила работу', 'ru', ['garantex']],
    ['币安收购的交易所WazirX暂停提现', 'zh', ['binance']],
    ['バイナンス傘下のTokocrypto、出金を停止', 'ja', ['binance']],
    ['바이낸스가 인수한 고팍스, 출금 중단', 'ko', ['binance']],
    ["Binance'in rakibi OKX çekimleri durdurdu", 'tr', ['binance']],
  ])('are read from %s', (title, language, ids) => {
    expect(outOf(title, language)).toEqual(ids);
  });

  test.each([
    ['Binance and Kraken halt withdrawals', 'en', ''],
    ['Accounts owned by Bitzlato frozen', 'en', ''],
    ['Australian unit of Binance fined', 'en', ''],
    ['Dunamu, operator of Upbit, fined', 'en', ''],
    ['Binance rivals gain as regulators block it', 'en', ''],
    ['Binance halts withdrawals', 'en', 'WazirX, once owned by Binance, goes on.'],
    ['OKX, rival of Kraken, and Bybit leave Canada after Kraken', 'en', ''],
    ['Gericht verurteilt Binance-Tochter in Australien', 'de', ''],
    ['Серверы, принадлежащие Bitzlato, конфискованы', 'ru', ''],
    ['币安和OKX暂停提现', 'zh', ''],
  ])('are none where they are meant themselves: %s', (title, language, text) => {
    expect(outOf(title, language, text)).toEqual([]);
  });
});
