import { describe, expect, test } from '@jest/globals';
import { readExamples } from '../../../src/classify/train/read-labels.ts';
import { calibrate, thresholdOf } from '../../../src/classify/train/train-model.ts';

const [row] = readExamples(new URL('../../fixtures/labelled/eval', import.meta.url).pathname, 'own');
/** So many scores of entries of which so many are relevant. */
const scored = (score: number, relevant: number, of: number) => {
  if (row === undefined) throw new Error('no example');
  return Array.from({ length: of }, (_, at) => ({ score, row: { ...row, relevant: at < relevant } }));
};
/** A feed: most of it is far from being ours. */
const REST = scored(-6, 2, 2000);
const thresholdFor = (...groups: readonly ReturnType<typeof scored>[]): number =>
  thresholdOf(calibrate([...REST, ...groups.flat()]));

describe('the threshold', () => {
  test('lies about where as many are relevant as are not', () => {
    expect(Math.abs(thresholdFor(scored(2, 36, 40), scored(0, 20, 40), scored(-2, 4, 40)))).toBeLessThan(0.5);
  });

  test('lies higher where the scores promise too much', () => {
    expect(thresholdFor(scored(2, 20, 40), scored(0, 4, 40))).toBeGreaterThan(1);
  });

  test('lies lower where they promise too little', () => {
    expect(thresholdFor(scored(0, 36, 40), scored(-2, 20, 40), scored(-4, 4, 40))).toBeLessThan(-1);
  });
});
