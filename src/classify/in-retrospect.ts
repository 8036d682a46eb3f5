import type { Document } from './document.ts';
import { idsOf } from './exchange-mentions.ts';
import type { ExchangeMention, Mentions } from './find-mentions.ts';

/**
 * Exchanges that the entry only looks back on: the title names others, and each sentence that names them speaks of what
 * was before and of none of those in the title ("Kraken left the country in 2018").
 */
export const inRetrospect = ({ tokens }: Document, { exchanges, cues }: Mentions): ReadonlySet<string> => {
  const sentenceOf = ({ token }: { readonly token: number }): number => tokens[token]?.sentence ?? 0;
  const titled = idsOf(exchanges.filter(({ inTitle }) => inTitle));
  if (titled.size === 0) return new Set();
  const ofTitled = new Set(exchanges.filter(({ exchange }) => titled.has(exchange.id)).map(sentenceOf));
  const ofPast = new Set(cues.filter(({ group }) => group === 'background').map(sentenceOf));
  const isPast = (mention: ExchangeMention): boolean =>
    !ofTitled.has(sentenceOf(mention)) && ofPast.has(sentenceOf(mention));
  const present = idsOf(exchanges.filter((mention) => !isPast(mention)));
  return new Set([...idsOf(exchanges)].filter((id) => !present.has(id)));
};
