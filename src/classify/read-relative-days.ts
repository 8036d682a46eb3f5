import { DAY, type Instant, UNDATED } from '../domain/instant.ts';
import type { DateMention } from './read-dates.ts';

/** Days of a unit, by what its word begins with, in the languages that put a word such as `within` before the number. */
const UNITS: readonly (readonly [days: number, beginnings: string])[] = [
  [1, 'day|tag|día|dia|jour|giorn|dni|dzień|дн|день|dag|hari|ngày|วัน|يوم|أيام|ايام|روز'],
  [
    7,
    'week|woche|seman|semaine|settiman|tygod|недел|тижн|weken|minggu|pekan|tuần|สัปดาห์|أسبوع|اسبوع|أسابيع|هفته',
  ],
  [30, 'month|monat|mes|mês|mois|miesi|месяц|місяц|maand|bulan|tháng|เดือน|شهر|أشهر|ماه'],
];

/** The same of those that put it after (`14日以内`, `14 gün içinde`). */
const SUFFIXED =
  /(?<!\d)(\d{1,3})\s?(日|天|일|gün|दिन)(?:以内|以內|之内|之內|内|內|\s?이내|\s?안에|\s?içinde|ों? के भीतर)/g;

const WITHIN =
  'within|innerhalb von|binnen|dans un délai de|sous|en un plazo de|dentro de|em até|no prazo de|entro|w ciągu|в течение|протягом|dalam waktu|dalam|trong vòng|ภายใน|خلال|ظرف';

const BEGINNINGS = UNITS.map(([, beginnings]) => beginnings).join('|');

const PREFIXED = new RegExp(String.raw`(?:^|[^\p{L}])(?:${WITHIN})\s?(\d{1,3})\s?(${BEGINNINGS})`, 'gu');

/** Longer than two years is no deadline. */
const LONGEST = 730;

const daysOf = (unit: string): number =>
  UNITS.find(([, beginnings]) => beginnings.split('|').includes(unit))?.[0] ?? 1;

/** Deadlines told in days from publication (`within 14 days`), each at 00:00 UTC of its day; none where that is not known. */
export const readRelativeDays = (text: string, publishedAt: Instant): readonly DateMention[] => {
  if (publishedAt === UNDATED || !/\d/.test(text)) return [];
  const today = Math.floor(publishedAt / DAY) * DAY;
  return [...text.matchAll(PREFIXED), ...text.matchAll(SUFFIXED)].flatMap((match) => {
    const days = Number(match[1]) * daysOf(match[2] ?? '');
    const start = match.index + (/^[\p{L}\d]/u.test(match[0]) ? 0 : 1);
    const end = match.index + match[0].length;
    if (days === 0 || days > LONGEST) return [];
    return [{ at: today + days * DAY, start, end, withYear: true, isDeadline: true }];
  });
};
