import type { Catalogue } from '../domain/catalogue.ts';
import type { Incident, Source } from '../domain/incident.ts';
import { namesOf } from '../domain/names-of.ts';
import { KINDS } from '../domain/taxonomy.ts';
import { cuesIn } from './cues-in.ts';
import { findFirst } from './find-name.ts';
import { BY_EXCHANGE } from './kinds-by-actor.ts';
import { openingOf } from './opening.ts';

/**
 * True where a title or a first sentence tells of one thing that is done to one exchange and of another that is done to
 * the next: "fines Bybit, bars KuCoin".
 */
export const areToldApart = (
  source: Source,
  { exchanges, measures: [{ kind }] }: Incident,
  { exchanges: all, taxonomy }: Catalogue,
): boolean => {
  if (exchanges.length < 2) return false;
  const { language } = source;
  const title = source.title.toLowerCase();
  const named = all.filter(({ id }) => exchanges.includes(id));
  // Where each halts something, "A halts trading, B withdrawals", one word is true of all.
  const isHalt = kind === 'service-halt';
  const rivals = KINDS.filter((one) => !isHalt || !BY_EXCHANGE.includes(one));
  const cues = rivals.flatMap((kind) => cuesIn(taxonomy.cues[kind] ?? {}, language));
  const isApartIn = (line: string): boolean => {
    const stands = named
      .map((one) => findFirst(line, namesOf(one)))
      .filter((at) => at >= 0)
      .toSorted((one, other) => one - other);
    return stands.some((start, index) => {
      const before = stands[index - 1];
      return before !== undefined && findFirst(line.slice(before, start), cues) > 0;
    });
  };
  return [title, openingOf(source).slice(title.length)].some(isApartIn);
};
