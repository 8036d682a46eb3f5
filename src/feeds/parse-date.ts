import type { Instant } from '../domain/instant.ts';
import { monthNumber } from './month-number.ts';
import { offsetOfZone, readZone, type WallTime } from './time-zones.ts';

export interface ParsedDate {
  readonly at: Instant;
  /** The text names no zone and the source has none, or it names one that nobody knows. */
  readonly estimated: boolean;
}

/** Feeds are younger; what claims to be older is an unset clock (1970) or another calendar. */
const EARLIEST_YEAR = 1990;
const LATEST_YEAR = 2100;
const MAX_LENGTH = 120;

interface Clock {
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
  /** The text without the time. */
  readonly rest: string;
  readonly zone: string;
}

interface Day {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

const ZEROS = [0x660, 0x6f0, 0x966, 0x9e6, 0xe50, 0xff10];

/** Digits of other scripts to ours. */
const latinDigits = (text: string): string =>
  text.replace(/\p{Nd}/gu, (digit) => {
    const code = digit.codePointAt(0) ?? 0;
    const zero = ZEROS.find((start) => code >= start && code <= start + 9);
    return zero === undefined ? digit : String(code - zero);
  });

const COMPACT =
  /^(?:(\d{4})(\d{2})(\d{2})(?:[T ]?(\d{2}):?(\d{2}):?(\d{2})?)?|(\d{4})-(\d{2})-(\d{2})T(\d{2})(\d{2})(\d{2})?)(?:[.,]\d+)?(?![\d])/;
const TIME = /(\d{1,2}):(\d{1,2})(?::(\d{1,2})(?:[.,:]\d+)?)?(?!\d)/;
const CJK_TIME = /(\d{1,2})\s*[時时시点點]\s*(?:(\d{1,2})\s*[分분])?\s*(?:(\d{1,2})\s*[秒초])?/;
const BARE_OFFSET_HOUR = /T(\d{1,2})(?=Z|[+-]\d|$)/;
const AFTERNOON = /\b[pP]\.?\s?[mM]\b\.?|오후|下午|午後|晚上|μμ|μ\.μ\./;
const MORNING = /\b[aA]\.?\s?[mM]\b\.?|오전|上午|午前|凌晨|早上|πμ|π\.μ\./;
const ZONE =
  /^\s*(?:(?:Uhr|hrs?\.?|часов|г\.|,)\s*)?(\(?(?:(?:GMT|UTC|UT|Z)?\s?[+\u2212-]\s?\d{1,2}:?(?:\d{2})?(?!\d)|[A-Za-z]{2,}\/[A-Za-z_/+-]+\d*|[A-Za-z]{1,5}(?![A-Za-z.])))/;

const toHour24 = (hour: number, text: string): number => {
  if (AFTERNOON.test(text) && hour < 12) return hour + 12;
  return MORNING.test(text) && hour === 12 ? 0 : hour;
};

const isZoneWord = (word: string): boolean =>
  !/^(?:am|pm|a|p|de|at|um|of)$/i.test(word) && monthNumber(word) === undefined;

/** Takes the time of day, and the zone that follows it, out of the text. */
const readClock = (text: string): Clock | undefined => {
  const match = TIME.exec(text) ?? CJK_TIME.exec(text) ?? BARE_OFFSET_HOUR.exec(text);
  if (match === null) return undefined;
  const behind = text.slice(match.index + match[0].length).replace(/^\s*(?:[AaPp]\.?\s?[Mm]\b\.?|μμ|πμ)/, '');
  const found = ZONE.exec(behind)?.[1] ?? '';
  const zone = isZoneWord(found.trim()) ? found.replace(/^\(/, '').trim() : '';
  const rest = `${text.slice(0, match.index)} ${zone === '' ? behind : behind.replace(found, ' ')}`;
  const hour = toHour24(Number(match[1]), text);
  return { hour, minute: Number(match[2] ?? 0), second: Number(match[3] ?? 0), rest, zone };
};

const fullYear = (digits: string): number => {
  const year = Number(digits);
  if (digits.length === 2) return year < 70 ? 2000 + year : 1900 + year;
  // The Buddhist era of Thai feeds.
  return year >= 2400 && year <= 2700 ? year - 543 : year;
};

const day = (year: string, month: number | undefined, date: string): Day | undefined =>
  month === undefined ? undefined : { year: fullYear(year), month, day: Number(date) };

type Layout = readonly [pattern: RegExp, read: (match: RegExpExecArray) => Day | undefined];

/** No month has more letters; without an end a long word would be tried from each of its letters. */
const WORD = "[\\p{L}\\p{M}][\\p{L}\\p{M}.'׳॰]{0,30}";
const group = (match: RegExpExecArray, index: number): string => match[index] ?? '';

/** Which of two numbers is the month cannot be seen where both could be: most of the world puts the day first. */
const dayAndMonth = (first: string, second: string, year: string): Day | undefined =>
  Number(second) > 12 ? day(year, Number(first), second) : day(year, Number(second), first);

const LAYOUTS: readonly Layout[] = [
  [/(\d{4})\s*[年년]\s*(\d{1,2})\s*[月월]\s*(\d{1,2})/, (m) => day(group(m, 1), Number(m[2]), group(m, 3))],
  [
    /(?<!\d)(\d{4})\s?[-/.\u2013]\s?0?(\d{1,2})\s?[-/.\u2013]\s?(\d{1,2})(?!\d)/,
    (m) => day(group(m, 1), Number(m[2]), group(m, 3)),
  ],
  [
    /(?<!\d)(\d{1,2})\s?[-/.]\s?(\d{1,2})\s?[-/.]\s?(\d{4}|\d{2})(?!\d)/,
    (m) => dayAndMonth(group(m, 1), group(m, 2), group(m, 3)),
  ],
  [
    /(?<!\d)(\d{1,2})\s+(?:tháng|thg)\s+(\d{1,2}),?\s+(?:năm\s+)?(\d{4})/iu,
    (m) => day(group(m, 3), Number(m[2]), group(m, 1)),
  ],
  [
    new RegExp(
      `(?<!\\d)(\\d{1,2})(?:st|nd|rd|th|er|º|\\.)?[\\s,-]*(?:de\\s+|of\\s+)?(${WORD})[\\s,-]*(?:de[l]?\\s+)?'?(\\d{4}|\\d{2})(?!\\d)`,
      'u',
    ),
    (m) => day(group(m, 3), monthNumber(group(m, 2)), group(m, 1)),
  ],
  [
    new RegExp(`(${WORD})[\\s-]*(\\d{1,2})(?:st|nd|rd|th)?[\\s,-]+(?:\\p{L}{1,30}\\s+)?(\\d{4})(?!\\d)`, 'u'),
    (m) => day(group(m, 3), monthNumber(group(m, 1)), group(m, 2)),
  ],
  [
    new RegExp(`(\\d{4})[\\s,.-]+(${WORD})[\\s-]*(\\d{1,2})(?!\\d)`, 'u'),
    (m) => day(group(m, 1), monthNumber(group(m, 2)), group(m, 3)),
  ],
  [/^\s*(\d{4})-?(\d{2})\s*$/, (m) => day(group(m, 1), Number(m[2]), '1')],
  [/^\s*(\d{4})\s*$/, (m) => day(group(m, 1), 1, '1')],
];

const readDay = (text: string): Day | undefined => {
  for (const [pattern, read] of LAYOUTS) {
    const match = pattern.exec(text);
    const found = match === null ? undefined : read(match);
    if (found !== undefined) return found;
  }
  return undefined;
};

const isPossible = ({ year, month, day: date, hour, minute, second }: WallTime): boolean => {
  const days = new Date(Date.UTC(year, month, 0)).getUTCDate();
  const dateHolds = month >= 1 && month <= 12 && date >= 1 && date <= days;
  return (
    dateHolds && year >= EARLIEST_YEAR && year <= LATEST_YEAR && hour <= 24 && minute <= 59 && second <= 60
  );
};

/** Korean is written in one time zone. */
const zoneOfScript = (text: string): string | undefined =>
  /\p{Script=Hangul}/u.test(text) ? 'Asia/Seoul' : undefined;

const instantOf = (time: WallTime, zone: string, home: string | undefined, text: string): ParsedDate => {
  const wall = Date.UTC(
    time.year,
    time.month - 1,
    time.day,
    time.hour,
    time.minute,
    Math.min(time.second, 59),
  );
  const named = zone === '' ? undefined : readZone(zone, time, home);
  if (named !== undefined) return { at: wall - named.offset, estimated: !named.certain };
  const atHome = home === undefined ? undefined : offsetOfZone(home, time);
  if (atHome !== undefined) return { at: wall - atHome, estimated: zone !== '' };
  const ofScript = zoneOfScript(text);
  return { at: wall - ((ofScript && offsetOfZone(ofScript, time)) || 0), estimated: true };
};

/** `20040708T225658Z` and `2004-07-08T225658Z`, whose parts no mark divides. */
const readCompact = (text: string): { readonly day: Day; readonly clock: Clock } | undefined => {
  const match = COMPACT.exec(text);
  if (match === null) return undefined;
  const parts = match[1] === undefined ? match.slice(7) : match.slice(1, 7);
  const [year = '', month, date = '', hour = '0', minute = '0', second = '0'] = parts;
  const zone = ZONE.exec(text.slice(match[0].length))?.[1]?.trim() ?? '';
  const clock = { hour: Number(hour), minute: Number(minute), second: Number(second), rest: '', zone };
  return { day: { year: fullYear(year), month: Number(month), day: Number(date) }, clock };
};

const MIDNIGHT = { hour: 0, minute: 0, second: 0, zone: '' };

/** What the standards ask for, day and zone complete: the platform reads it right, and most dates are such. */
const STANDARD =
  /^(?:[A-Z][a-z]{2}, \d{1,2} [A-Z][a-z]{2} \d{4} \d{2}:\d{2}(?::\d{2})? (?:GMT|[+-]\d{4})|\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?(?:Z|[+-]\d{2}:\d{2}))$/;
const EARLIEST: Instant = Date.UTC(EARLIEST_YEAR, 0, 1);
const LATEST: Instant = Date.UTC(LATEST_YEAR, 0, 1);

const readStandard = (text: string): ParsedDate | undefined => {
  const at = STANDARD.test(text) ? Date.parse(text) : Number.NaN;
  return at >= EARLIEST && at < LATEST ? { at, estimated: false } : undefined;
};

/**
 * Reads a date in the layouts and languages of feeds. `home` is the source's IANA zone, used where the text names
 * none; without it the date counts as UTC and as estimated. Undefined for what is no date, or before 1990.
 */
export const parseDate = (raw: string, home?: string): ParsedDate | undefined => {
  const standard = readStandard(raw.trim());
  if (standard !== undefined) return standard;
  const text = latinDigits(raw.trim().slice(0, MAX_LENGTH)).replace(/\s+/g, ' ');
  const compact = readCompact(text);
  const clock = compact?.clock ?? readClock(text);
  const date = compact?.day ?? readDay(clock?.rest.replace(/(?<=\d)T\s*$/, '') ?? text);
  if (date === undefined) return undefined;
  const { hour, minute, second, zone } = clock ?? { ...MIDNIGHT };
  const time = { ...date, hour, minute, second };
  return isPossible(time) ? instantOf(time, zone, home, text) : undefined;
};
