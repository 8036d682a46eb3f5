import { describe, expect, test } from '@jest/globals';
import type { FeedState } from '../../src/domain/feed.ts';
import { DAY } from '../../src/domain/instant.ts';
import { createFeedBook } from '../../src/feeds/feed-book.ts';
import { aClock, aFeed, aFeedState, NOON } from '../support/feed-builders.ts';

const bookOf = (...stored: readonly FeedState[]) => {
  const written: FeedState[] = [];
  const store = {
    get: async () => undefined,
    all: async () => stored,
    set: async (state: FeedState) => void written.push(state),
  };
  return { written, book: createFeedBook(store, aClock(), () => 0.5) };
};

describe('createFeedBook', () => {
  test('goes on where the feeds were, and asks what is overdue within the next minute', async () => {
    const { book } = bookOf(aFeedState({ etag: '"1"', nextPollAt: NOON - DAY }));
    await book.load([aFeed()]);
    expect(book.get(aFeed())).toMatchObject({ etag: '"1"', nextPollAt: NOON + 30_000 });
  });

  test('keeps what it knows of a feed that left the catalogue', async () => {
    const { book } = bookOf(aFeedState({ feedId: 'left' }));
    await book.load([aFeed()]);
    expect(book.states.get('left')).toEqual(aFeedState({ feedId: 'left' }));
  });

  test('forgets of a feed what another address told, once the catalogue is read again', () => {
    const { book } = bookOf();
    const moved = aFeed({ url: 'https://elsewhere.example/feed' });
    const { address } = book.get(aFeed());
    book.adopt([aFeed()]);
    expect(book.get(aFeed()).address).toBe(address);
    book.adopt([moved]);
    expect(book.get(moved)).toMatchObject({ health: 'new', address: moved.url });
  });

  test('has what the store has', async () => {
    const { book, written } = bookOf();
    await book.set(aFeedState({ failures: 2 }));
    expect(written).toEqual([aFeedState({ failures: 2 })]);
    expect(book.get(aFeed()).failures).toBe(2);
  });
});
