import { DAY, HOUR, type Instant, UNDATED } from '../domain/instant.ts';
import { normaliseText } from './normalise-text.ts';
import type { PeriodWords } from './period-words.ts';
import {
  commonYear,
  type DateMention,
  type FindDates,
  foldMonths,
  inNearestYear,
  type Months,
  monthNames,
  monthOf,
} from './read-dates.ts';

/** What one way of telling a day gave. `month` is 1 to 12. */
interface Told {
  readonly year?: number;
  readonly month?: number;
  readonly day?: number;
}

/** The day of publication where the text was written, its month 0 to 11; without what differs within the language's zones. */
interface Today {
  readonly year: number;
  readonly month: number;
  readonly day?: Instant;
}

type Way = Exclude<keyof PeriodWords, 'zone' | 'joined' | 'leads' | 'follows' | 'not' | 'notThen'>;

const endOfMonth = (year: number, month: number): Instant => Date.UTC(year, month + 1, 0);

const dayOfMonth = (year: number, month: number, day: number): Instant | undefined => {
  const at = Date.UTC(year, month, day);
  return new Date(at).getUTCDate() === day ? at : undefined;
};

const endOfNamed = ({ year, month = 1 }: Told, today: Today, publishedAt: Instant): Instant | undefined =>
  year === undefined
    ? inNearestYear((told) => endOfMonth(told, month - 1), today.year, publishedAt)
    : endOfMonth(commonYear(year), month - 1);

/** The day that each way of telling means, at 00:00 UTC. */
const RESOLVERS: Readonly<
  Record<Way, (told: Told, today: Today, publishedAt: Instant) => Instant | undefined>
> = {
  month: endOfNamed,
  year: ({ year = 0 }) => endOfMonth(commonYear(year), 11),
  thisMonth: (_, { year, month }) => endOfMonth(year, month),
  nextMonth: (_, { year, month }) => endOfMonth(year, month + 1),
  thisYear: (_, { year }) => endOfMonth(year, 11),
  tomorrow: (_, { day }) => (day === undefined ? undefined : day + DAY),
  dayOfThis: ({ day = 0 }, { year, month }) => dayOfMonth(year, month, day),
  dayOfNext: ({ day = 0 }, { year, month }) => dayOfMonth(year, month + 1, day),
  comingDay: ({ day = 0 }, { year, month, day: today }) => {
    if (today === undefined) return undefined;
    const thisMonth = dayOfMonth(year, month, day);
    return thisMonth !== undefined && thisMonth > today ? thisMonth : dayOfMonth(year, month + 1, day);
  },
};

const WAYS = Object.keys(RESOLVERS) as readonly Way[];

/** Those of an end, which other words may move: `the end of the month`, `of last month`. */
const ENDS: ReadonlySet<Way> = new Set(['month', 'year', 'thisMonth', 'nextMonth', 'thisYear']);

const ENDS_OF_YEARS: ReadonlySet<Way> = new Set(['year', 'thisYear']);

const BESIDE_A_LEAD = '!';

/** A piece of `period-words.ts` as a piece of a pattern on folded text. Its gaps are numbered from `first`: names of groups differ. */
const toPiece = (form: string, names: string, first = 0): string => {
  const parts: Readonly<Record<string, string>> = {
    names,
    month: names,
    year: String.raw`\d{4}`,
    day: String.raw`\d{1,2}`,
  };
  let number = first;
  return normaliseText(form)
    .text.replaceAll(' ', String.raw`\s`)
    .replace(/\{(names|year|month|day)\}/g, (_, part: string) => {
      number += 1;
      return part === 'names' ? `(?:${names})` : `(?<${part}_${number}>${parts[part]})`;
    });
};

/** More gaps than one form has. */
const GAPS = 10;

/** Groups: `lead`, `follow`, `must` (counts only beside one of them), `year_1`, `month_2`, ... */
const compile = (way: Way, words: PeriodWords, names: string): RegExp => {
  const forms = words[way] ?? [];
  const piece = (form: string, index: number): string => toPiece(form, names, index * GAPS);
  const isBound = (form: string): boolean => form.startsWith(BESIDE_A_LEAD);
  const pieces = forms.map((form, index) =>
    isBound(form) ? `(?<must_${index}>${piece(form.slice(1), index)})` : piece(form, index),
  );
  const gap = words.joined ? '' : String.raw`\s`;
  const edge = words.joined ? '' : String.raw`(?<![\p{L}\p{M}\d])`;
  const edgeAfter = words.joined ? '' : String.raw`(?![\p{L}\p{M}\d])`;
  const not = words.not === undefined ? '' : `(?<!(?:${toPiece(words.not, names)})${gap})`;
  const lead = words.leads === undefined ? '' : `(?<lead>(?:${toPiece(words.leads, names)})${gap})?`;
  const told = pieces.join('|');
  const notThen = words.notThen === undefined || !ENDS.has(way) ? '' : `(?!${toPiece(words.notThen, names)})`;
  const follow = words.follows === undefined ? '' : `(?<follow>${gap}(?:${toPiece(words.follows, names)}))?`;
  return new RegExp(`${edge}${not}${lead}(?:${told})${notThen}${follow}${edgeAfter}`, 'gu');
};

type Groups = Readonly<Record<string, string | undefined>>;

