import { describe, expect, test } from '@jest/globals';
import { createWidth, type Width } from '../../src/delivery/width.ts';

/** So many turns of that length, one after the other. */
const live = (width: Width, turns: number, took: number): number => {
  let now = 0;
  for (let turn = 0; turn < turns; turn++) {
    width.begin(now);
    now += took;
    width.end(now - took, now);
  }
  return now;
};

/** How many may begin at once. */
const room = (width: Width, rate: number, now: number): number => {
  let begun = 0;
  while (width.wait(rate, now) === 0) {
    width.begin(now);
    begun++;
  }
  return begun;
};

describe('width', () => {
  test.each<readonly [string, number, number]>([
    ['three where the platform answers at once', 5, 3],
    ['three as long as they are enough', 70, 3],
    ['what the rate needs where it is far away', 200, 7],
  ])('lets %s', (_, took, expected) => {
    const width = createWidth(32);
    const now = live(width, 100, took);
    expect(room(width, 28, now)).toBe(expected);
  });

  test('learns nothing from turns that asked nothing of the platform', () => {
    const far = createWidth(32);
    const now = live(far, 100, 200);
    for (let turn = 0; turn < 100; turn++) {
      far.begin(now);
      far.end(now, undefined);
    }
    expect(room(far, 28, now)).toBe(7);
  });

  test('lets no more begin where answers are late because of ourselves', () => {
    const width = createWidth(32);
    let now = 0;
    for (const took of [...Array<number>(12).fill(5), 900, 700, 900, 800, ...Array<number>(15).fill(600)]) {
      width.begin(now);
      width.end(now, now + took);
      now += took;
    }
    expect(room(width, 28, now)).toBe(3);
  });

  test('takes the way from the few that met nothing else, on a machine that has much else to do', () => {
    const width = createWidth(32);
    let now = 0;
    for (const took of [...Array<number>(5).fill(5), ...Array<number>(27).fill(90)]) {
      width.begin(now);
      width.end(now, now + took);
      now += took;
    }
    expect(room(width, 28, now)).toBe(3);
  });

  test('knows no way to be far before it has seen some', () => {
    const width = createWidth(32);
    expect(room(width, 28, live(width, 20, 800))).toBe(3);
  });

  test('lets all begin where there is no rate', () => {
    expect(room(createWidth(64), Number.POSITIVE_INFINITY, 0)).toBe(64);
  });

  test('does not count what is slow, up to all that may be under way', () => {
    const width = createWidth(9);
    expect(room(width, 28, 0)).toBe(3);
    expect(width.wait(28, 400)).toBe(2600);
    expect(room(width, 28, 3000)).toBe(3);
    expect(room(width, 28, 6000)).toBe(3);
    expect(width.wait(28, 9000)).toBe(Number.POSITIVE_INFINITY);
  });

  test('has room again when one has ended', () => {
    const width = createWidth(32);
    room(width, 28, 0);
    width.end(0, 10);
    expect(width.wait(28, 10)).toBe(0);
  });
});
