import { describe, expect, test } from '@jest/globals';
import type { Feed, FeedAlarm, FeedRhythm, FeedState } from '../../src/domain/feed.ts';
import { DAY, HOUR } from '../../src/domain/instant.ts';
import { feedAlarms } from '../../src/feeds/feed-alarms.ts';
import { aFeed, aFeedState, NOON } from '../support/feed-builders.ts';

const alarms = (state: Partial<FeedState>, told: readonly FeedAlarm[] = [], feed: Partial<Feed> = {}) =>
  feedAlarms(aFeed(feed), aFeedState(state), told, NOON);

const offBy = (...days: readonly number[]): Partial<FeedState> => ({
  dateOffsets: days.map((each) => each * DAY),
});

/** Hourly, with nights and weekends, for a month. */
const habit = (changes: Partial<FeedRhythm> = {}): FeedRhythm => ({
  since: NOON - 40 * DAY,
  arrivals: 300,
  usualGap: 2 * HOUR,
  longestGap: 2 * DAY,
  ...changes,
});

const quietFor = (days: number, rhythm: FeedRhythm = habit()): Partial<FeedState> => ({
  lastEntryAt: NOON - days * DAY,
  rhythm,
});

const CASES: readonly (readonly [string, Partial<FeedState>, readonly FeedAlarm[], readonly FeedAlarm[]])[] =
  [
    ['all is well', {}, [], []],
    ['it is gone', { health: 'gone', failures: 1 }, [], ['gone']],
    ['it is blocked', { health: 'blocked', failures: 1 }, [], ['blocked']],
    ['it fails once', { health: 'failing', failures: 1 }, [], []],
    ['it fails for the fifth time', { health: 'failing', failures: 5 }, [], ['failing']],
    ['it fails on', { health: 'failing', failures: 9 }, ['failing'], ['failing']],
    ['a blocked feed fails in another way', { health: 'failing', failures: 6 }, ['blocked'], ['blocked']],
    ['a failing feed is blocked', { health: 'blocked', failures: 6 }, ['failing'], ['blocked', 'failing']],
    ['it answers again', {}, ['blocked', 'failing'], []],
    ['few dates are known', offBy(5, 5, 5, 5), [], []],
    ['most dates are days ahead', offBy(5, 5, 5, 0, 0), [], ['dates-off']],
    ['most dates are days behind', offBy(-5, -5, -5, 0, 0), [], ['dates-off']],
    ['few dates are off', offBy(-5, -5, 0, 0, 0), [], []],
    ['dates are off by hours', offBy(0.9, 0.9, 0.9, 0.9, 0.9), [], []],
    ['dates are nearly right', offBy(0.9, 0.9, 0.9, 0.9, 0.9), ['dates-off'], ['dates-off']],
    ['dates are right again', offBy(0.1, 0.1, 0.1, 0.1, 0.1), ['dates-off'], []],
    ['it is silent as long as ever', quietFor(2), [], []],
    ['it is silent twice as long as ever', quietFor(4), [], []],
    ['it is silent far longer than ever', quietFor(6.1), [], ['silent']],
    ['it stays silent', quietFor(9), ['silent'], ['silent']],
    ['it speaks again', quietFor(0), ['silent'], []],
    ['it had no habit yet', quietFor(20, habit({ arrivals: 9 })), [], []],
    ['its habit is younger than a week', quietFor(20, habit({ since: NOON - 26 * DAY })), [], []],
    ['it never brought anything', { rhythm: habit() }, [], []],
    [
      'it fails, having been silent',
      { ...quietFor(9), health: 'failing', failures: 1 },
      ['silent'],
      ['silent'],
    ],
    ['it fails, and so says nothing', { ...quietFor(9), health: 'failing', failures: 1 }, [], []],
  ];

describe('feedAlarms', () => {
  test.each(CASES)('when %s: %j after %j is %j', (_what, state, told, raised) => {
    expect(alarms(state, told)).toEqual(raised);
  });

  test('lets a search bring old entries', () => {
    const search = { query: '"MAS"', language: 'en', country: 'SG' };
    expect(alarms(offBy(-5, -5, -5, -5, -5), [], { search })).toEqual([]);
  });

  test('lets an office rest for longer than the press', () => {
    const lively = quietFor(1.5, habit({ longestGap: 8 * HOUR, usualGap: HOUR }));
    expect(alarms(lively, [], { kind: 'official' })).toEqual([]);
    expect(alarms(lively, [], { kind: 'press' })).toEqual(['silent']);
  });
});
