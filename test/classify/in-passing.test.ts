import { describe, expect, test } from '@jest/globals';
import { inPassing } from '../../src/classify/in-passing.ts';
import { readWith } from '../support/read-with.ts';

const outOf = (title: string, language: string, kind: string): readonly string[] => {
  const { document, mentions } = readWith(title, '', language);
  const named = [...mentions.exchanges, ...mentions.presumed];
  return [...inPassing(document, named, mentions.cues, kind)].sort();
};

describe('exchanges of which a title tells in passing', () => {
  test.each([
    ['Thai SEC blocks Bybit, OKX; Zipmex already filed for bankruptcy', 'en', 'access-block', ['zipmex']],
    [
      'Court lifts freeze of Bitzlato accounts; Garantex remains sanctioned',
      'en',
      'account-freeze',
      ['garantex'],
    ],
    ['KNF ostrzega przed Bybit, Binance już opuścił Polskę', 'pl', 'warning', ['binance']],
    ['Binance visée par une enquête en France, Bybit déjà sur liste noire', 'fr', 'enforcement', ['bybit']],
    ['DNB waarschuwt voor Crypto.com, eerder kreeg Coinbase al boete', 'nl', 'warning', ['coinbase']],
    [
      'BaFin warnt vor Bybit, KuCoin hat Deutschland schon verlassen und Binance ist bereits weg',
      'de',
      'warning',
      ['binance', 'kucoin'],
    ],
    ['Consob oscura Bitget, Binance ha già lasciato il Paese', 'it', 'access-block', ['binance']],
    ['La CNMV bloquea Bitget; Binance ya dejó el país', 'es', 'access-block', ['binance']],
    ['CVM bloqueia a Bybit; Binance já deixou o país', 'pt', 'access-block', ['binance']],
    ['Роскомнадзор заблокировал Bybit, Binance уже ушла из страны', 'ru', 'access-block', ['binance']],
    ['泰国封锁Bybit，币安此前已退出', 'zh', 'access-block', ['binance']],
    ['金融庁、Bybitに警告 バイナンスは既に撤退', 'ja', 'warning', ['binance']],
    ['금융위, 바이비트 접속 차단…바이낸스는 이미 철수', 'ko', 'access-block', ['binance']],
  ])('are those whose turn it was before, in %s', (title, language, kind, ids) => {
    expect(outOf(title, language, kind)).toEqual(ids);
  });

  test.each([
    [
      'Kazakhstan blocks 130 illegal crypto exchanges, says Bybit and Binance licensed',
      'en',
      ['binance', 'bybit'],
    ],
    ["Venezuela's Sunacrip shuts exchange CriptoLAGO; Binance still open", 'en', ['binance']],
    ['Kenya court freezes accounts of Worldcoin partner, not exchange Yellow Card', 'en', ['yellow-card']],
    ['Apple pulls MetaTrader; Binance app still available', 'en', ['binance']],
    ['BaFin sperrt 12 Börsen, Bitpanda nicht betroffen', 'de', ['bitpanda']],
    ["L'AMF bloque cinq sites, Coinhouse n'est pas concernée", 'fr', ['coinhouse']],
    ['Consob oscura cinque siti, Binance resta accessibile', 'it', ['binance']],
    ['KNF blokuje pięć giełd, Zondacrypto pozostaje dostępna', 'pl', ['zondacrypto']],
    ['AFM blokkeert vijf sites, Bitvavo blijft bereikbaar', 'nl', ['bitvavo']],
    ['Роскомнадзор заблокировал пять бирж, Bybit остается доступной', 'ru', ['bybit']],
  ])('are those who go free, in %s', (title, language, ids) => {
    expect(outOf(title, language, 'access-block')).toEqual(ids);
  });

  test.each([
    ['Upbit halts withdrawals, Bithumb operating normally', 'en', ['bithumb']],
    ['Upbit halts withdrawals; Bithumb and Coinone operate as usual', 'en', ['bithumb', 'coinone']],
    ['Binance stoppt Auszahlungen, Bitpanda arbeitet normal', 'de', ['bitpanda']],
    ['Binance suspend les retraits, Coinhouse fonctionne normalement', 'fr', ['coinhouse']],
    ['Binance suspende retiros, Bitso opera con normalidad', 'es', ['bitso']],
    ['Binance suspende saques; Mercado Bitcoin segue funcionando normalmente', 'pt', ['mercado-bitcoin']],
    ['Binance sospende i prelievi, Young Platform opera regolarmente', 'it', ['young-platform']],
    ['Binance stopt opnames, Bitvavo werkt gewoon', 'nl', ['bitvavo']],
    ['Binance wstrzymuje wypłaty, Zonda działa normalnie', 'pl', ['zondacrypto']],
    ['Binance остановила вывод средств, Bybit работает в обычном режиме', 'ru', ['bybit']],
    ['Binance зупинила виведення коштів, WhiteBIT працює у звичайному режимі', 'uk', ['whitebit']],
    ['Binance çekimleri durdurdu, BtcTurk normal çalışıyor', 'tr', ['btcturk']],
    ['Binance menghentikan penarikan, Indodax beroperasi normal', 'id', ['indodax']],
    ['Binance tạm dừng rút tiền, OKX hoạt động bình thường', 'vi', ['okx']],
    ['Zipmex ระงับการถอนเงิน ส่วน Bitkub ให้บริการตามปกติ', 'th', ['bitkub']],
    ['업비트 출금 중단, 빗썸은 정상 운영', 'ko', ['bithumb']],
    ['bitFlyer、出金を停止 コインチェックは通常通り営業', 'ja', ['coincheck']],
    ['币安暂停人民币提现，欧易运行正常', 'zh', ['okx']],
    ['بينانس توقف السحب، OKX تعمل بشكل طبيعي', 'ar', ['okx']],
    ['بایننس برداشت را متوقف کرد؛ نوبیتکس به طور عادی کار می‌کند', 'fa', ['nobitex']],
    ['बाइनेंस ने निकासी रोकी, WazirX सामान्य रूप से चालू', 'hi', ['wazirx']],
  ])('are those who go on as usual: %s', (title, language, ids) => {
    expect(outOf(title, language, 'service-halt')).toEqual(ids);
  });

  test.each([
    ['Binance already blocked in Nigeria, faces new ban', 'en', 'ban'],
    ['Binance still accessible in Nigeria despite block', 'en', 'access-block'],
    ['Binance and OKX already left Canada', 'en', 'market-exit'],
    ['La CNMV multa a Bybit y deja a Binance al borde del bloqueo', 'es', 'enforcement'],
    ['Binance ya no opera en España', 'es', 'market-exit'],
    ['Binance уже заблокирована в Казахстане', 'ru', 'access-block'],
    ['Kraken halts withdrawals, Bybit follows', 'en', 'service-halt'],
    ['No Dutch licence, no Binance: users can only withdraw', 'en', 'service-halt'],
    ['Binance zaten çekimleri durdurdu, Paribu açık', 'tr', 'service-halt'],
    ['Binance уже приостановила вывод средств, Kraken готовится', 'ru', 'service-halt'],
    ['Bybit ya bloquea cuentas rusas, OKX aún no', 'es', 'account-freeze'],
    ['Bybit hat bereits Auszahlungen gestoppt, Kraken folgt nicht', 'de', 'service-halt'],
    ['バイナンスは既に出金停止、コインチェックも検討', 'ja', 'service-halt'],
    ['Upbit operating normally, then halts withdrawals', 'en', 'service-halt'],
    ['업비트 정상 운영 하루 만에 출금 중단', 'ko', 'service-halt'],
    ['币安运行正常后再次暂停提现', 'zh', 'service-halt'],
  ])('are none where nobody else is meant: %s', (title, language, kind) => {
    expect(outOf(title, language, kind)).toEqual([]);
  });
});
