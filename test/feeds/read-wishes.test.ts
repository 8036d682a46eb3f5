import { describe, expect, test } from '@jest/globals';
import { readWishes } from '../../src/feeds/read-wishes.ts';

describe('what a feed asks', () => {
  test('is read in minutes, hours of the day and days of the week', () => {
    expect(readWishes({ ttl: '60', skipHours: '1 24', skipDays: 'Saturday Sun' })).toStrictEqual({
      ttlMs: 3_600_000,
      skipHours: [1, 0],
      skipDays: [6, 0],
    });
  });

  test.each([['soon'], ['-5'], ['0'], ['Infinity'], ['']])('is not heard where it says %j', (ttl) => {
    expect(readWishes({ ttl, skipHours: '25 x', skipDays: 'someday' })).toStrictEqual({});
  });
});
