import { describe, expect, test } from '@jest/globals';
import { readEntryLine } from '../../src/cli/entry-line.ts';
import { createSteps } from '../../src/steps.ts';

const steps = createSteps();
const reportOf = (language: string, title: string, text: string) => {
  const { entry, feed } = readEntryLine(
    { title, text, language, publishedAt: '2025-05-30T09:00:00Z' },
    steps,
  );
  return steps.classify(entry, feed).reports[0];
};
const dayOf = (...told: Parameters<typeof reportOf>): string | undefined => {
  const at = reportOf(...told)?.effectiveAt;
  return at === undefined ? undefined : new Date(at).toISOString().slice(0, 10);
};

describe('the day on which a measure ends', () => {
  test.each([
    ['en', 'Belgium orders Binance to stop services immediately', 'The order expires on 31 March 2026.'],
    ['en', 'Thailand blocks access to Bybit', 'The block stays in force until 31 March 2026.'],
    ['de', 'BaFin untersagt Bybit das Neugeschäft', 'Die Anordnung gilt bis zum 31. März 2026.'],
    ['fr', "L'AMF bloque l'accès à Bybit", "La mesure est en vigueur jusqu'au 31 mars 2026."],
    ['es', 'La CNMV bloquea el acceso a Bybit', 'La medida está vigente hasta el 31 de marzo de 2026.'],
    ['pt', 'CVM suspende ofertas da Bybit no Brasil', 'A ordem é válida até 31 de março de 2026.'],
    ['ru', 'Роскомнадзор заблокировал сайт Bybit', 'Решение действует до 31 марта 2026 года.'],
    ['ja', '金融庁、バイビットに業務停止命令', '命令は2026年3月31日まで有効。'],
    ['ko', '금융위, 바이비트 접속 차단', '조치는 2026년 3월 31일까지 유효하다.'],
    ['zh', '泰国封锁Bybit网站', '该命令有效期至2026年3月31日。'],
  ])('is not that on which it begins, in %s: %s %s', (language, title, text) => {
    expect(reportOf(language, title, text)).toBeDefined();
    expect(dayOf(language, title, text)).toBeUndefined();
  });

  test.each([
    ['en', 'Belgium bars Binance', 'Customers may withdraw until 31 March 2026.'],
    ['de', 'Bybit verlässt Deutschland', 'Kunden können ihr Guthaben bis zum 31. März 2026 abziehen.'],
    ['es', 'Bybit deja España', 'Los clientes pueden retirar sus fondos hasta el 31 de marzo de 2026.'],
    ['ru', 'Bybit уходит из России', 'Клиенты должны вывести средства до 31 марта 2026 года.'],
    ['ja', 'バイビットが日本から撤退', '利用者は2026年3月31日までに出金が必要。'],
  ])('is another than the last day to act, in %s: %s %s', (language, title, text) => {
    expect(dayOf(language, title, text)).toBe('2026-03-31');
  });

  test('makes nothing announced that is in force', () => {
    const text = 'The block stays in force until 31 March 2026.';
    expect(reportOf('en', 'Thailand blocks access to Bybit and OKX', text)?.stage).toBe('in-force');
  });
});
