import { describe, expect, test } from '@jest/globals';
import { isOfOneNetwork } from '../../src/domain/one-network.ts';

describe('a halt of one coin or network', () => {
  test.each([
    ['en', 'Binance halts withdrawals on Polygon network for upgrade'],
    ['en', 'Binance temporarily suspends ERC-20 deposits and withdrawals'],
    ['en', 'Coinbase pauses Solana withdrawals'],
    ['en', 'Upbit suspends XRP deposits and withdrawals ahead of hard fork'],
    ['en', 'Binance suspends deposits on the Sonic chain'],
    ['de', 'Binance stoppt Auszahlungen im Polygon-Netzwerk'],
    ['es', 'Binance suspende retiros de la red Polygon por actualización'],
    ['es', 'Bitso pausa retiros de XRP'],
    ['fr', 'Binance suspend les retraits sur le réseau Polygon'],
    ['pt', 'Binance suspende saques na rede Polygon'],
    ['it', 'Binance sospende i prelievi sulla rete Polygon'],
    ['nl', 'Binance stopt opnames via Polygon-netwerk'],
    ['pl', 'Binance wstrzymuje wypłaty w sieci Polygon'],
    ['ru', 'Bybit приостановила вывод USDT в сети TRC-20'],
    ['uk', 'Binance призупинила виведення в мережі Polygon'],
    ['tr', 'Binance Polygon ağında çekimleri durdurdu'],
    ['tr', 'BtcTurk XRP çekimlerini durdurdu'],
    ['id', 'Binance hentikan penarikan di jaringan Polygon'],
    ['vi', 'Binance tạm dừng rút tiền trên mạng Polygon'],
    ['th', 'Binance ระงับการถอนบนเครือข่าย Polygon'],
    ['ko', '바이낸스, 폴리곤 네트워크 출금 중단'],
    ['ko', '업비트, 이더리움 계열 입출금 일시 중단'],
    ['ko', '빗썸, 리플 입출금 중단'],
    ['ja', 'バイナンス、ポリゴンネットワークの出金を停止'],
    ['ja', 'コインチェック、XRPの入出金を停止'],
    ['zh', '币安暂停Polygon网络提现'],
    ['ar', 'بينانس توقف السحب على شبكة بوليغون'],
    ['fa', 'بایننس برداشت در شبکه پالیگان را متوقف کرد'],
    ['hi', 'बाइनेंस ने पॉलीगॉन नेटवर्क पर निकासी रोकी'],
  ])('is one, in %s: %s', (language, title) => {
    expect(isOfOneNetwork(title, language)).toBe(true);
  });

  test.each([
    ['en', 'Binance halts withdrawals'],
    ['en', 'Upbit halts withdrawals after Solana hack'],
    ['en', 'Binance halts bitcoin withdrawals as network clogs'],
    ['en', 'Upbit halts all deposits and withdrawals of Solana tokens and others'],
    ['en', 'Binance halts naira withdrawals'],
    ['en', 'Binance halts USDT withdrawals'],
    ['zh', '币安暂停所有链上提现'],
    ['ko', '업비트, 솔라나 해킹에 입출금 전면 중단'],
    ['ru', 'Garantex остановила вывод рублей'],
    ['tr', 'Thodex çekimleri durdurdu'],
    ['ja', 'コインチェック、全通貨の出金を停止'],
    ['fa', 'بایننس همه برداشت‌های شبکه‌ها را بست'],
  ])('is none, in %s: %s', (language, title) => {
    expect(isOfOneNetwork(title, language)).toBe(false);
  });
});
