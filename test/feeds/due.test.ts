import { describe, expect, test } from '@jest/globals';
import { DAY, HOUR, MINUTE } from '../../src/domain/instant.ts';
import { dueFeeds, newFeedState, nextPollAt, resumedState, retryAt } from '../../src/feeds/due.ts';
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

  test('asks one that never brought anything as rarely as it must once it is known to be quiet', () => {
    const silent = (firstPolledAt: number) => {
      const { lastEntryAt: _none, ...state } = aFeedState({ firstPolledAt });
      return nextPollAt(aFeed(), state, NOON, middle) - NOON;
    };
    expect([silent(NOON - HOUR), silent(NOON - 7 * DAY)]).toEqual([6 * MINUTE, 10 * MINUTE]);
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

describe('resumedState', () => {
  test('spreads what fell due while we were away, so that a restart is no herd', () => {
    const overdue = aFeedState({ nextPollAt: NOON - DAY });
    const starts = [0, 0.5, 0.9].map(
      (share) => resumedState(aFeed(), overdue, NOON, () => share).nextPollAt - NOON,
    );
    expect(starts).toEqual([0, MINUTE / 2, 0.9 * MINUTE]);
  });

  test('leaves alone what is not yet due', () => {
    const state = aFeedState({ nextPollAt: NOON + HOUR, etag: '"1"' });
    expect(resumedState(aFeed(), state, NOON, middle)).toMatchObject(state);
  });

  test('begins anew where the catalogue has another address, even for a feed that was gone', () => {
    const gone = aFeedState({
      health: 'gone',
      address: 'https://old.example/',
      url: 'https://older.example/',
    });
    expect(resumedState(aFeed(), gone, NOON, middle)).toEqual(newFeedState(aFeed(), NOON, middle));
  });

  test('goes on where the address is the same', () => {
    const state = aFeedState({ address: aFeed().url, url: 'https://moved.example/' });
    expect(resumedState(aFeed(), state, NOON, middle)).toMatchObject({ url: 'https://moved.example/' });
  });
});

describe('dueFeeds', () => {
  const feeds = ['a', 'b', 'c'].map((id) => aFeed({ id, url: `https://${id}.example/` }));
  const states = (changes: Record<string, object>) =>
    new Map(feeds.map(({ id }) => [id, aFeedState({ feedId: id, ...changes[id] })]));

  test('are those whose time has come, longest overdue first', () => {
    const found = dueFeeds(
      feeds,
      states({ a: { nextPollAt: NOON }, b: { nextPollAt: NOON - 5 }, c: { nextPollAt: NOON + 501 } }),
      NOON,
    );
    expect(found.map(({ id }) => id)).toEqual(['b', 'a']);
  });

  test('go with the nearer of two ticks, so that a feed of every second is asked every second', () => {
    let asked = 0;
    let state = aFeedState({ nextPollAt: NOON });
    const feed = aFeed({ every: { min: 1000, max: 1000 } });
    for (let now = NOON; now < NOON + MINUTE; now += 1000) {
      if (dueFeeds([feed], new Map([[feed.id, state]]), now).length === 0) continue;
      asked++;
      // The answer takes a moment, and the next is asked for early and late by turns.
      state = { ...state, nextPollAt: nextPollAt(feed, state, now + 50, () => asked % 2) };
    }
    expect(asked).toBe(60);
  });

  test('never ask before the time that followed a bad answer', () => {
    const failed = states({ a: { nextPollAt: NOON + 1, failures: 1 } });
    expect(dueFeeds(feeds.slice(0, 1), failed, NOON)).toEqual([]);
    expect(dueFeeds(feeds.slice(0, 1), failed, NOON + 1)).toHaveLength(1);
  });

  test('ask an address once, though redirects led two feeds to it', () => {
    const found = dueFeeds(feeds, states({ b: { url: 'https://a.example/' } }), NOON);
    expect(found.map(({ id }) => id)).toEqual(['a', 'c']);
  });

  test('ask for the second of two where the first is gone', () => {
    const led = states({ a: { health: 'gone' }, b: { url: 'https://a.example/' } });
    expect(dueFeeds(feeds, led, NOON).map(({ id }) => id)).toEqual(['b', 'c']);
  });

  test('leave out what is gone or disabled', () => {
    const off = [...feeds.slice(0, 2), aFeed({ id: 'c', url: 'https://c.example/', enabled: false })];
    const found = dueFeeds(off, states({ b: { health: 'gone' } }), NOON);
    expect(found.map(({ id }) => id)).toEqual(['a']);
  });
});
