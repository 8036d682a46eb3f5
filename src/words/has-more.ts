import type { Incident } from '../domain/incident.ts';

/** A number as headlines count: "17 exchanges", "124 foreign platforms", "17곳"; no part of a date, a sum or a range. */
const NUMBER = /(?<![\d.,-])\d{1,4}(?!\d)/g;
/** What is counted, where the language joins it to the number. */
const COUNTER = /^\+?\s?(?:곳|개\s?사|개\s?거래소|家|社|取引所)/u;
/** What is counted, as a word of its own after up to three others. */
const COUNTED =
  /^(?:exchange|platform|site|website|app|plataforma|corretora|бирж|borsa|منصة|منصات)(?:s|\p{L}{0,5})$/iu;
const MOST_WORDS = 4;
/** Long enough for as many words. */
const REACH = 80;

const isCounted = (after: string): boolean =>
  COUNTER.test(after) ||
  after
    .replace('+', '')
    .trimStart()
    .split(/\s/, MOST_WORDS)
    .some((word) => COUNTED.test(word.replace(/[,.;:!?)]$/, '')));

const countsIn = (text: string): readonly number[] =>
  [...text.matchAll(NUMBER)]
    .filter(({ 0: number, index }) => isCounted(text.slice(index + number.length, index + REACH)))
    .map(([number]) => Number(number));

/** True where the sources count more exchanges than they name: the number of those named is not that of those touched. */
export const hasMore = ({ exchanges, sources }: Incident): boolean =>
  exchanges.length > 0 &&
  sources.some(({ title, text }) =>
    countsIn(`${title}\n${text.slice(0, 1000)}`).some((count) => count > exchanges.length && count < 2000),
  );
