import { describe, expect, test } from '@jest/globals';
import { createDocument } from '../../src/classify/document.ts';
import { stageByTitle } from '../../src/classify/stage-by-title.ts';

describe('withdrawals that are put off', () => {
  test.each([
    ['en', 'Bitkub to delay withdrawals after system upgrade'],
    ['en', 'Zipmex withdrawals delayed again'],
    ['de', 'Bitpanda verzögert Auszahlungen'],
    ['fr', 'Coinhouse reporte la reprise des retraits'],
    ['es', 'Bitso retrasa los retiros por mantenimiento'],
    ['pt', 'Foxbit adia a reabertura dos saques'],
    ['it', 'Young Platform rinvia i prelievi'],
    ['nl', 'Bitvavo stelt heropening van opnames uit'],
    ['pl', 'Zonda opóźnia wypłaty'],
    ['ru', 'Binance задерживает вывод средств'],
    ['uk', 'Kuna затримує виведення коштів'],
    ['tr', 'Paribu çekim işlemlerini erteledi'],
    ['id', 'Indodax menunda penarikan rupiah'],
    ['vi', 'OKX hoãn mở lại rút tiền'],
    ['th', 'Zipmex เลื่อนเปิดถอนเงิน'],
    ['ko', '업비트 출금 지연'],
    ['ja', 'コインチェック、出金再開を延期'],
    ['zh', '币安延迟提现'],
    ['ar', 'رين تؤجل استئناف السحب'],
    ['fa', 'بازگشایی برداشت نوبیتکس به تعویق افتاد'],
    ['hi', 'WazirX की निकासी फिर टली'],
  ])('are not eased, in %s: %s', (language, title) => {
    expect(stageByTitle('service-halt', 'eased', createDocument(title, '', language))).toBe('in-force');
  });

  test.each([
    ['Kraken resumes withdrawals after a delay', 'service-halt'],
    ['Thailand delays block of Bybit withdrawals page', 'access-block'],
  ] as const)('leave other easings as they are: %s', (title, kind) => {
    expect(stageByTitle(kind, 'eased', createDocument(title, '', 'en'))).toBe('eased');
  });

  test('leave other stages as they are', () => {
    const document = createDocument('Bitkub to delay withdrawals', '', 'en');
    expect(stageByTitle('service-halt', 'announced', document)).toBe('announced');
  });
});

describe('what is only heard', () => {
  test.each([
    ['ja', 'バイナンス、日本から撤退か'],
    ['ja', '米司法省、バイナンスに40億ドル超を要求か'],
    ['ko', '바이낸스, 한국 시장 철수하나'],
    ['ko', '업비트 영업정지 될까'],
  ])('is reported, in %s: %s', (language, title) => {
    expect(stageByTitle('market-exit', 'announced', createDocument(title, '', language))).toBe('reported');
  });

  test.each([
    ['ja', 'バイナンス、日本から撤退', 'announced'],
    ['ja', 'バイナンス、出金再開か', 'eased'],
    ['ko', '바이낸스, 한국 시장 철수', 'announced'],
  ] as const)('is nothing else, in %s: %s', (language, title, stage) => {
    expect(stageByTitle('market-exit', stage, createDocument(title, '', language))).toBe(stage);
  });
});
