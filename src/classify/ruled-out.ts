import { KINDS } from '../domain/taxonomy.ts';
import type { CueMention, ExchangeMention } from './find-mentions.ts';

const REACH = 4;
const KIND_NAMES: ReadonlySet<string> = new Set(KINDS);

const isRuledOutBy = (mention: ExchangeMention, cues: readonly CueMention[]): boolean => {
  const clause = cues.filter((cue) => cue.clause === mention.clause);
  const denied = clause.some(
    ({ group, token }) =>
      group === 'negation' && token >= mention.tokenEnd && token - mention.tokenEnd < REACH,
  );
  return denied && !clause.some(({ group }) => KIND_NAMES.has(group));
};

/**
 * Exchanges of which the entry says that they are not meant: "OKX is not on the list", "Kraken is not affected".
 * None where nobody else is named: then the sentence is about them ("Binance is no longer allowed to …").
 */
export const ruledOut = (
  exchanges: readonly ExchangeMention[],
  cues: readonly CueMention[],
): ReadonlySet<string> => {
  const out = new Set(
    exchanges.filter((mention) => isRuledOutBy(mention, cues)).map(({ exchange }) => exchange.id),
  );
  return exchanges.some(({ exchange }) => !out.has(exchange.id)) ? out : new Set();
};
