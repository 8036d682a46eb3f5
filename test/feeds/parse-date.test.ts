import { describe, expect, test } from '@jest/globals';
import { parseDate } from '../../src/feeds/parse-date.ts';

const iso = (text: string, home?: string): string | undefined => {
  const date = parseDate(text, home);
  return date === undefined ? undefined : new Date(date.at).toISOString().replace('.000Z', 'Z');
};

describe('a date with its zone', () => {
  test.each([
    ['Mon, 27 Jul 2026 15:30:00 GMT', '2026-07-27T15:30:00Z'],
    ['Mon, 27 Jul 2026 15:30:00 +0200', '2026-07-27T13:30:00Z'],
    ['Mon, 27 Jul 2026 15:30:00 KST', '2026-07-27T06:30:00Z'],
    ['Mon, 27 Jul 2026 15:30:00 HKT', '2026-07-27T07:30:00Z'],
    ['Mon, 27 Jul 2026 15:30 MSK', '2026-07-27T12:30:00Z'],
    ['Thu, 30 Apr 2015 08:57:00 MEST', '2015-04-30T06:57:00Z'],
    ['Mon, 26 January 2004 16:31:00 ET', '2004-01-26T21:31:00Z'],
    ['Wed, 19 Aug 2009 18:28:00 Etc/GMT', '2009-08-19T18:28:00Z'],
    ['Sun, 19 Feb 2012 22:40:00 GMT-01:01', '2012-02-19T23:41:00Z'],
    ['Mon, 13 Feb, 2012 06:28:00 UTC', '2012-02-13T06:28:00Z'],
    ['Fri,24 Nov 2023 18:28:36 -0000', '2023-11-24T18:28:36Z'],
    ['Thu Aug 30 2012 17:26:16 +0200', '2012-08-30T15:26:16Z'],
    ['Sun Jul 15 01:16:00 +0000 2012', '2012-07-15T01:16:00Z'],
    ['Fri, 2006/09/15 08:19:53 EDT', '2006-09-15T12:19:53Z'],
    ['2026-07-27T15:30:00Z', '2026-07-27T15:30:00Z'],
    ['2026-07-27T15:30:00.123+09:00', '2026-07-27T06:30:00.123Z'],
    ['2003-012-31T10:14:55+00:00', '2003-12-31T10:14:55Z'],
    ['2004-07-08 23:56:58 -00:20', '2004-07-09T00:16:58Z'],
    ['2003-12-13T12:35:8+01:00', '2003-12-13T11:35:08Z'],
    ['20040708T225658Z', '2004-07-08T22:56:58Z'],
    ['2004-07-08T225658+01:00', '2004-07-08T21:56:58Z'],
    ['20040708T22:56:58.45+01:00', '2004-07-08T21:56:58Z'],
    ['2004-július-13T9:15-05:00', '2004-07-13T14:15:00Z'],
    ['Κυρ, 11 Ιούλ 2004 12:00:00 EST', '2004-07-11T17:00:00Z'],
    ['Thu, 01 Jan 04 19:48:21 GMT', '2004-01-01T19:48:21Z'],
    ['Пн, 27 Июл 2026 10:00:00 +0300', '2026-07-27T07:00:00Z'],
    ['lun., 27 juil. 2026 10:00:00 +0200', '2026-07-27T08:00:00Z'],
    ['mar., 03 mar. 2026 10:00:00 GMT', '2026-03-03T10:00:00Z'],
  ])('%s', (text, expected) => {
    expect(iso(text)).toBe(expected);
    expect(parseDate(text)?.estimated).toBe(false);
  });
});

