import type { Catalogue } from '../domain/catalogue.ts';
import type { Source } from '../domain/incident.ts';
import { KINDS } from '../domain/taxonomy.ts';
import { cuesIn } from './cues-in.ts';
import { findFirst } from './find-name.ts';

/** True where a title does one thing to one exchange and another to the next: "fines Bybit, bars KuCoin". */
export const areToldApart = (
  { title, language }: Pick<Source, 'title' | 'language'>,
  exchanges: readonly string[],
  { exchanges: all, taxonomy }: Catalogue,
): boolean => {
  if (exchanges.length < 2) return false;
  const line = title.toLowerCase();
  const stands = all
    .filter(({ id }) => exchanges.includes(id))
    .map(({ name, aliases }) => findFirst(line, [name, ...aliases.map(({ text }) => text)]))
    .filter((at) => at >= 0)
    .toSorted((one, other) => one - other);
  const cues = KINDS.flatMap((kind) => cuesIn(taxonomy.cues[kind] ?? {}, language));
  return stands.some((start, index) => {
    const before = stands[index - 1];
    return before !== undefined && findFirst(line.slice(before, start), cues) > 0;
  });
};
