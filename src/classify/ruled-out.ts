import { isKind } from '../domain/taxonomy.ts';
import { idsOf } from './exchange-mentions.ts';
import type { CueMention, ExchangeMention } from './find-mentions.ts';

const REACH = 4;
/** Said of no one whom a measure is about: "sites blocked, Binance unaffected". */
const SPARED: ReadonlySet<string> = new Set(['unaffected', 'not affected', 'unscathed']);

const isSpared = (mention: ExchangeMention, cues: readonly CueMention[]): boolean =>
  cues.some(
    ({ clause, token, cue }) =>
      clause === mention.clause &&
      token >= mention.tokenEnd &&
      token - mention.tokenEnd < REACH &&
      SPARED.has(cue.pattern),
  );

const isRuledOutBy = (mention: ExchangeMention, cues: readonly CueMention[]): boolean => {
  const clause = cues.filter((cue) => cue.clause === mention.clause);
  const denied = clause.some(
    ({ group, token }) =>
      group === 'negation' && token >= mention.tokenEnd && token - mention.tokenEnd < REACH,
  );
  return denied && !clause.some(({ group }) => isKind(group));
};

/**
 * Exchanges of which the entry says that they are not meant: "OKX is not on the list", "Kraken is not affected".
 * None where nobody else is named: then the sentence is about them ("Binance is no longer allowed to …"), unless it
 * says in so many words that they are spared.
 */
export const ruledOut = (
  exchanges: readonly ExchangeMention[],
  cues: readonly CueMention[],
): ReadonlySet<string> => {
  const out = idsOf(exchanges.filter((mention) => isRuledOutBy(mention, cues)));
  if (exchanges.some(({ exchange }) => !out.has(exchange.id))) return out;
  return idsOf(exchanges.filter((mention) => out.has(mention.exchange.id) && isSpared(mention, cues)));
};
