import type { Incident } from '../domain/incident.ts';

/** A number and what is counted, as headlines count: "17 exchanges", "124 foreign platforms", "17곳". */
const COUNTED =
  /(?<![\d.,-])(\d{1,4})\+?\s*(?:곳|개\s?(?:사|거래소)|家|社|取引所|(?:[\p{L}-]+\s){0,3}(?:exchanges?|platforms?|sites?|websites?|apps?|plataformas?|corretoras?|бирж\p{L}*|platform\p{L}*|borsa\p{L}*|منصة|منصات)(?!\p{L}))/giu;

const countsIn = (text: string): readonly number[] =>
  [...text.matchAll(COUNTED)].map(([, count]) => Number(count));

/** True where the sources count more exchanges than they name: the number of those named is not that of those touched. */
export const hasMore = ({ exchanges, sources }: Incident): boolean =>
  exchanges.length > 0 &&
  sources.some(({ title, text }) =>
    countsIn(`${title}\n${text.slice(0, 1000)}`).some((count) => count > exchanges.length && count < 2000),
  );
