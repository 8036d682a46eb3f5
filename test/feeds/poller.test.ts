import { setImmediate } from 'node:timers/promises';
import { expect, test } from '@jest/globals';
import type { Feed } from '../../src/domain/feed.ts';
import { newFeedState } from '../../src/feeds/due.ts';
import { createPoller } from '../../src/feeds/poller.ts';
import { settleUnchanged } from '../../src/feeds/settle.ts';

const FEED: Feed = {
  id: 'a',
  url: 'https://example.com/a.xml',
  publisher: 'A',
  kind: 'press',
  every: { min: 60_000, max: 600_000 },
  enabled: true,
};
const QUIET = {
  debug: () => undefined,
  info: () => undefined,
  warn: () => undefined,
  error: () => undefined,
};

test('a feed whose poll keeps failing is asked ever more rarely', async () => {
  let now = 0;
  const asked: number[] = [];
  const poller = createPoller({
    feeds: () => [FEED],
    stateOf: (feed) => newFeedState(feed, 0, () => 0),
    poll: async () => {
      asked.push(now);
      throw new Error('a bug');
    },
    clock: { now: () => now, monotonic: () => now },
    logger: QUIET,
  });
  for (; now < 3_600_000; now += 1000) {
    poller.tick();
    await poller.idle();
  }
  expect(asked.slice(0, 4)).toEqual([0, 5_000, 15_000, 35_000]);
  expect(asked.length).toBeLessThan(15);
});

test('what does not fit at once is polled as soon as another poll has ended, not a tick later', async () => {
  const feeds = Array.from({ length: 200 }, (_, at) => ({
    ...FEED,
    id: `feed-${at}`,
    url: `https://example.com/${at}`,
  }));
  const asked = new Set<string>();
  let atOnce = 0;
  let most = 0;
  const poller = createPoller({
    feeds: () => feeds,
    stateOf: (feed) => newFeedState(feed, 0, () => 0),
    poll: async ({ id }) => {
      asked.add(id);
      most = Math.max(most, ++atOnce);
      await setImmediate();
      atOnce--;
    },
    clock: { now: () => 0, monotonic: () => 0 },
    logger: QUIET,
  });
  poller.tick();
  for (let turn = 0; turn < 20; turn++) await setImmediate();
  expect([asked.size, most]).toEqual([200, 64]);
});

test('a clock that is set back an hour keeps no feed waiting for it', async () => {
  const hour = 3_600_000;
  let now = 10 * hour;
  const asked: number[] = [];
  let state = newFeedState(FEED, now, () => 0);
  const poller = createPoller({
    feeds: () => [FEED],
    stateOf: () => state,
    poll: async () => {
      asked.push(now);
      state = settleUnchanged(state, now, now + FEED.every.min);
    },
    clock: { now: () => now, monotonic: () => 0 },
    logger: QUIET,
  });
  poller.tick();
  now -= hour;
  await poller.idle();
  poller.tick();
  expect(asked).toEqual([10 * hour, 9 * hour]);
});
