import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { fitParts } from '../../src/words/fit-parts.ts';

const part = (length: number, priority: number) => ({ length, priority });

describe('fitting parts', () => {
  test('keeps everything that fits, in its order', () => {
    const parts = [part(3, 1), part(4, 2)];
    expect(fitParts(parts, 7)).toEqual(parts);
  });

  test('drops the lowest priority first', () => {
    expect(fitParts([part(3, 1), part(4, 2)], 6)).toEqual([part(4, 2)]);
  });

  test('drops the last among equals', () => {
    expect(fitParts([part(3, 1), part(4, 1)], 6)).toEqual([part(3, 1)]);
  });

  test('never exceeds the limit', () => {
    const parts = fc.array(fc.record({ length: fc.nat(100), priority: fc.nat(5) }));
    fc.assert(
      fc.property(parts, fc.nat(1000), (some, limit) => {
        const length = fitParts(some, limit).reduce((sum, { length: own }) => sum + own, 0);
        return length <= limit;
      }),
    );
  });
});
