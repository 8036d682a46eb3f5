import { describe, expect, test } from '@jest/globals';
import { DAY, HOUR, SECOND } from '../../src/domain/instant.ts';
import { retryAfter } from '../../src/feeds/retry-after.ts';
import { NOON } from '../support/feed-builders.ts';

describe('retryAfter', () => {
  test.each([
    ['seconds', '120', undefined, 120 * SECOND],
    ['a date by our clock', 'Mon, 27 Jul 2026 13:00:00 GMT', undefined, HOUR],
    [
      'a date by the clock of the server',
      'Mon, 27 Jul 2026 13:00:00 GMT',
      'Mon, 27 Jul 2026 11:00:00 GMT',
      2 * HOUR,
    ],
    ['a date that has passed', 'Mon, 27 Jul 2026 11:00:00 GMT', undefined, 0],
    ['more than a day', '1000000', undefined, DAY],
    ['nonsense', 'soon', undefined, undefined],
    ['nothing', undefined, undefined, undefined],
  ])('reads %s', (_what, header, date, expected) => {
    expect(retryAfter(header, date, NOON)).toBe(expected);
  });
});