/** The group of a part, whichever form it was found in. */
const groupOf = (groups: Groups, part: string): string | undefined =>
  Object.entries(groups).find(([name, value]) => value !== undefined && name.split('_')[0] === part)?.[1];

const toldIn = (groups: Groups, months: Months): Told => {
  const [year, month, day] = ['year', 'month', 'day'].map((part) => groupOf(groups, part));
  return {
    ...(year !== undefined && { year: Number(year) }),
    ...(month !== undefined && { month: monthOf(months, month.replace(/(?<=\d)\s/, '')) }),
    ...(day !== undefined && { day: Number(day) }),
  };
};

const todayIn = ([west, east]: PeriodWords['zone'], publishedAt: Instant): Today | undefined => {
  const [first, last] = [west, east].map((hours) => Math.floor((publishedAt + hours * HOUR) / DAY) * DAY);
  if (first === undefined || last === undefined) return undefined;
  const date = new Date(first);
  if (first === last) return { year: date.getUTCFullYear(), month: date.getUTCMonth(), day: first };
  const isSameMonth = date.getUTCMonth() === new Date(last).getUTCMonth();
  return isSameMonth ? { year: date.getUTCFullYear(), month: date.getUTCMonth() } : undefined;
};

/** How far ahead a day may lie: a month without its year, further off, is as soon one of the past. */
const AHEAD = 120 * DAY;
/** The same where a word such as `by` leads to it and it lies in the next year. */
const LED_AHEAD = 183 * DAY;

/** What the end of a text tells of this month is more often told of that of another story; in UTF-16 units. */
const OPENING = 1_200;

const SENTENCE = { before: 200, after: 60 };

/** "To $100,000 by the end of the year": what an amount goes with is a forecast. */
const AMOUNT = /[$€£¥₩₿]\s?\d|\d\s?[%$€]/;

const YEARS = /(?<!\d)(?:19|20)\d\d(?!\d)/g;

const sentenceAround = (text: string, { start, end }: Match): string => {
  const before =
    text
      .slice(Math.max(0, start - SENTENCE.before), start)
      .split(/[.!?。\n]/)
      .at(-1) ?? '';
  const [after = ''] = text.slice(end, end + SENTENCE.after).split(/[.!?。\n]/);
  return `${before} ${after}`;
};

/** A sentence that names an earlier year tells of what was: "in 2017 all were told to close by the end of October". */
const isOfEarlierYear = (sentence: string, year: number): boolean =>
  [...sentence.matchAll(YEARS)].some(([told]) => Number(told) < year);

interface Match {
  readonly way: Way;
  readonly groups: Groups;
  readonly start: number;
  readonly end: number;
}

const matchesOf = (text: string, way: Way, pattern: RegExp): readonly Match[] =>
  [...text.matchAll(pattern)].map((match) => ({
    way,
    groups: match.groups ?? {},
    start: match.index,
    end: match.index + match[0].length,
  }));

/** Told as a deadline or a beginning by the words around it. */
const isLed = ({ way, groups }: Match): boolean =>
  way === 'tomorrow' || groups.lead !== undefined || groups.follow !== undefined;

const isNearEnough = (
  at: Instant,
  match: Match,
  { year }: Told,
  today: Today,
  publishedAt: Instant,
): boolean => {
  if (at < publishedAt + AHEAD) return true;
  const isOfThisYear = new Date(at).getUTCFullYear() === today.year;
  return isLed(match) && (year !== undefined || isOfThisYear || at < publishedAt + LED_AHEAD);
};

/** Whether a match stands where it tells of what this news brings. */
const isToldHere = (text: string, match: Match, { year, month }: Told, today: Today): boolean => {
  if (!isLed(match) && groupOf(match.groups, 'must') !== undefined) return false;
  const sentence = sentenceAround(text, match);
  if (ENDS_OF_YEARS.has(match.way) && AMOUNT.test(sentence)) return false;
  if (year !== undefined) return true;
  return (month !== undefined || match.start <= OPENING) && !isOfEarlierYear(sentence, today.year);
};

/**
 * Finds days that a text tells by where they stand in the month or year of its publication (`by the end of March`,
 * `from tomorrow`, `내달 1일`), each at 00:00 UTC. The text is folded; `words` and `written`, the months, are those of its language.
 */
export const createPeriodEndFinder = (words: PeriodWords, written: Months): FindDates => {
  const months = foldMonths(written);
  if (months.length !== 12) return () => [];
  const names = monthNames(months).replace(/(?<=\d)(?=[月월])/g, String.raw`\s?`);
  const patterns = WAYS.filter((way) => words[way] !== undefined).map((way) => ({
    way,
    pattern: compile(way, words, names),
  }));
  return (text, publishedAt) => {
    const today = publishedAt === UNDATED ? undefined : todayIn(words.zone, publishedAt);
    if (today === undefined) return [];
    return patterns
      .flatMap(({ way, pattern }) => matchesOf(text, way, pattern))
      .flatMap((match): readonly DateMention[] => {
        const told = toldIn(match.groups, months);
        const at = RESOLVERS[match.way](told, today, publishedAt);
        if (at === undefined || !isNearEnough(at, match, told, today, publishedAt)) return [];
        if (!isToldHere(text, match, told, today)) return [];
        const isDeadline = isLed(match);
        const { start, end } = match;
        return [{ at, start, end, withYear: true, ...(isDeadline && { isDeadline }) }];
      });
  };
};
