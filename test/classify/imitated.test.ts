import { describe, expect, test } from '@jest/globals';
import { imitated } from '../../src/classify/imitated.ts';
import { readWith } from '../support/read-with.ts';

const outOf = (title: string, language: string, text = ''): readonly string[] => {
  const { document, mentions } = readWith(title, text, language);
  return [...imitated(document, [...mentions.exchanges, ...mentions.presumed])];
};

describe('exchanges whose name others misuse', () => {
  test.each([
    ['SEBI blocks 12 websites imitating Binance', 'en', ['binance']],
    ['SEBI blocks websites imitating Binance and CoinDCX', 'en', ['binance', 'coindcx']],
    ['ЦБ закрыл клоны Binance, Bybit и OKX', 'ru', ['binance', 'bybit', 'okx']],
    ['金融庁、バイナンスとOKXをかたるサイトを遮断', 'ja', ['okx', 'binance']],
    ['Pakistan blocks 46 crypto platforms including Binance P2P clones', 'en', ['binance']],
    ['Police shut a fake Coinhako website', 'en', ['coinhako']],
    ['La CNMV bloquea una web que suplanta a Kraken', 'es', ['kraken']],
    ['Justiça bloqueia site que se passa pela Binance', 'pt', ['binance']],
    ['香港警方封锁冒充OKX的钓鱼网站', 'zh', ['okx']],
    ['金融庁、コインチェックをかたる偽サイトを閉鎖', 'ja', ['coincheck']],
    ['경찰, 업비트 사칭 거래소 사이트 차단', 'ko', ['upbit']],
    ['Роскомнадзор заблокировал сайты-клоны Binance', 'ru', ['binance']],
    ['BaFin warnt vor gefälschter Website von Bitpanda', 'de', ['bitpanda']],
    ["SPK, Binance'i taklit eden siteleri engelledi", 'tr', ['binance']],
    ['Chặn trang web giả mạo Binance', 'vi', ['binance']],
  ])('are read from %s', (title, language, ids) => {
    expect(outOf(title, language)).toEqual(ids);
  });

  test.each([
    ['India blocks Binance and eight other exchanges', 'en', ''],
    ['India blocks Binance', 'en', 'Last month it had warned of fake Binance apps.'],
    ['Police raid OKX over fake volume', 'en', ''],
    ['Роскомнадзор заблокировал Bybit', 'ru', 'Ранее он закрыл клоны Bybit.'],
    ['香港证监会封锁OKX网站', 'zh', ''],
  ])('are none where they are meant themselves: %s', (title, language, text) => {
    expect(outOf(title, language, text)).toEqual([]);
  });
});
