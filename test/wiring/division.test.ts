import { describe, expect, test } from '@jest/globals';
import { createDivision } from '../../src/wiring/division.ts';
import { createKeptLogger } from '../support/discord-stage.ts';

/** Two processes before the same leases; `live` says which of them are there. */
const openTwo = (total: number) => {
  const holders = new Map<number, string>();
  const live = new Set(['a', 'b']);
  const began: string[] = [];
  const open = (self: string) => {
    const running = new Set<number>();
    const division = createDivision({
      total,
      logger: createKeptLogger(),
      leaseOf: (share) => ({
        attempt: async () => {
          const holder = holders.get(share);
          if (holder !== undefined && live.has(holder)) return undefined;
          holders.set(share, self);
          return {
            isFresh: () => holders.get(share) === self,
            isOver: () => holders.get(share) !== self,
            release: async () => void holders.delete(share),
          };
        },
      }),
      workers: {
        beat: async () => ({ place: [...live].indexOf(self), count: live.size }),
        leave: async () => void live.delete(self),
      },
      start: (share) => {
        running.add(share);
        began.push(`${self}${share}`);
      },
      stop: async (share) => void running.delete(share),
    });
    return { division, running };
  };
  return { live, began, a: open('a'), b: open('b') };
};

describe('a divided part', () => {
  test('is shared fairly, and never done twice', async () => {
    const { a, b } = openTwo(5);
    for (let second = 0; second < 3; second++) await Promise.all([a.division.tick(), b.division.tick()]);
    expect([a.running.size, b.running.size]).toEqual([3, 2]);
    expect(new Set([...a.running, ...b.running]).size).toBe(5);
  });

  test('is one process’s as long as it is alone, which gives up half when another comes', async () => {
    const { live, a, b } = openTwo(4);
    live.delete('b');
    await a.division.tick();
    expect(a.running.size).toBe(4);
    live.add('b');
    await a.division.tick();
    await b.division.tick();
    expect([a.running.size, b.running.size]).toEqual([2, 2]);
  });

  test('is taken over when its process has died', async () => {
    const { live, a, b } = openTwo(2);
    await Promise.all([a.division.tick(), b.division.tick()]);
    live.delete('a');
    await b.division.tick();
    expect(b.running.size).toBe(2);
    expect(b.division.holds()).toBe(true);
  });

  test('is left to others by who stops', async () => {
    const { live, began, a } = openTwo(2);
    await a.division.stop();
    await a.division.tick();
    expect(began).toEqual([]);
    expect(live.has('a')).toBe(false);
  });
});
