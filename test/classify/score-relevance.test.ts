import { describe, expect, test } from '@jest/globals';
import { FAR, mixScores, NETWORK_SHARE } from '../../src/classify/score-relevance.ts';

describe('the score of an entry', () => {
  test('is the linear model’s alone where that one is sure that it does not count', () => {
    const askNetwork = (): number => {
      throw new Error('the network was asked');
    };
    expect(mixScores(FAR, askNetwork)).toBe(FAR);
  });

  test('is mixed with the network’s where the linear model wavers', () => {
    expect(mixScores(-1, () => 3)).toBeCloseTo(-1 + 4 * NETWORK_SHARE);
  });
});
