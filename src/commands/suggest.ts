import { distance } from 'fastest-levenshtein';
import { fold } from './fold.ts';
import { type Lexicon, lettersOf } from './lexicon.ts';
import type { Meaning } from './meaning.ts';

const DIMENSIONS: readonly Meaning['is'][] = [
  'exchange',
  'place',
  'kind',
  'severity',
  'cadence',
  'direction',
  'only-when-named',
];

/** One slip in three letters is a typo; more is another word. */
const slipsAllowed = (word: string): number => Math.max(1, Math.floor(word.length / 3));

/** Two neighbours that changed places (`hihg`) are one slip. */
const isSwapped = (typed: string, phrase: string): boolean => {
  const at = [...typed].findIndex((letter, index) => letter !== phrase[index]);
  return typed.slice(0, at) + (typed[at + 1] ?? '') + (typed[at] ?? '') + typed.slice(at + 2) === phrase;
};

const slipsBetween = (typed: string, phrase: string): number =>
  typed.length === phrase.length && isSwapped(typed, phrase) ? 1 : distance(typed, phrase);

const bitsOf = (mask: number): number => {
  let count = 0;
  for (let left = mask; left !== 0; left &= left - 1) count++;
  return count;
};

/** Short words are all alike: their first letter has to be right. */
const mayBeMeant = (typed: string, phrase: string): boolean =>
  phrase.length >= 3 &&
  Math.abs(phrase.length - typed.length) <= slipsAllowed(typed) &&
  (typed.length > 4 || typed[0] === phrase[0]);

interface Near {
  readonly phrase: string;
  readonly slips: number;
}

/** Of two as near, the longer: a letter left out is commoner than one too many (`nigera` is Nigeria, not Niger). */
const isNearer = (a: Near, b: Near): boolean =>
  a.slips < b.slips || (a.slips === b.slips && a.phrase.length > b.phrase.length);

/** The known phrase that a mistyped word comes nearest to; undefined where none is near. */
export const suggest = (
  word: string,
  lexicon: Lexicon,
  dimensions: readonly Meaning['is'][] = DIMENSIONS,
): Meaning | undefined => {
  const typed = fold(word);
  if (typed.length < 3) return undefined;
  const most = slipsAllowed(typed);
  const letters = lettersOf(typed);
  let nearest: Near | undefined;
  for (const dimension of dimensions) {
    const phrases = lexicon.phrases(dimension);
    for (const [at, others] of lexicon.letters(dimension).entries()) {
      const phrase = phrases[at] ?? '';
      if (bitsOf(letters ^ others) > 2 * most || !mayBeMeant(typed, phrase)) continue;
      const slips = slipsBetween(typed, phrase);
      if (slips <= most && (nearest === undefined || isNearer({ phrase, slips }, nearest)))
        nearest = { phrase, slips };
    }
  }
  return nearest === undefined ? undefined : lexicon.lookup(nearest.phrase);
};
