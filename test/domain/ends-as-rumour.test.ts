import { expect, test } from '@jest/globals';
import { endsAsRumour } from '../../src/domain/ends-as-rumour.ts';

test.each([
  ['バイナンス、日本から撤退か', 'ja'],
  ['米司法省「40億ドル超を要求か」', 'ja'],
  ['바이낸스, 한국 시장 철수하나', 'ko'],
  ['업비트 영업정지 될까', 'ko-KR'],
])('%s passes on what is heard', (title, language) => {
  expect(endsAsRumour(title, language)).toBe(true);
});

test.each([
  ['撤退はなぜ何か', 'ja'],
  ['バイナンス、日本から撤退', 'ja'],
  ['바이낸스, 한국 시장 철수', 'ko'],
  ['Is Binance leaving', 'en'],
])('%s does not', (title, language) => {
  expect(endsAsRumour(title, language)).toBe(false);
});
