import { idsOf } from './exchange-mentions.ts';
import type { CueMention, ExchangeMention } from './find-mentions.ts';

/** Only the name that the word leads to: `exchanges other than Binance`, `Binance dışındaki borsalar`. */
const REACH = 2;

const isExceptedBy = (mention: ExchangeMention, cue: CueMention): boolean => {
  if (cue.clause !== mention.clause) return false;
  if (cue.group === 'excepted-after')
    return cue.tokenEnd <= mention.token && mention.token - cue.tokenEnd < REACH;
  return (
    cue.group === 'excepted-before' && cue.token >= mention.tokenEnd && cue.token - mention.tokenEnd < REACH
  );
};

/** Exchanges that the entry takes out of what it says: they are not meant, even where no other is named. */
export const excepted = (
  exchanges: readonly ExchangeMention[],
  cues: readonly CueMention[],
): ReadonlySet<string> =>
  idsOf(exchanges.filter((mention) => cues.some((cue) => isExceptedBy(mention, cue))));
