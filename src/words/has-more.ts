import type { Source } from '../domain/incident.ts';
import type { Kind } from '../domain/taxonomy.ts';
import { anyMatches } from './any-matches.ts';
import { openingOf } from './opening.ts';
import type { Told } from './told.ts';

/** A number as headlines count: "17 exchanges", "124 foreign platforms", "17곳"; no part of a date, a sum or a range. */
const NUMBER = /(?<![a-z\d.,$€£¥₩-])\d{1,4}(?![\d%])/gi;
/** What is counted, where the language joins it to the number. */
const COUNTER = /^\+?\s?(?:곳|개\s?사|개\s?거래소|家|社|取引所)/u;
/** What is counted, as a word of its own after up to three others. */
const COUNTED =
  /^(?:exchange|platform|site|website|app|plataforma|corretora|бирж|borsa|منصة|منصات)(?:s|\p{L}{0,5})$/iu;
const MOST_WORDS = 4;
/** What ends a count: a mark, a larger unit, or a word that no adjective stands beside. */
const ENDS_COUNT =
  /[,.;:!?)。，；]$|^(?:million|billion|trillion|thousand|mln|bn|crore|lakh|the|a|an|as|after|and|because|before|by|for|from|in|its|of|on|or|since|that|to|when|which)$/iu;
/** A larger number is a year, or no number of exchanges. */
const MOST = 2000;
/** Long enough for as many words. */
const REACH = 80;

const isCounted = (after: string): boolean => {
  if (COUNTER.test(after)) return true;
  const words = after.replace('+', '').trimStart().split(/\s/, MOST_WORDS);
  const counted = words.findIndex((word) => COUNTED.test(word.replace(/[,.;:!?)]$/, '')));
  return counted >= 0 && !words.slice(0, counted).some((word) => ENDS_COUNT.test(word));
};

/** Numbers as English writes them out, before what is counted. */
const WRITTEN =
  /\b(two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|several|dozens)(?: \p{L}[\p{L}-]{1,19}){0,3} (?:exchanges|platforms|apps|sites|websites)\b/giu;
const VALUES = ['two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve'];
/** "Several" are more than are named. */
const MANY = 100;

const countOf = (word: string): number => {
  const at = VALUES.indexOf(word.toLowerCase());
  return at < 0 ? MANY : at + 2;
};

/** "Binance 등 17개": so many things of which one is named. */
const OF_SO_MANY = /등 ?(\d+)개/g;
/** "Exchanges including Binance", "Bybit, OKX, among other crypto exchanges", "Binance, 8 other crypto firms". */
const AND_MORE: readonly RegExp[] = [
  /\b(?:exchanges|platforms),? (?:including|such as|like)\b/i,
  /\b(?:\d{1,3}|two|three|four|five|six|seven|eight|nine|ten|several) (?:other|more) (?:\p{L}{1,20} ){0,2}(?:firms|companies|providers|entities)\b/iu,
  /\b(?:and|among) other (?:\p{L}{1,20} ){0,2}(?:exchanges|platforms|apps)\b/iu,
  /(?:और|व|एवं) \d{1,3} (?:अन्य|दूसरे|और)|외 ?\d{1,3}(?:곳|개)|(?:ほか|他|など)\d{1,3}社|等\d{1,3}[家个個]/u,
  /\b(?:y|e|et|und|en|dan|ve|và) (?:otr[oa]s|outr[oa]s|altr[ei]|weitere|andere)? ?\d{1,3} (?:otr[oa]s|outr[oa]s|autres|altr[ei]|weitere|andere|lainnya|diğer|sàn)\b/iu,
  /(?:и|та) (?:ещё|еще|ще) \d{1,3} |และอีก ?\d{1,3}|و ?\d{1,3} منصات/u,
];
/** Of these, what is listed may as well be coins. */
const OF_COINS = 'delisting';

const countsIn = (text: string, areExchanges: boolean): readonly number[] =>
  [...text.matchAll(NUMBER)]
    .filter(({ 0: number, index }) => isCounted(text.slice(index + number.length, index + REACH)))
    .map(([number]) => Number(number))
    .concat(
      [...text.matchAll(WRITTEN)].map(([, word = '']) => countOf(word)),
      areExchanges ? [...text.matchAll(OF_SO_MANY)].map(([, number]) => Number(number)) : [],
    );

/** A count outweighs words that only say that there are others. */
const countsMore = (source: Source, named: number, kind: Kind, areExamples: boolean): boolean => {
  const counts = countsIn(openingOf(source), kind !== OF_COINS).filter((count) => count > 1 && count < MOST);
  return counts.length > 0
    ? counts.some((count) => count > named)
    : areExamples || (kind !== OF_COINS && anyMatches(AND_MORE, source.title));
};

/** True where the sources count more exchanges than they name: the number of those named is not that of those touched. */
export const hasMore = ({
  exchanges,
  sources,
  measures: [{ kind }],
  areExamples = false,
  isOwnAct = false,
}: Told): boolean =>
  // Of an exchange's own act the others that are counted are those it is done to.
  !isOwnAct &&
  exchanges.length > 0 &&
  sources.some((source) => countsMore(source, exchanges.length, kind, areExamples));
