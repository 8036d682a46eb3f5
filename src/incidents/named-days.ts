import { DAY, type Instant } from '../domain/instant.ts';

/** The months in the languages that write them after or before the day. */
const MONTHS: readonly string[] = [
  'january|jan|enero|janvier|janeiro|januar|gennaio|января|січня|ocak|januari|styczeń|stycznia',
  'february|feb|febrero|février|fevereiro|februar|febbraio|февраля|лютого|şubat|februari|lutego',
  'march|mar|marzo|mars|março|märz|марта|березня|mart|maret|marca',
  'april|apr|abril|avril|aprile|апреля|квітня|nisan|kwietnia',
  'may|mayo|mai|maio|maggio|мая|травня|mayıs|mei|maja',
  'june|jun|junio|juin|junho|juni|giugno|июня|червня|haziran|czerwca',
  'july|jul|julio|juillet|julho|juli|luglio|июля|липня|temmuz|lipca',
  'august|aug|agosto|août|августа|серпня|ağustos|agustus|sierpnia',
  'september|sept|sep|septiembre|septembre|setembro|settembre|сентября|вересня|eylül|września',
  'october|oct|octubre|octobre|outubro|oktober|ottobre|октября|жовтня|ekim|października',
  'november|nov|noviembre|novembre|novembro|ноября|листопада|kasım|listopada',
  'december|dec|diciembre|décembre|dezembro|dezember|dicembre|декабря|грудня|aralık|desember|grudnia',
];

const isNear = (month: number, day: number, at: Instant): boolean => {
  const year = new Date(at).getUTCFullYear();
  return [-1, 0, 1].some(
    (offset) => Math.abs(Date.UTC(year + offset, month - 1, day) - at) <= NEWS_DAYS * DAY,
  );
};

/** "The SEC sued on 5 June" dates the news and no deadline. */
const NEWS_DAYS = 10;

const WRITTEN = MONTHS.map((names, at) => {
  const name = `(?:${names})(?!\\p{L})`;
  const dayFirst = `(?<![\\d.,])(\\d{1,2})(?:er|st|nd|rd|th|º|\\.)?\\s(?:de\\s|of\\s)?${name}`;
  const monthFirst = `(?<!\\p{L})${name}\\.?\\s(\\d{1,2})(?!\\d)`;
  return { month: at + 1, pattern: new RegExp(`${dayFirst}|${monthFirst}`, 'giu') };
});

/** `7月1日`, `7월 1일`. */
const COUNTED = /(?<!\d)(\d{1,2})\s?[月월]\s?(\d{1,2})\s?[日일]/gu;

/** Days of the year that a text names (`7-1`), but for those around its own publication. */
export const namedDaysIn = (text: string, publishedAt: Instant): ReadonlySet<string> => {
  const written = WRITTEN.flatMap(({ month, pattern }) =>
    [...text.matchAll(pattern)].map(([, first, second]) => [month, Number(first ?? second)] as const),
  );
  const counted = [...text.matchAll(COUNTED)].map(([, month, day]) => [Number(month), Number(day)] as const);
  const far = [...written, ...counted].filter(
    ([month, day]) => day >= 1 && day <= 31 && month <= 12 && !isNear(month, day, publishedAt),
  );
  return new Set(far.map(([month, day]) => `${month}-${day}`));
};
