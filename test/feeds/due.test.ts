import { describe, expect, test } from '@jest/globals';
import { DAY, HOUR, MINUTE } from '../../src/domain/instant.ts';
import { dueFeeds, newFeedState, nextPollAt, retryAt } from '../../src/feeds/due.ts';
import { aFeed, aFeedState, NOON } from '../support/feed-builders.ts';

const middle = () => 0.5;

describe('nextPollAt', () => {
  const wait = (lastEntryAt: number) => nextPollAt(aFeed(), aFeedState({ lastEntryAt }), NOON, middle) - NOON;

  test('asks a lively feed as often as it may', () => {
    expect(wait(NOON - HOUR)).toBe(2 * MINUTE);
  });

  test('asks a quiet one as rarely as it must', () => {
    expect(wait(NOON - 7 * DAY)).toBe(10 * MINUTE);
  });

  test('asks one between them in between', () => {
    expect(wait(NOON - 27 * HOUR)).toBe(6 * MINUTE);
  });

  test('spreads by a tenth either way, never under the shortest interval less that', () => {
    const early = nextPollAt(aFeed(), aFeedState({ lastEntryAt: NOON }), NOON, () => 0) - NOON;
    const late = nextPollAt(aFeed(), aFeedState({ lastEntryAt: NOON }), NOON, () => 0.9999) - NOON;
    expect([early, late]).toEqual([1.8 * MINUTE, expect.closeTo(2.2 * MINUTE, -2)]);
  });
});

describe('retryAt', () => {
  test('doubles with every failure up to six hours', () => {
    const waits = [1, 2, 3, 20].map((failures) => retryAt(aFeed(), failures, NOON, middle) - NOON);
    expect(waits).toEqual([2 * MINUTE, 4 * MINUTE, 8 * MINUTE, 6 * HOUR]);
  });
});

describe('newFeedState', () => {
  test('spreads first polls, so that a fresh start is no herd', () => {
    const starts = [0, 0.5, 0.9].map((share) => newFeedState(aFeed(), NOON, () => share).nextPollAt - NOON);
    expect(starts).toEqual([0, MINUTE / 2, 0.9 * MINUTE]);
  });
});

describe('dueFeeds', () => {
  const feeds = ['a', 'b', 'c'].map((id) => aFeed({ id }));
  const states = (changes: Record<string, object>) =>
    new Map(feeds.map(({ id }) => [id, aFeedState({ feedId: id, ...changes[id] })]));

  test('are those whose time has come, longest overdue first', () => {
    const found = dueFeeds(
      feeds,
      states({ a: { nextPollAt: NOON }, b: { nextPollAt: NOON - 5 }, c: { nextPollAt: NOON + 1 } }),
      NOON,
    );
    expect(found.map(({ id }) => id)).toEqual(['b', 'a']);
  });

  test('leave out what is gone or disabled', () => {
    const off = [...feeds.slice(0, 2), aFeed({ id: 'c', enabled: false })];
    const found = dueFeeds(off, states({ b: { health: 'gone' } }), NOON);
    expect(found.map(({ id }) => id)).toEqual(['a']);
  });
});
