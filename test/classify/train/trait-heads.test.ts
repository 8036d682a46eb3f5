import { describe, expect, test } from '@jest/globals';
import { LINE, POOLED } from '../../../src/classify/convolution.ts';
import { createTraitHeads } from '../../../src/classify/train/trait-heads.ts';

const UNITS = Float32Array.from({ length: POOLED }, (_, unit) => (unit < 2 ? 1 : 0));
const ALL_HEARD = new Float32Array(POOLED).fill(1);
const createHeads = () => createTraitHeads(new Float32Array(2 * LINE).fill(0.05), 0.1);

describe('createTraitHeads', () => {
  test('asks nothing about an entry without traits', () => {
    const heads = createHeads();
    expect(heads.ask(UNITS, ALL_HEARD, [], 1)).toBe(false);
    expect(heads.learnUnit(0, 1)).toBe(0);
  });

  test('leaves out a trait that is unknown', () => {
    expect(createHeads().ask(UNITS, ALL_HEARD, [undefined, undefined], 1)).toBe(false);
  });

  test('errs less each time that it learns from the same entry', () => {
    const heads = createHeads();
    const errors: number[] = [];
    for (let round = 0; round < 200; round += 1) {
      heads.ask(UNITS, ALL_HEARD, [1, undefined], 1);
      errors.push(Math.abs(heads.learnUnit(0, 1)) + Math.abs(heads.learnUnit(1, 1)));
    }
    expect(errors.at(-1)).toBeLessThan(Math.max(...errors) / 2);
  });
});
