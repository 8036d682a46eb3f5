import type { CompiledCue, CompiledName } from '../classify/compile-lexicon.ts';
import type { PhraseHead } from '../classify/phrase.ts';

/**
 * A compiled lexicon in the fewest bytes that `JSON.parse` reads fast: names of one thing together, and each phrase as
 * one text: how it is sought, what it begins with and, where that is not all, a tab and the pattern.
 */
export interface PackedNames extends Omit<CompiledName, 'head'> {
  readonly heads: string[];
}

export interface PackedCues {
  readonly group: string;
  readonly heads: string[];
}

const LETTER = { whole: 'w', stem: 's', dense: 'd' } as const;
const SOUGHT: Readonly<Record<string, PhraseHead['sought']>> = { w: 'whole', s: 'stem', d: 'dense' };

const packHead = ({ pattern, first, sought }: PhraseHead): string =>
  LETTER[sought] + (pattern === first ? first : `${first}\t${pattern}`);

const unpackHead = (packed: string): PhraseHead => {
  const tab = packed.indexOf('\t');
  const first = tab < 0 ? packed.slice(1) : packed.slice(1, tab);
  const pattern = tab < 0 ? first : packed.slice(tab + 1);
  return { pattern, first, sought: SOUGHT[packed.charAt(0)] ?? 'whole' };
};

/** Joins neighbours that differ in their phrase alone; the order stays. */
const packRuns = <T extends object>(
  items: readonly ({ readonly head: PhraseHead } & T)[],
): (Omit<T, 'head'> & { readonly heads: string[] })[] => {
  const runs: (Omit<T, 'head'> & { readonly heads: string[] })[] = [];
  let last = '';
  for (const { head, ...rest } of items) {
    const key = JSON.stringify(rest);
    if (key !== last) runs.push({ ...(rest as Omit<T, 'head'>), heads: [] });
    runs.at(-1)?.heads.push(packHead(head));
    last = key;
  }
  return runs;
};

export const packNames = (names: Iterable<CompiledName>): readonly PackedNames[] => packRuns([...names]);

export const packCues = (cues: readonly CompiledCue[]): readonly PackedCues[] => packRuns(cues);

export function* unpackNames(packed: readonly PackedNames[]): Generator<CompiledName> {
  for (const { heads, ...name } of packed)
    for (const head of heads) yield { ...name, head: unpackHead(head) };
}

export const unpackCues = (packed: readonly PackedCues[]): readonly CompiledCue[] =>
  packed.flatMap(({ group, heads }) => heads.map((head) => ({ group, head: unpackHead(head) })));
