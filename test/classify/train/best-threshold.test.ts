import { describe, expect, test } from '@jest/globals';
import { readExamples } from '../../../src/classify/train/read-labels.ts';
import { bestThreshold } from '../../../src/classify/train/train-model.ts';

const [row] = readExamples(new URL('../../fixtures/labelled/eval', import.meta.url).pathname, 'own');
const scored = (relevant: boolean, score: number) => {
  if (row === undefined) throw new Error('no example');
  return { score, row: { ...row, relevant } };
};
const many = (count: number, relevant: boolean, score: number) =>
  Array.from({ length: count }, () => scored(relevant, score));

describe('the threshold', () => {
  test('parts what is relevant from what is not', () => {
    const threshold = bestThreshold([...many(9, true, 2), ...many(50, false, -3)]);
    expect(threshold).toBeGreaterThan(-3);
    expect(threshold).toBeLessThan(2);
  });

  test('is one of the highest of those that are nearly as good as the best', () => {
    // The last hits lie below two false alarms: to reach them is worth next to nothing.
    const scores = [...many(200, true, 3), ...many(2, false, 1), ...many(3, true, 0), ...many(50, false, -2)];
    expect(bestThreshold(scores)).toBeGreaterThan(1);
  });

  test('reaches lower where much is to be found there', () => {
    const scores = [...many(20, true, 3), ...many(2, false, 1), ...many(20, true, 0), ...many(50, false, -2)];
    expect(bestThreshold(scores)).toBeLessThanOrEqual(0);
  });
});
