import type { Catalogue } from '../domain/catalogue.ts';
import type { Incident, Source } from '../domain/incident.ts';
import { namesOf } from '../domain/names-of.ts';
import { KINDS } from '../domain/taxonomy.ts';
import { cuesIn } from './cues-in.ts';
import { findFirst } from './find-name.ts';
import { BY_EXCHANGE } from './kinds-by-actor.ts';
import { openingOf } from './opening.ts';

/**
 * True where one thing is done to one exchange and another to the next: "fines Bybit, bars KuCoin". It is looked for
 * where the kind is told: in the title, else in the first sentence.
 */
export const areToldApart = (
  source: Source,
  { exchanges, measures: [{ kind }] }: Incident,
  { exchanges: all, taxonomy }: Catalogue,
): boolean => {
  if (exchanges.length < 2) return false;
  const { language } = source;
  const title = source.title.toLowerCase();
  const isTitled = findFirst(title, cuesIn(taxonomy.cues[kind] ?? {}, language)) >= 0;
  const line = isTitled ? title : openingOf(source).slice(title.length);
  const stands = all
    .filter(({ id }) => exchanges.includes(id))
    .map((one) => findFirst(line, namesOf(one)))
    .filter((at) => at >= 0)
    .toSorted((one, other) => one - other);
  // Where each halts something, "A halts trading, B withdrawals", one word is true of all.
  const isHalt = kind === 'service-halt';
  const rivals = KINDS.filter((one) => !isHalt || !BY_EXCHANGE.includes(one));
  const cues = rivals.flatMap((kind) => cuesIn(taxonomy.cues[kind] ?? {}, language));
  return stands.some((start, index) => {
    const before = stands[index - 1];
    return before !== undefined && findFirst(line.slice(before, start), cues) > 0;
  });
};
