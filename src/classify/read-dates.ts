import { DAY, type Instant, UNDATED } from '../domain/instant.ts';
import type { Stage } from '../domain/taxonomy.ts';
import type { Document } from './document.ts';
import type { CueMention } from './find-mentions.ts';
import { isLastDay } from './last-day.ts';
import { normaliseText } from './normalise-text.ts';

/** A calendar day that the text names, at 00:00 UTC: nobody's deadline comes with a zone. */
export interface DateMention {
  readonly at: Instant;
  readonly start: number;
  readonly end: number;
  /** The text gives the year itself. */
  readonly withYear: boolean;
  /** Told as a deadline by itself: `within 14 days`. */
  readonly isDeadline?: true;
}

/** Finds the days that a folded text tells. */
export type FindDates = (text: string, publishedAt: Instant) => readonly DateMention[];

/** Month names of one language, January first; each in several forms, of which a trailing `*` is any ending. */
export type Months = readonly (readonly string[])[];

interface DayParts {
  readonly year?: number;
  readonly month: number;
  readonly day: number;
}

const toInstant = (year: number, month: number, day: number): Instant | undefined => {
  const at = Date.UTC(year, month - 1, day);
  const date = new Date(at);
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day ? at : undefined;
};

/** How far back a date without a year may lie before it must mean the next year. */
const BACKWARD = 120 * DAY;

/** Of a day that is told without its year: the one nearest to publication, rather ahead than behind. */
export const inNearestYear = (
  dayOf: (year: number) => Instant | undefined,
  thisYear: number,
  publishedAt: Instant,
): Instant | undefined => {
  const at = dayOf(thisYear);
  return at !== undefined && at < publishedAt - BACKWARD ? dayOf(thisYear + 1) : at;
};

/** Thai papers count from the death of the Buddha: 2568 is 2025. */
const BUDDHIST = { from: 2400, ahead: 543 };

/** A year of our calendar. */
export const commonYear = (year: number): number => (year < BUDDHIST.from ? year : year - BUDDHIST.ahead);

/** None without its year where it is not known when it was told. */
const resolve = ({ year, month, day }: DayParts, publishedAt: Instant): Instant | undefined => {
  if (year !== undefined) return toInstant(commonYear(year), month, day);
  if (publishedAt === UNDATED) return undefined;
  const thisYear = new Date(publishedAt).getUTCFullYear();
  return inNearestYear((told) => toInstant(told, month, day), thisYear, publishedAt);
};

interface NumericWay {
  readonly pattern: RegExp;
  readonly parts: (match: readonly string[]) => DayParts;
}

const dayFirst: NumericWay['parts'] = ([, day, month, year]) => ({
  year: Number(year),
  month: Number(month),
  day: Number(day),
});

const NUMERIC: readonly NumericWay[] = [
  {
    pattern: /(?:(\d{4})\s?[年년]\s?)?(\d{1,2})\s?[月월]\s?(\d{1,2})\s?[日일号號]/g,
    parts: ([, year, month, day]) => ({
      ...(year !== undefined && { year: Number(year) }),
      month: Number(month),
      day: Number(day),
    }),
  },
  {
    pattern: /(?<!\d)(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)/g,
    parts: ([, year, month, day]) => ({ year: Number(year), month: Number(month), day: Number(day) }),
  },
  { pattern: /(?<!\d)(\d{1,2})\.(\d{1,2})\.(\d{4})(?!\d)/g, parts: dayFirst },
  // Americans put the month first: with a slash only a day that is no month tells which is which.
  { pattern: /(?<![\d/])(1[3-9]|2\d|3[01])\/(\d{1,2})\/(\d{4})(?![\d/])/g, parts: dayFirst },
  {
    pattern: /(?<![\d/])(\d{1,2})\/(1[3-9]|2\d|3[01])\/(\d{4})(?![\d/])/g,
    parts: ([, month, day, year]) => ({ year: Number(year), month: Number(month), day: Number(day) }),
  },
];

const ENDING = '*';

const escapeRegExp = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** The names as they stand in a folded text. */
export const foldMonths = (months: Months): Months =>
  months.map((forms) => forms.map((form) => normaliseText(form).text));

/** Any name of a month, as a piece of a pattern; the longest first. */
export const monthNames = (months: Months): string =>
  months
    .flat()
    .sort((a, b) => b.length - a.length)
    .map((form) =>
      form.endsWith(ENDING) ? String.raw`${escapeRegExp(form.slice(0, -1))}\p{L}*` : escapeRegExp(form),
    )
    .join('|');

