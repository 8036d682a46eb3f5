import { describe, expect, test } from '@jest/globals';
import { readSettings } from '../../src/config/settings.ts';
import { createPace } from '../../src/delivery/pace.ts';
import { createWidth } from '../../src/delivery/width.ts';
import { SECOND } from '../../src/domain/instant.ts';
import { paceOf } from '../../src/wiring/pace.ts';

/** Telegram's own: https://core.telegram.org/bots/faq#broadcasting-to-users. */
const LIMIT = 30;
const CEILING = 28;
const FOR = 40 * SECOND;

/** The same row of numbers from 0 to 1 for the same seed (mulberry32). */
const createRandom = (seed: number) => (): number => {
  seed = (seed + 0x6d2b79f5) | 0;
  let mixed = Math.imul(seed ^ (seed >>> 15), 1 | seed);
  mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
  return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
};

/** How long a request is on its way, and its answer. */
type Way = (random: () => number, now: number) => readonly [out: number, back: number];

/** A broadcast without end at the shipped pace; gives when the platform counted each request. */
const play = (seed: number, way: Way, isAwake: (now: number) => boolean = () => true): readonly number[] => {
  const random = createRandom(seed);
  const settings = paceOf(readSettings({}))('telegram');
  const pace = createPace(settings);
  const width = createWidth(settings.concurrency);
  const counted: number[] = [];
  let underway: { readonly begunAt: number; readonly answeredAt: number }[] = [];
  for (let now = 0; now < FOR; now++) {
    // While the process does something else, answers lie there unread.
    if (!isAwake(now)) continue;
    for (const { begunAt } of underway.filter(({ answeredAt }) => answeredAt <= now)) {
      pace.answered(now - begunAt, now);
      width.end(begunAt, now);
    }
    underway = underway.filter(({ answeredAt }) => answeredAt > now);
    while (Math.max(pace.wait(now), width.wait(pace.rate(now), now)) <= 0) {
      const [out, back] = way(random, now);
      pace.take({ platform: 'telegram', chat: String(counted.length) }, now);
      width.begin(now);
      counted.push(now + out);
      underway.push({ begunAt: now, answeredAt: now + out + back });
    }
  }
  return counted;
};

const mostInASecond = (counted: readonly number[]): number => {
  const sorted = counted.toSorted((a, b) => a - b);
  let first = 0;
  let most = 0;
  for (const [at, moment] of sorted.entries()) {
    while (moment - (sorted[first] ?? moment) >= SECOND) first++;
    most = Math.max(most, at - first + 1);
  }
  return most;
};

const share = (counted: readonly number[]): number => (counted.length * SECOND) / (CEILING * FOR);

const SEEDS = [1, 2, 3];
const constant =
  (ms: number): Way =>
  () => [ms / 2, ms / 2];
const upTo =
  (out: number, back: number): Way =>
  (random) => [random() * out, random() * back];

describe("Telegram's pace, whatever the way does", () => {
  test.each<readonly [string, Way]>([
    ['there and back at once', constant(0)],
    ['100 ms there and back', constant(100)],
    ['300 ms there and back', constant(300)],
    ['up to 100 ms of jitter', upTo(50, 50)],
    ['up to 100 ms of jitter far away', (random) => [70 + random() * 100, 70]],
  ])('uses nine tenths of the ceiling: %s', (_, way) => {
    for (const seed of SEEDS) {
      const counted = play(seed, way);
      expect(mostInASecond(counted)).toBeLessThanOrEqual(LIMIT);
      expect(share(counted)).toBeGreaterThanOrEqual(0.9);
    }
  });

  test.each<readonly [string, Way]>([
    ['up to 300 ms there', upTo(300, 10)],
    ['up to 300 ms back', upTo(10, 300)],
    ['up to 300 ms each way', upTo(300, 300)],
    ['half a second for every other second, then at once', (_, now) => [now % 2000 < 1000 ? 500 : 5, 5]],
    ['slower and slower, then at once', (_, now) => [(now % 5000) / 10, 5]],
  ])('never asks for more than the platform lets through in a second: %s', (_, way) => {
    for (const seed of SEEDS) {
      const counted = play(seed, way);
      expect(mostInASecond(counted)).toBeLessThanOrEqual(LIMIT);
      expect(share(counted)).toBeGreaterThanOrEqual(0.5);
    }
  });

  test('uses nine tenths of the ceiling where the process is held up now and then', () => {
    for (const seed of SEEDS) {
      const random = createRandom(seed);
      let until = 0;
      let next = 0;
      // Stalls of up to 150 ms, up to 400 ms apart: a machine with much else to do.
      const isAwake = (now: number): boolean => {
        if (now >= next) {
          until = now + random() * 150;
          next = until + random() * 400;
        }
        return now >= until;
      };
      const counted = play(seed, upTo(10, 10), isAwake);
      expect(mostInASecond(counted)).toBeLessThanOrEqual(LIMIT);
      expect(share(counted)).toBeGreaterThanOrEqual(0.9);
    }
  });
});
