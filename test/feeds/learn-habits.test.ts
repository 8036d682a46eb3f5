import { describe, expect, test } from '@jest/globals';
import { DAY, HOUR } from '../../src/domain/instant.ts';
import { learnHabits } from '../../src/feeds/learn-habits.ts';
import { aFeedState, NOON } from '../support/feed-builders.ts';

describe('learnHabits', () => {
  test('keeps how far the latest ten dates lie from now', () => {
    const dateOffsets = Array.from({ length: 10 }, (_, at) => at);
    const learnt = learnHabits(aFeedState({ dateOffsets }), { dates: [NOON - DAY], any: true }, NOON);
    expect(learnt.dateOffsets).toEqual([...dateOffsets.slice(1), -DAY]);
  });

  test('learns nothing from a poll that brought nothing', () => {
    expect(learnHabits(aFeedState(), { dates: [], any: false }, NOON)).toEqual({});
  });

  test('begins with the second arrival', () => {
    const arrivals = { dates: [], any: true };
    expect(learnHabits(aFeedState(), arrivals, NOON)).toEqual({});
    expect(learnHabits(aFeedState({ lastEntryAt: NOON - HOUR }), arrivals, NOON).rhythm).toEqual({
      since: NOON - HOUR,
      arrivals: 2,
      usualGap: HOUR,
      longestGap: HOUR,
    });
  });

  test('moves the usual gap a little, keeps the longest, and lets it fade within months', () => {
    const rhythm = { since: NOON - 90 * DAY, arrivals: 50, usualGap: 8 * HOUR, longestGap: 4 * DAY };
    const learntFrom = (gap: number) =>
      learnHabits(aFeedState({ rhythm, lastEntryAt: NOON - gap }), { dates: [], any: true }, NOON).rhythm;
    expect(learntFrom(16 * HOUR)).toMatchObject({ arrivals: 51, usualGap: 9 * HOUR });
    expect(learntFrom(9 * DAY)).toMatchObject({ longestGap: 9 * DAY });
    expect(learntFrom(3 * DAY)?.longestGap).toBeCloseTo(4 * DAY * 0.5 ** 0.1, -1);
  });
});
