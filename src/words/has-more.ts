import type { Incident } from '../domain/incident.ts';

/** "17 exchanges", "17곳", "124 foreign platforms", "三十" is left alone: a number and what is counted, in the titles' languages. */
const COUNTED =
  /(?<![\d.,-])(\d{1,4})\+?\s*(?:곳|개|家|家以上|社|取引所|(?:[\p{L}-]+\s){0,3}(?:exchanges?|platforms?|sites?|websites?|apps?|plataformas?|corretoras?|бирж\p{L}*|platform\p{L}*|borsa\p{L}*|منصة|منصات))(?![\p{L}\d])/giu;

const countsIn = (text: string): readonly number[] =>
  [...text.matchAll(COUNTED)].map(([, count]) => Number(count));

/** True where the sources count more exchanges than they name: the number of those named is not that of those touched. */
export const hasMore = ({ exchanges, sources }: Incident): boolean =>
  exchanges.length > 0 &&
  sources.some(({ title, text }) =>
    countsIn(`${title}\n${text.slice(0, 1000)}`).some((count) => count > exchanges.length && count < 2000),
  );
