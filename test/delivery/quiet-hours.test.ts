import { describe, expect, test } from '@jest/globals';
import { quietUntil } from '../../src/delivery/quiet-hours.ts';

const utc = (text: string): number => Date.parse(`${text}:00Z`);
const quiet = (from: string, to: string) => ({ from, to, criticals: 'silent' }) as const;
const NIGHT = quiet('22:00', '07:00');

type Case = readonly [
  title: string,
  hours: ReturnType<typeof quiet>,
  zone: string,
  at: string,
  until: string | undefined,
];

const CASES: readonly Case[] = [
  ['the evening is quiet until morning', NIGHT, 'UTC', '2026-05-01T23:00', '2026-05-02T07:00'],
  ['the night after midnight too', NIGHT, 'UTC', '2026-05-02T03:00', '2026-05-02T07:00'],
  ['they begin on the minute', NIGHT, 'UTC', '2026-05-01T22:00', '2026-05-02T07:00'],
  ['they end on the minute', NIGHT, 'UTC', '2026-05-02T07:00', undefined],
  ['the day is not quiet', NIGHT, 'UTC', '2026-05-01T12:00', undefined],
  ['hours within one day', quiet('12:00', '14:00'), 'UTC', '2026-05-01T13:00', '2026-05-01T14:00'],
  ['the same time twice is no quiet at all', quiet('08:00', '08:00'), 'UTC', '2026-05-01T08:00', undefined],
  ['they are of the zone', NIGHT, 'Asia/Kolkata', '2026-05-01T17:00', '2026-05-02T01:30'],
  // Berlin, 29 March 2026: 02:00 becomes 03:00.
  ['spring: the night is an hour shorter', NIGHT, 'Europe/Berlin', '2026-03-28T22:00', '2026-03-29T05:00'],
  [
    'spring: an end that is left out comes an hour later by the clock',
    quiet('22:00', '02:30'),
    'Europe/Berlin',
    '2026-03-29T00:59',
    '2026-03-29T01:30',
  ],
  [
    'spring: a beginning that is left out',
    quiet('02:30', '07:00'),
    'Europe/Berlin',
    '2026-03-29T01:45',
    '2026-03-29T05:00',
  ],
  // Berlin, 25 October 2026: 03:00 becomes 02:00.
  ['autumn: the night is an hour longer', NIGHT, 'Europe/Berlin', '2026-10-24T21:00', '2026-10-25T06:00'],
  ['autumn: still quiet in the second 02:30', NIGHT, 'Europe/Berlin', '2026-10-25T01:30', '2026-10-25T06:00'],
  [
    'autumn: an end that comes twice ends them once',
    quiet('22:00', '02:30'),
    'Europe/Berlin',
    '2026-10-25T00:29',
    '2026-10-25T00:30',
  ],
  [
    'autumn: they do not begin again when the hour is repeated',
    quiet('22:00', '02:30'),
    'Europe/Berlin',
    '2026-10-25T01:10',
    undefined,
  ],
  // New York, 8 March 2026: 02:00 becomes 03:00.
  ['spring in New York', NIGHT, 'America/New_York', '2026-03-08T04:00', '2026-03-08T11:00'],
  // Lord Howe, 5 April 2026: 02:00 becomes 01:30.
  ['a change of half an hour', NIGHT, 'Australia/Lord_Howe', '2026-04-04T15:00', '2026-04-04T20:30'],
];

describe('quiet hours', () => {
  test.each(CASES)('%s', (_title, hours, zone, at, until) => {
    expect(quietUntil(hours, zone, utc(at))).toBe(until === undefined ? undefined : utc(until));
  });
});
