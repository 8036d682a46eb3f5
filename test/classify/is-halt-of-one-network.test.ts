import { describe, expect, test } from '@jest/globals';
import { isHaltOfOneNetwork } from '../../src/classify/is-halt-of-one-network.ts';
import { readEntryLine } from '../../src/cli/entry-line.ts';
import { createSteps } from '../../src/steps.ts';
import { readWith } from '../support/read-with.ts';

const steps = createSteps();
const isHalt = (title: string, text = '', stage: 'in-force' | 'eased' = 'in-force'): boolean => {
  const { document, mentions } = readWith(title, text, 'en');
  return isHaltOfOneNetwork({ stage }, document, mentions);
};

describe('a halt of one network', () => {
  test('is one where nobody ordered it', () => {
    expect(isHalt('Binance halts withdrawals on Polygon')).toBe(true);
  });

  test.each([
    ['an authority stands in the title', 'Thai SEC halts Solana withdrawals at Binance', '', 'in-force'],
    ['the text speaks of all', 'Upbit halts Solana withdrawals', 'All withdrawals were stopped.', 'in-force'],
    ['it ends', 'Binance resumes Solana withdrawals', '', 'eased'],
    ['no network stands in the title', 'Binance halts withdrawals', 'Solana fell.', 'in-force'],
  ] as const)('is none where %s', (_why, title, text, stage) => {
    expect(isHalt(title, text, stage)).toBe(false);
  });
});

test.each([
  ['ja', 'バイナンス、ポリゴンネットワークの出金を停止'],
  ['ru', 'Binance приостановила вывод в сети Polygon'],
  ['en', 'Binance halts withdrawals on Polygon network for upgrade'],
])('nobody hears of it, in %s: %s', (language, title) => {
  const { entry, feed } = readEntryLine({ title, language }, steps);
  expect(steps.classify(entry, feed)).toMatchObject({ relevant: false });
});
