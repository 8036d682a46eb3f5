import { describe, expect, test } from '@jest/globals';
import { nextRelease } from '../../src/delivery/next-release.ts';
import type { Cadence, QuietHours } from '../../src/domain/subscription.ts';

const utc = (text: string): number => Date.parse(`${text}:00Z`);

type Case = readonly [
  title: string,
  cadence: Cadence,
  zone: string,
  digestAt: string,
  now: string,
  release: string,
  quiet?: QuietHours,
];

const NIGHT: QuietHours = { from: '22:00', to: '07:30', criticals: 'silent' };

const CASES: readonly Case[] = [
  ['instant is now', 'instant', 'UTC', '09:00', '2026-05-01T12:10', '2026-05-01T12:10'],
  ['hourly is the next full hour', 'hourly', 'UTC', '09:00', '2026-05-01T12:10', '2026-05-01T13:00'],
  ['on the hour it is the one after', 'hourly', 'UTC', '09:00', '2026-05-01T12:00', '2026-05-01T13:00'],
  [
    'daily is today while the time is to come',
    'daily',
    'UTC',
    '09:00',
    '2026-05-01T08:59',
    '2026-05-01T09:00',
  ],
  ['… else tomorrow', 'daily', 'UTC', '09:00', '2026-05-01T09:00', '2026-05-02T09:00'],
  ['daily is of the zone', 'daily', 'Asia/Tokyo', '09:00', '2026-05-01T12:00', '2026-05-02T00:00'],
  ['weekly is on Monday', 'weekly', 'UTC', '09:00', '2026-05-01T12:00', '2026-05-04T09:00'],
  [
    'on Monday before its time it is that day',
    'weekly',
    'UTC',
    '09:00',
    '2026-05-04T08:00',
    '2026-05-04T09:00',
  ],
  [
    'on Monday after its time it is the next',
    'weekly',
    'UTC',
    '09:00',
    '2026-05-04T09:00',
    '2026-05-11T09:00',
  ],
  [
    'in quiet hours it waits for their end',
    'hourly',
    'UTC',
    '09:00',
    '2026-05-01T22:10',
    '2026-05-02T07:30',
    NIGHT,
  ],
  ['a daily one at night waits too', 'daily', 'UTC', '05:00', '2026-05-01T12:00', '2026-05-02T07:30', NIGHT],
  // Berlin, 29 March 2026: 02:00 becomes 03:00; 25 October 2026: 03:00 becomes 02:00.
  ['spring: 09:00 is 09:00', 'daily', 'Europe/Berlin', '09:00', '2026-03-28T12:00', '2026-03-29T07:00'],
  [
    'spring: a time that is left out comes an hour later',
    'daily',
    'Europe/Berlin',
    '02:30',
    '2026-03-28T12:00',
    '2026-03-29T01:30',
  ],
  [
    'spring: the day after is as ever',
    'daily',
    'Europe/Berlin',
    '02:30',
    '2026-03-29T12:00',
    '2026-03-30T00:30',
  ],
  ['spring: hourly goes on', 'hourly', 'Europe/Berlin', '09:00', '2026-03-29T00:30', '2026-03-29T01:00'],
  ['autumn: 09:00 is 09:00', 'daily', 'Europe/Berlin', '09:00', '2026-10-24T12:00', '2026-10-25T08:00'],
  [
    'autumn: a time that comes twice is taken once',
    'daily',
    'Europe/Berlin',
    '02:30',
    '2026-10-24T12:00',
    '2026-10-25T00:30',
  ],
  [
    'autumn: … and not again an hour later',
    'daily',
    'Europe/Berlin',
    '02:30',
    '2026-10-25T00:30',
    '2026-10-26T01:30',
  ],
  [
    'autumn: hourly in the hour that comes twice',
    'hourly',
    'Europe/Berlin',
    '09:00',
    '2026-10-25T00:30',
    '2026-10-25T01:00',
  ],
  [
    'autumn: … and in its repetition',
    'hourly',
    'Europe/Berlin',
    '09:00',
    '2026-10-25T01:30',
    '2026-10-25T02:00',
  ],
  [
    'hourly where the zone is half an hour off',
    'hourly',
    'Asia/Kolkata',
    '09:00',
    '2026-05-01T12:10',
    '2026-05-01T12:30',
  ],
];

describe('digest', () => {
  test.each(CASES)('%s', (...row) => {
    const [, cadence, zone, digestAt, now, release, quiet] = row;
    const timing = { zone, digestAt, ...(quiet === undefined ? {} : { quiet }) };
    expect(new Date(nextRelease(cadence, timing, utc(now))).toISOString()).toBe(`${release}:00.000Z`);
  });
});
