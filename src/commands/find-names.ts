import { fold } from './fold.ts';
import type { Lexicon } from './lexicon.ts';
import type { Meaning } from './meaning.ts';
import { createPrefixIndex } from './prefix-index.ts';

export type Named = 'exchange' | 'place' | 'kind';

/** Those of which a name, in any language, begins as typed; best first. */
export type FindNames = (what: Named, typed: string) => readonly Meaning[];

export const keyOf = (meaning: Meaning): string => JSON.stringify(meaning);

/** The meanings of a dimension in the order of the catalogue, each with all its names. */
const namesOf = (is: Meaning['is'], lexicon: Lexicon) => {
  const rows = new Map<string, { readonly value: Meaning; readonly phrases: string[] }>();
  for (const phrase of lexicon.phrases(is)) {
    const value = lexicon.lookup(phrase);
    if (value === undefined) continue;
    const row = rows.get(keyOf(value)) ?? { value, phrases: [] };
    row.phrases.push(phrase);
    rows.set(keyOf(value), row);
  }
  return [...rows.values()];
};

/** Built once from the lexicon; a look-up halves a sorted list. */
export const createFindNames = (lexicon: Lexicon): FindNames => {
  const indexOf = (is: Meaning['is']) => createPrefixIndex(namesOf(is, lexicon));
  const indexes = { exchange: indexOf('exchange'), place: indexOf('place'), kind: indexOf('kind') };
  return (what, typed) => indexes[what](fold(typed));
};
