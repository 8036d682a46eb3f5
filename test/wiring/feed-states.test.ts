import { describe, expect, test } from '@jest/globals';
import type { FeedState } from '../../src/domain/feed.ts';
import { createFeedBook } from '../../src/feeds/feed-book.ts';
import { createFeedStates } from '../../src/wiring/feed-states.ts';
import { aClock, aFeed, aFeedState } from '../support/feed-builders.ts';

const open = () => {
  const written: FeedState[] = [];
  const told: string[] = [];
  const store = {
    get: async () => undefined,
    all: async () => [],
    set: async (state: FeedState) => void written.push(state),
  };
  const states = createFeedStates({
    feedBook: createFeedBook(store, aClock(), () => 0),
    feeds: () => [aFeed()],
    clock: aClock(),
    onNotices: (notices) => void told.push(...notices.map(({ change }) => change)),
  });
  /** A poll goes on from what is known, as the fetcher does. */
  const poll = (changes: Partial<FeedState>) => states.set({ ...states.get(aFeed()), ...changes });
  return { written, told, poll, states };
};

describe('the feed states of the pipeline', () => {
  test('tell a death once, over many polls, and the recovery once', async () => {
    const { poll, told } = open();
    await poll({ health: 'ok' });
    for (const failures of [1, 2, 3, 4, 5, 6, 7]) await poll({ health: 'failing', failures });
    await poll({ health: 'blocked', failures: 8 });
    await poll({ health: 'failing', failures: 9 });
    await poll({ health: 'ok', failures: 0 });
    await poll({ health: 'ok', failures: 0 });
    expect(told).toEqual(['failing', 'blocked', 'recovered']);
  });

  test('keep in the store what was told, so that a restart repeats nothing', async () => {
    const { poll, written } = open();
    await poll({ health: 'gone', failures: 1 });
    expect(written.at(-1)).toMatchObject({ alarms: ['gone'] });
    await poll({ health: 'ok', failures: 0 });
    expect(written.at(-1)).not.toHaveProperty('alarms');
  });

  test('drop what an address told that the feed no longer has', async () => {
    const { written, poll } = open();
    await poll({ address: 'https://former.example/feed' });
    expect(written).toEqual([]);
  });

  test('take a feed that left the catalogue as it is', async () => {
    const { states, written, told } = open();
    await states.set(aFeedState({ feedId: 'left', health: 'gone' }));
    expect(written).toEqual([aFeedState({ feedId: 'left', health: 'gone' })]);
    expect(told).toEqual([]);
  });
});
