import { describe, expect, test } from '@jest/globals';
import { createSteps } from '../../src/steps.ts';
import { createPressHeadline } from './press-headline.ts';

const { words } = createSteps();
const headline = createPressHeadline(words, ['binance']);

describe('a measure that is denied', () => {
  const cutOff = { kind: 'bank-cutoff', stage: 'in-force' } as const;

  test.each([
    ['es', 'Un banco niega haber bloqueado las transferencias a Binance'],
    ['pt', 'Banco nega bloqueio de transferências para a Binance'],
    ['fr', 'Une banque dément avoir bloqué les virements vers Binance'],
    ['de', 'Bank dementiert Sperre von Überweisungen an Binance'],
    ['ru', 'Банк опроверг сообщения о блокировке карт за переводы на Binance'],
    ['tr', "Banka, Binance'e transferleri engellediği iddialarını yalanladı"],
    ['zh', '银行否认封锁向币安转账'],
    ['ja', '銀行、バイナンスへの送金停止を否定'],
    ['ko', '은행, 바이낸스 계좌 차단설 부인'],
  ])('is told as denied, in %s: %s', (language, title) => {
    expect(headline(title, language, cutOff, { disputed: true })).toBe('Denied measure concerning Binance');
  });

  test('is told of English titles, too', () => {
    expect(headline('Bank denies blocking payments to Binance', 'en', cutOff)).toBe(
      'Medida desmentida relativa a Binance',
    );
  });

  test('is told as done where another clause does it', () => {
    const title = 'Банк прекратил переводы на Binance; биржа опровергла блокировку счетов';
    expect(headline(title, 'ru', cutOff)).not.toMatch(/denied/i);
  });
});