describe('a date without one', () => {
  test.each([
    ['Monday, July 27, 2026 - 15:30', 'Europe/London', '2026-07-27T14:30:00Z'],
    ['2026-07-27 15:30:00', 'Asia/Seoul', '2026-07-27T06:30:00Z'],
    ['2026.07.27', 'Asia/Seoul', '2026-07-26T15:00:00Z'],
    ['2026/07/27 15:30', 'Asia/Tokyo', '2026-07-27T06:30:00Z'],
    ['27.07.2026 15:30', 'Europe/Berlin', '2026-07-27T13:30:00Z'],
    ['27 июля 2026', 'Europe/Moscow', '2026-07-26T21:00:00Z'],
    ['2026年7月27日 15:30', 'Asia/Shanghai', '2026-07-27T07:30:00Z'],
    ['2026年7月27日 15時30分', 'Asia/Tokyo', '2026-07-27T06:30:00Z'],
    ['27 de julio de 2026 9:05', 'America/Mexico_City', '2026-07-27T15:05:00Z'],
    ['27 Temmuz 2026 15:30', 'Europe/Istanbul', '2026-07-27T12:30:00Z'],
    ['27 ก.ค. 2569 15:30', 'Asia/Bangkok', '2026-07-27T08:30:00Z'],
    ['27 tháng 7, 2026 15:30', 'Asia/Ho_Chi_Minh', '2026-07-27T08:30:00Z'],
    ['٢٧ يوليو ٢٠٢٦ ١٥:٣٠', 'Asia/Dubai', '2026-07-27T11:30:00Z'],
    ['July 27, 2026 3:30 PM', 'America/New_York', '2026-07-27T19:30:00Z'],
  ])('%s counts at home in %s', (text, home, expected) => {
    expect(iso(text, home)).toBe(expected);
    expect(parseDate(text, home)?.estimated).toBe(false);
  });

  test('and without a home is an estimate', () => {
    expect(parseDate('2026-07-27 15:30:00')?.estimated).toBe(true);
  });

  test('in Korean counts in Seoul, as an estimate', () => {
    expect(iso('2004년 05월 28일 01:31:15')).toBe('2004-05-27T16:31:15Z');
    expect(iso('2004-05-25 오후 11:23:17')).toBe('2004-05-25T14:23:17Z');
    expect(parseDate('2004년 05월 28일 01:31:15')?.estimated).toBe(true);
  });
});

describe('a zone', () => {
  test('that nobody knows lowers trust and is never silently UTC', () => {
    expect(parseDate('Mon, 27 Jul 2026 15:30:00 XQT')?.estimated).toBe(true);
    expect(iso('Mon, 27 Jul 2026 15:30:00 XQT', 'Asia/Seoul')).toBe('2026-07-27T06:30:00Z');
    expect(parseDate('Mon, 27 Jul 2026 15:30:00 XQT', 'Asia/Seoul')?.estimated).toBe(true);
  });

  test('with several meanings has that of the source', () => {
    expect(iso('Mon, 27 Jul 2026 15:30:00 CST')).toBe('2026-07-27T21:30:00Z');
    expect(iso('Mon, 27 Jul 2026 15:30:00 CST', 'Asia/Shanghai')).toBe('2026-07-27T07:30:00Z');
    expect(iso('Mon, 27 Jul 2026 15:30:00 IST', 'Asia/Jerusalem')).toBe('2026-07-27T10:00:00Z');
  });

  test('follows the clock change', () => {
    expect(iso('27 January 2026 15:30', 'Europe/London')).toBe('2026-01-27T15:30:00Z');
    expect(iso('27 July 2026 15:30', 'Europe/London')).toBe('2026-07-27T14:30:00Z');
  });
});

describe('what is no date', () => {
  test.each([
    '',
    'yesterday',
    'Thu, 01 Jan 1970 00:00:00 GMT',
    'Sun, 99 Jun 2009 12:00:00 GMT',
    '2003-12-31T25:14:55Z',
    '2003-12-31T10:61:55Z',
    'Sun, 16 zzz 2012 11:47:32 GMT',
    '2026-02-30',
    '0000-00-00 00:00:00',
    '2013-xx-27',
  ])('%p is none', (text) => {
    expect(parseDate(text)).toBeUndefined();
  });
});
