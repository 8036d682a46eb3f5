import { expect, test } from '@jest/globals';
import { createLineKeeper, createLineReader } from '../../src/wiring/kept-lines.ts';

test('lines that were put by are read as they were, in whatever order', () => {
  const lines = ['["Binance"]', '', '["币安","바이낸스"]', '["😀"]'];
  const { keep, bytes } = createLineKeeper();
  const begins = lines.map(keep);
  const lineAt = createLineReader(bytes());
  expect(begins.map(lineAt)).toEqual(lines);
  expect(begins.toReversed().map(lineAt)).toEqual(lines.toReversed());
});
