import { describe, expect, test } from '@jest/globals';
import { createIdentifyThrottle } from '../../../src/platforms/discord/identify-throttle.ts';
import { createHandClock } from '../../support/discord-stage.ts';

const DAY = 86_400_000;

/** How many times a client identifies in so long, if it does so again at once whenever it may. */
const identifiesIn = async (length: number): Promise<number> => {
  const clock = createHandClock(0);
  const pause = (ms?: number): Promise<void> => {
    clock.advance(ms ?? 0);
    return Promise.resolve();
  };
  const throttle = createIdentifyThrottle(clock, pause as never);
  let count = 0;
  while (clock.monotonic() < length) {
    await throttle.waitForIdentify(0, new AbortController().signal);
    count += 1;
  }
  return count;
};

describe('the throttle of identifies', () => {
  test('lets the first through at once and the next five seconds later', async () => {
    expect(await identifiesIn(10_000)).toBe(3);
  });

  test('stays below a thousand a day however often a session dies', async () => {
    const count = await identifiesIn(DAY);
    expect(count).toBeLessThan(1000);
    expect(count).toBeGreaterThan(500);
  });
});
