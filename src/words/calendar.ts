import { latinDigits } from './quantities.ts';

/** The days that a text names. */
export interface NamedDays {
  /** Months, 1 to 12. */
  readonly months: ReadonlySet<number>;
  /** "12-14": of a month (1 to 12) the day. */
  readonly days: ReadonlySet<string>;
  /** Days of the week, 0 (Sunday) to 6. */
  readonly weekdays: ReadonlySet<number>;
}

const MONTHS = Array.from({ length: 12 }, (_, at) => at);
const WEEKDAYS = Array.from({ length: 7 }, (_, at) => at);
/** Any date of that month; 4 January 1970 was a Sunday. */
const monthDate = (month: number): number => Date.UTC(2021, month, 15);
const weekdayDate = (weekday: number): number => Date.UTC(1970, 0, 4 + weekday);

const TIME_ZONE = 'UTC';
const SHORTEST = 3;

const literally = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

const partOf = (
  language: string,
  options: Intl.DateTimeFormatOptions,
  type: 'month' | 'weekday',
  at: number,
): string =>
  new Intl.DateTimeFormat(language, { timeZone: TIME_ZONE, ...options })
    .formatToParts(at)
    .find((part) => part.type === type)?.value ?? '';

/** Names of one month: long and short, alone and beside a day, as the language inflects them. */
const monthNames = (language: string, month: number): readonly string[] => {
  const styles: readonly Intl.DateTimeFormatOptions[] = [
    { month: 'long' },
    { month: 'long', day: 'numeric' },
    { month: 'short' },
    { month: 'short', day: 'numeric' },
  ];
  return styles
    .map((style) => partOf(language, style, 'month', monthDate(month)).replace(/\.$/, ''))
    .filter((name) => name.length >= SHORTEST && !/\d/.test(name));
};

/** "May" the month has a capital in English; elsewhere months are written small. */
const bounded = (names: readonly string[], language: string): RegExp => {
  if (names.length === 0) return /$^/g;
  const name = names.map(literally).join('|');
  return language.startsWith('en')
    ? new RegExp(`(?<!\\p{L})(?:${name})(?!\\p{L})`, 'gu')
    : new RegExp(`(?<!\\p{L})(?:${name})(?!\\p{L})`, 'giu');
};

const createNames = (language: string) => ({
  months: MONTHS.map((month) => bounded([...new Set(monthNames(language, month))], language)),
  weekdays: WEEKDAYS.map((weekday) =>
    bounded([partOf(language, { weekday: 'long' }, 'weekday', weekdayDate(weekday))], language),
  ),
});

const known = (language: string): string =>
  Intl.DateTimeFormat.supportedLocalesOf([language]).length > 0 ? language : 'en';

/** What months and days of the week are called in a language, in lower case. */
const dateWords = (language: string): readonly string[] =>
  [
    ...MONTHS.flatMap((month) => monthNames(known(language), month)),
    ...WEEKDAYS.map((weekday) =>
      partOf(known(language), { weekday: 'long' }, 'weekday', weekdayDate(weekday)),
    ),
  ].map((word) => word.toLowerCase());

/** "14 December", "December 14", "14 de diciembre", "14. Dezember" around the name of a month. */
const BEFORE = /(\d{1,2})(?:st|nd|rd|th|º|ª|\.|-го)?(?: de| of)? ?$/iu;
const AFTER = /^\.? (\d{1,2})(?![\d:]|[.,]\d)/u;
/** 12月14日, 12월 14일. */
const UNSPACED = /(\d{1,2})\s?[月월]\s?(?:(\d{1,2})\s?[日일号號])?/gu;
/** A day that goes on with the month named before: 12月14日…,15日. */
const BARE_DAY = /(?<![\d月월])\s?(\d{1,2})\s?[日일号號]/gu;
const ISO = /(?<!\d)(?:19|20)\d\d[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)/g;
/** 14.12.2021, 12/14/2021: either order. */
const NUMERIC = /(?<!\d)(\d{1,2})[./-](\d{1,2})[./-](?:19|20)?\d\d(?!\d)/g;

const YEAR_LENGTH = 4;

type Found = { readonly month: number; readonly day?: number };

type Names = ReturnType<typeof createNames>;

const byName = (line: string, { months }: Names): readonly Found[] =>
  months.flatMap((name, at) =>
    [...line.matchAll(name)].flatMap(({ 0: written, index }) => {
      const before = BEFORE.exec(line.slice(0, index))?.[1];
      const after = AFTER.exec(line.slice(index + written.length))?.[1];
      const days = [before, after].flatMap((day) => (day === undefined ? [] : [Number(day)]));
      return days.length === 0 ? [{ month: at + 1 }] : days.map((day) => ({ month: at + 1, day }));
    }),
  );

const bySign = (line: string): readonly Found[] => {
  const whole = [...line.matchAll(UNSPACED)].map(({ 1: month, 2: day, index }) => ({
    index,
    month: Number(month),
    ...(day === undefined ? {} : { day: Number(day) }),
  }));
  const bare = [...line.matchAll(BARE_DAY)].flatMap(({ 1: day, index }) => {
    const before = whole.findLast((one) => one.index < index);
    return before === undefined ? [] : [{ month: before.month, day: Number(day) }];
  });
  return [...whole, ...bare];
};

const byFigures = (line: string): readonly Found[] => [
  ...[...line.matchAll(ISO)].map(([, month, day]) => ({ month: Number(month), day: Number(day) })),
  ...[...line.matchAll(NUMERIC)].flatMap(([, one, other]) => [
    { month: Number(one), day: Number(other) },
    { month: Number(other), day: Number(one) },
  ]),
];

/** Reads the dates of texts. Names of months and days are made once for each language: there are hundreds. */
export const createCalendar = () => {
  const names = new Map<string, Names>();
  const words = new Map<string, readonly string[]>();
  const namesOf = (language: string): Names => {
    const made = names.get(language) ?? createNames(known(language));
    names.set(language, made);
    return made;
  };
  return {
    /** What months and days of the week are called in a language, in lower case. */
    words: (language: string): readonly string[] => {
      const made = words.get(language) ?? dateWords(language);
      words.set(language, made);
      return made;
    },
    /** The months, days and days of the week that a text names, in its language. */
    datesIn: (text: string, language: string): NamedDays => {
      const line = latinDigits(text);
      const own = namesOf(language);
      const found = [...byName(line, own), ...bySign(line), ...byFigures(line)];
      return {
        months: new Set(found.map(({ month }) => month)),
        days: new Set(found.flatMap(({ month, day }) => (day === undefined ? [] : [`${month}-${day}`]))),
        weekdays: new Set(own.weekdays.flatMap((name, at) => (line.search(name) >= 0 ? [at] : []))),
      };
    },
  };
};

export type Calendar = ReturnType<typeof createCalendar>;

/** A text without its days and months, which are held against those of another text; the years stay. */
export const withoutDates = (text: string): string =>
  latinDigits(text)
    .replace(UNSPACED, ' ')
    .replace(BARE_DAY, ' ')
    .replace(ISO, (date) => ` ${date.slice(0, YEAR_LENGTH)} `);