/** `31 march 2026`, `march 31, 2026`, `31 de marzo`, `31st of march`: one pattern for each language, built once. */
const namedPattern = (months: Months): RegExp => {
  const names = monthNames(months);
  const day = String.raw`(\d{1,2})(?:st|nd|rd|th|er|º|ª|\.)?`;
  return new RegExp(
    String.raw`(?<![\p{L}\d])(?:${day}\s(?:de\s|of\s)?(${names})|(${names})\.?\s${day})(?![\p{L}\d])(?:,?\s(?:de\s)?(\d{4}))?`,
    'gu',
  );
};

/** The number of a month, January 1; 0 of a name that is none. */
export const monthOf = (months: Months, name: string): number =>
  months.findIndex((forms) =>
    forms.some((form) => (form.endsWith(ENDING) ? name.startsWith(form.slice(0, -1)) : name === form)),
  ) + 1;

const findNamed = (
  text: string,
  pattern: RegExp,
  months: Months,
): readonly (DayParts & { match: RegExpMatchArray })[] =>
  [...text.matchAll(pattern)].map((match) => ({
    ...(match[5] !== undefined && { year: Number(match[5]) }),
    month: monthOf(months, match[2] ?? match[3] ?? ''),
    day: Number(match[1] ?? match[4]),
    match,
  }));

/** Each way of writing a day has a number of one or two figures. */
const DAY_NUMBER = /(?<!\d)\d{1,2}(?!\d)/;

/** Finds the calendar days of a folded text. `written` are the months of its language. */
export const createDateFinder = (written: Months): FindDates => {
  const months = foldMonths(written);
  const pattern = months.length === 12 ? namedPattern(months) : undefined;
  return (text, publishedAt) => {
    if (!DAY_NUMBER.test(text)) return [];
    const found = [
      ...NUMERIC.flatMap(({ pattern: numeric, parts }) =>
        [...text.matchAll(numeric)].map((match) => ({ ...parts(match), match })),
      ),
      ...(pattern === undefined ? [] : findNamed(text, pattern, months)),
    ];
    return found.flatMap((parts) => {
      const at = resolve(parts, publishedAt);
      const start = parts.match.index ?? 0;
      const withYear = parts.year !== undefined;
      return at === undefined ? [] : [{ at, start, end: start + parts.match[0].length, withYear }];
    });
  };
};

/** How far before or after its day a word such as `by` or `until` may stand, in UTF-16 units. */
const DEADLINE_REACH = 30;
/** How near stands a word that makes the day that of a paper or of something past: `dated 3 March`, `a March 3 letter`. */
const DATED_REACH = 14;
/** How far before its day stands what else it may end: `comments are open until 30 April`. */
const CONSULTED_REACH = 45;
/** A measure bites within two years of its news; a day further off is another matter. */
const HORIZON = 730 * DAY;

const gapTo = (cue: CueMention, { start, end }: DateMention): number =>
  cue.start <= start ? start - cue.end : cue.start - end;

const isNear = (text: string, cue: CueMention, date: DateMention, reach: number): boolean => {
  const gap = gapTo(cue, date);
  // A day may have taken the full stop of its sentence: `April 2.`
  const between = text.slice(Math.min(cue.end, date.end - 1), Math.max(cue.start, date.start));
  return gap >= 0 && gap < reach && !/[.!?。]\s/.test(between);
};

/**
 * The day from which the measure bites, or by which people must have acted: a day after publication, rather one that a
 * word such as `by`, `from` or `until` leads to. Earlier days are datelines and background, and the day of a paper
 * (`dated`, `letter of`), of the end of a consultation or of the measure itself is none.
 */
export const readEffectiveAt = (
  { normal }: Document,
  dates: readonly DateMention[],
  cues: readonly CueMention[],
  stage: Stage,
  publishedAt: Instant,
): DateMention | undefined => {
  const ahead = dates.filter(({ at }) => at > publishedAt && at < publishedAt + HORIZON);
  const isLed = (date: DateMention, group: string, reach: number): boolean =>
    cues.some((cue) => cue.group === group && isNear(normal.text, cue, date, reach));
  const bounded = ahead.filter(
    (date) =>
      !isLed(date, 'dated', DATED_REACH) &&
      !isLed(date, 'consulted', CONSULTED_REACH) &&
      !isLastDay(normal.text, date),
  );
  const led =
    bounded.find((date) => isLed(date, 'deadline', DEADLINE_REACH)) ??
    bounded.find(({ isDeadline }) => isDeadline);
  // What is lifted has no day of effect ahead unless the text leads to it.
  return led ?? (stage === 'eased' ? undefined : bounded[0]);
};
