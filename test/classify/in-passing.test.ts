import { describe, expect, test } from '@jest/globals';
import { inPassing } from '../../src/classify/in-passing.ts';
import { readWith } from '../support/read-with.ts';

const outOf = (title: string, language: string, text = ''): readonly string[] => {
  const { document, mentions } = readWith(title, text, language);
  return [...inPassing(document, [...mentions.exchanges, ...mentions.presumed])].sort();
};

describe('exchanges of which a title tells in passing', () => {
  test.each([
    ['Thai SEC blocks Bybit, OKX; Zipmex already filed for bankruptcy', 'en', ['zipmex']],
    ['Court lifts freeze of Bitzlato accounts; Garantex remains sanctioned', 'en', ['garantex']],
    ['KNF ostrzega przed Bybit, Binance już opuścił Polskę', 'pl', ['binance']],
    ['Binance visée par une enquête en France, Bybit déjà sur liste noire', 'fr', ['bybit']],
    ['DNB legt Crypto.com boete op, eerder kreeg Coinbase al boete', 'nl', ['coinbase']],
    [
      'BaFin warnt vor Bybit, KuCoin hat Deutschland schon verlassen und Binance ist bereits weg',
      'de',
      ['binance', 'kucoin'],
    ],
    ['Consob oscura Bitget, Binance ha già lasciato il Paese', 'it', ['binance']],
    ['La CNMV bloquea Bitget; Binance ya dejó el país', 'es', ['binance']],
    ['CVM bloqueia a Bybit; Binance já deixou o país', 'pt', ['binance']],
    ['Роскомнадзор заблокировал Bybit, Binance уже ушла из страны', 'ru', ['binance']],
    ['泰国封锁Bybit，币安此前已退出', 'zh', ['binance']],
    ['金融庁、Bybitに警告 バイナンスは既に撤退', 'ja', ['binance']],
    ['금융위, 바이비트 차단…바이낸스는 이미 철수', 'ko', ['binance']],
  ])('are those whose turn it was before, in %s', (title, language, ids) => {
    expect(outOf(title, language)).toEqual(ids);
  });

  test.each([
    [
      'Kazakhstan blocks 130 illegal crypto exchanges, says Bybit and Binance licensed',
      'en',
      ['binance', 'bybit'],
    ],
    ["Venezuela's Sunacrip shuts exchange CriptoLAGO; Binance still open", 'en', ['binance']],
    ['Kenya court freezes accounts of Worldcoin partner, not exchange Yellow Card', 'en', ['yellow-card']],
    ['BaFin sperrt 12 Börsen, Bitpanda nicht betroffen', 'de', ['bitpanda']],
    ["L'AMF bloque cinq sites, Coinhouse n'est pas concernée", 'fr', ['coinhouse']],
    ['Consob oscura cinque siti, Binance resta accessibile', 'it', ['binance']],
    ['KNF blokuje pięć giełd, Zondacrypto pozostaje dostępna', 'pl', ['zondacrypto']],
    ['AFM blokkeert vijf sites, Bitvavo blijft bereikbaar', 'nl', ['bitvavo']],
    ['Роскомнадзор заблокировал пять бирж, Bybit остается доступной', 'ru', ['bybit']],
  ])('are those who go free, in %s', (title, language, ids) => {
    expect(outOf(title, language)).toEqual(ids);
  });

  test.each([
    ['Binance already blocked in Nigeria, faces new ban', 'en'],
    ['Binance still accessible in Nigeria despite block', 'en'],
    ['Binance and OKX already left Canada', 'en'],
    ['La CNMV multa a Bybit y deja a Binance al borde del bloqueo', 'es'],
    ['Binance ya no opera en España', 'es'],
    ['Binance уже заблокирована в Казахстане', 'ru'],
    ['Kraken halts withdrawals, Bybit follows', 'en'],
    ['No Dutch licence, no Binance: users can only withdraw', 'en'],
  ])('are none where nobody else is meant: %s', (title, language) => {
    expect(outOf(title, language)).toEqual([]);
  });
});
