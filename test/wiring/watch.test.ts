import { expect, test } from '@jest/globals';
import type { Feed } from '../../src/domain/feed.ts';
import { createWatch } from '../../src/wiring/watch.ts';
import { createTestLogger } from '../support/store-fixtures.ts';

const FEED: Feed = {
  ...{ id: 'a', url: 'https://a.example/rss', publisher: 'A', kind: 'press', enabled: true },
  every: { min: 1, max: 1 },
};

test('what was in a feed and not read is remembered by its address', () => {
  const watch = createWatch({ logger: createTestLogger() });
  const url = 'https://a.example/1';
  watch.note({ what: 'passed-over', feed: FEED, title: 'Binance blocked', url, outcome: 'first-poll' });
  expect(watch.find(url)).toMatchObject([{ title: 'Binance blocked', why: 'first-poll', stoppedAt: 'sift' }]);
  expect(watch.find('https://a.example/2')).toEqual([]);
});
