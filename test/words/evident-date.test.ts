import { describe, expect, test } from '@jest/globals';
import { DAY } from '../../src/domain/instant.ts';
import { createSteps } from '../../src/steps.ts';
import { AT } from './examples.ts';
import { createPressFields } from './press-fields.ts';

const { words } = createSteps();
const fields = createPressFields(words);

const STATED = 'Date stated';
const inDays = (days: number) => AT + days * DAY;

describe('the day that a measure is told of', () => {
  test.each([
    ['en', 'Kraken leaves Ontario', 'Kraken must close its accounts within 20 days.'],
    ['id', 'Kraken keluar dari pasar', 'Kraken harus menutup akun dalam 20 hari.'],
    ['ja', 'Kraken、市場から撤退', '14日以内に口座を閉鎖する。'],
    ['tr', 'Kraken piyasadan çekiliyor', 'Borsa hesapları 30 gün içinde kapatacak.'],
  ])('is none where it was counted from a span, in %s: %s', (language, title, text) => {
    const leaves = { kind: 'market-exit', effectiveAt: inDays(21) } as const;
    expect(fields([title, text, language], leaves)).not.toHaveProperty(STATED);
  });

  test.each([
    ['en', 'Kraken halts trading', 'Kraken suspends it as new rules take effect on 9 March.'],
    ['ru', 'Kraken приостанавливает торги', 'С 9 марта правила вступают в силу.'],
    ['zh', 'Kraken暂停交易', '新规将于3月9日起施行，Kraken因此暂停服务。'],
  ])('is not the one on which the rules begin that make it act, in %s: %s', (language, title, text) => {
    const halts = { kind: 'service-halt', effectiveAt: inDays(3) } as const;
    expect(fields([title, text, language], halts)).not.toHaveProperty(STATED);
  });

  test.each([
    ['en', 'Regulator bans Kraken', 'By 9 March it must show a notice to its users.'],
    ['en', 'Regulator bans Kraken', 'It is to hand in its plans by March 9, and to stop serving clients.'],
    ['es', 'El regulador prohíbe Kraken', 'Debe retirar su publicidad antes del 9 de marzo.'],
    ['zh', '监管机构取缔Kraken交易所', '平台须在3月9日前提交清退方案。'],
  ])('is not the one by which papers are due, in %s: %s', (language, title, text) => {
    const bans = { kind: 'ban', effectiveAt: inDays(3) } as const;
    expect(fields([title, text, language], bans)).not.toHaveProperty(STATED);
  });

  test('is the one that its own clause gives', () => {
    const halts = { kind: 'service-halt', effectiveAt: inDays(3) } as const;
    const text = 'Kraken halts trading from 9 March, within 14 days of its notice.';
    expect(fields(['Kraken halts trading', text, 'en'], halts)).toHaveProperty([STATED], '9 March 2018');
  });

  test('still makes a measure one that is to begin, where it was counted', () => {
    const halts = { kind: 'service-halt', effectiveAt: inDays(20) } as const;
    const told = fields(['Kraken暂停交易', 'Kraken将在15天内停止服务。', 'zh'], halts);
    expect(told).toMatchObject({ Stage: 'announced' });
  });
});
