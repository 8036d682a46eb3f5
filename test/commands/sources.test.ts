import { describe, expect, test } from '@jest/globals';
import type { Feed, FeedState } from '../../src/domain/feed.ts';
import { DAY, HOUR } from '../../src/domain/instant.ts';
import { createStage, FEEDS, NOW } from './stage.ts';

const feed = (id: string): Feed => ({
  id,
  url: `https://${id}.example/feed`,
  publisher: `The ${id}`,
  kind: 'press',
  every: { min: 60_000, max: 60_000 },
  enabled: true,
});

const state = (feedId: string, changes: Partial<FeedState>): FeedState => ({
  v: 1,
  feedId,
  health: 'ok',
  failures: 0,
  lastSuccessAt: NOW - HOUR,
  lastEntryAt: NOW - DAY,
  nextPollAt: NOW,
  lastKeys: [],
  distrusted: [],
  ...changes,
});

const watching = (states: Readonly<Record<string, Partial<FeedState>>>) =>
  createStage({
    feeds: () =>
      Object.entries(states).map(([id, changes]) => ({ feed: feed(id), state: state(id, changes) })),
  });

describe('/sources', () => {
  test('tells of each feed when it last answered and last brought something', async () => {
    expect(await watching({ daily: {} }).say('/sources')).toContain(
      'The daily (press): last answer 6 Mar 2018, 16:02 UTC, last entry 5 Mar 2018, 17:02 UTC',
    );
  });

  test('tells first of what ails, the gravest before all, with failures and state', async () => {
    const lines = await watching({
      well: {},
      stuck: { health: 'failing', failures: 7 },
      dead: { health: 'gone', failures: 1 },
      mute: { alarms: ['silent'] },
      shut: { health: 'blocked', failures: 2 },
      skewed: { alarms: ['dates-off'] },
      slow: { health: 'failing', failures: 1 },
    }).say('/sources');
    expect(lines.slice(1, 7).map((line) => line.replace(/ Last answer.*/, ''))).toEqual([
      'The dead: gone. 1 failure.',
      'The shut: blocks us. 2 failures in a row.',
      'The stuck: failing. 7 failures in a row.',
      'The slow: failing. 1 failure.',
      'The mute: silent.',
      'The skewed: dates are off.',
    ]);
    expect(lines[7]).toMatch(/^The well/);
    expect(lines.at(-1)).toBe('3 of 7 feeds answer.');
  });

  test('says so where a failing feed never answered', async () => {
    const stage = createStage({
      feeds: () => [
        {
          feed: feed('new'),
          state: {
            v: 1,
            feedId: 'new',
            health: 'failing',
            failures: 3,
            nextPollAt: NOW,
            lastKeys: [],
            distrusted: [],
          },
        },
      ],
    });
    expect(await stage.say('/sources')).toContain(
      'The new: failing. 3 failures in a row. Last answer: none yet. Last entry: none yet.',
    );
  });

  test('counts what ails beyond a dozen', async () => {
    const many = Object.fromEntries(
      Array.from({ length: 15 }, (_, at) => [`f${at}`, { health: 'failing' as const, failures: 1 }]),
    );
    expect(await watching(many).say('/sources')).toContain('and 3 more with trouble');
  });

  test('leaves out what is disabled', async () => {
    const stage = createStage({ feeds: () => FEEDS.map((each) => ({ feed: { ...each, enabled: false } })) });
    expect(await stage.say('/sources')).toEqual(['I watch 0 feeds:', '0 of 0 feeds answer.']);
  });
});
