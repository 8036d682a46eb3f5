import { describe, expect, test } from '@jest/globals';
import { CLOSE, FAR, mixScores, NETWORK_SHARE } from '../../src/classify/score-relevance.ts';

/** Networks that give these scores; `asked` lists which were asked. */
const networksOf = (...scores: number[]) => {
  const asked: number[] = [];
  const ask = (network: number): number => {
    asked.push(network);
    return scores[network] ?? Number.NaN;
  };
  return { asked, mix: (linear: number) => mixScores(linear, scores.length, ask) };
};

describe('the score of an entry', () => {
  test('is the linear model’s alone where that one is sure that it does not count', () => {
    const { asked, mix } = networksOf(3, 3);
    expect(mix(FAR)).toBe(FAR);
    expect(asked).toEqual([]);
  });

  test('is mixed with one network’s where the two are sure together', () => {
    const { asked, mix } = networksOf(3, -3);
    expect(mix(2)).toBeCloseTo(2 + NETWORK_SHARE);
    expect(asked).toEqual([0]);
  });

  test('is mixed with the mean of all networks’ near the threshold', () => {
    const { asked, mix } = networksOf(0, 3, -6);
    expect(mix(-0.5)).toBeCloseTo(-0.5 + (-1 + 0.5) * NETWORK_SHARE);
    expect(asked).toEqual([0, 1, 2]);
  });

  test.each([
    ['lower', CLOSE.from],
    ['upper', CLOSE.to],
  ])('counts as near the threshold at the %s end of the band', (_which, score) => {
    const { asked, mix } = networksOf(score, score);
    mix(score);
    expect(asked).toEqual([0, 1]);
  });
});
