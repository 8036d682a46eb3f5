import { describe, expect, test } from '@jest/globals';
import { createWindow } from '../../src/delivery/window.ts';
import { SECOND } from '../../src/domain/instant.ts';

/** The most of these moments within any second. */
const most = (moments: readonly number[]): number =>
  Math.max(...moments.map((from) => moments.filter((at) => at >= from && at < from + SECOND).length));

/** Sends whenever the window lets, with a way out and a way back of so long; gives when the platform counted each. */
const play = (wayOut: (at: number) => number, wayBack: (at: number) => number): readonly number[] => {
  const window = createWindow({ count: 10, perMs: SECOND });
  const counted: number[] = [];
  const answers: { readonly at: number; readonly madeAt: number }[] = [];
  for (let now = 0; now < 60 * SECOND; now++) {
    for (const { madeAt } of answers.filter(({ at }) => at === now)) window.answered(now - madeAt, now);
    while (window.wait(now) <= 0) {
      window.take();
      const countedAt = now + wayOut(now);
      counted.push(countedAt);
      answers.push({ at: countedAt + wayBack(now), madeAt: now });
    }
  }
  return counted;
};

describe('window', () => {
  test('uses the whole limit of a platform that is far away', () => {
    const counted = play(
      () => 150,
      () => 150,
    );
    expect(counted.length).toBeGreaterThan(60 * 10 * 0.9);
    expect(most(counted)).toBeLessThanOrEqual(10);
  });

  test('stays within it where requests are held up on their way out', () => {
    const counted = play(
      (at) => (at % 3000 < 1500 ? 20 : 500),
      () => 10,
    );
    expect(most(counted)).toBeLessThanOrEqual(10);
    expect(counted.length).toBeGreaterThan(60 * 5);
  });

  test('stays within it where answers are held up, and does not wait longer than for the answer', () => {
    const counted = play(
      () => 10,
      (at) => (at < 5000 ? 30 : 600),
    );
    expect(most(counted)).toBeLessThanOrEqual(10);
    expect(counted.length).toBeGreaterThan(60 * 5);
  });

  test('frees the place of what was not sent after all', () => {
    const window = createWindow({ count: 1, perMs: SECOND });
    window.take();
    expect(window.wait(0)).toBeGreaterThan(0);
    window.giveBack();
    expect(window.wait(0)).toBe(0);
  });

  test('names the moment at which the next place is free', () => {
    const window = createWindow({ count: 2, perMs: SECOND });
    window.take();
    window.take();
    window.answered(100, 100);
    window.answered(200, 200);
    expect([window.wait(200), window.wait(1099), window.wait(1100)]).toEqual([900, 1, 0]);
  });
});
