import { describe, expect, test } from '@jest/globals';
import { isHopedFor } from '../../src/words/hoped-for.ts';
import { source } from './examples.ts';

const isHoped = (language: string, title: string, stage: 'eased' | 'in-force' = 'eased'): boolean =>
  isHopedFor({ stage }, [source({ title, language })]);

describe('an easing that is hoped for', () => {
  test.each([
    ['zh', 'FTX Japan：力争年底恢复用户提款'],
    ['en', 'Zipmex aims to resume withdrawals'],
    ['ja', 'FTX、出金再開を目指す'],
    ['ko', '델리오, 출금 재개 추진'],
    ['es', 'Vauld espera reanudar los retiros'],
    ['pt', 'Vauld pretende retomar os saques'],
    ['fr', 'Vauld prévoit de reprendre les retraits'],
    ['de', 'Vauld will Auszahlungen wieder aufnehmen'],
    ['ru', 'Vauld планирует возобновить вывод средств'],
    ['tr', 'Vauld çekimleri yeniden açmayı planlıyor'],
    ['ar', 'منصة تعتزم استئناف السحب'],
    ['id', 'Zipmex berencana membuka kembali penarikan'],
    ['vi', 'Vauld dự kiến khôi phục rút tiền'],
  ])('is no easing yet, in %s: %s', (language, title) => {
    expect(isHoped(language, title)).toBe(true);
  });

  test.each([
    ['zh', 'FTX Japan恢复用户提款'],
    ['en', 'Zipmex resumes withdrawals'],
    ['ru', 'Vauld возобновил вывод средств'],
  ])('is one where it is done, in %s: %s', (language, title) => {
    expect(isHoped(language, title)).toBe(false);
  });

  test('is nothing where nothing is eased', () => {
    expect(isHoped('en', 'Zipmex aims to resume withdrawals', 'in-force')).toBe(false);
  });
});
