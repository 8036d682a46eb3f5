import { normaliseText } from './normalise-text.ts';
import { isDense, tokenise } from './tokenise.ts';

/** A part of a phrase. */
export interface Piece {
  readonly text: string;
  /** Any ending may follow. */
  readonly open?: true;
  /** The ending of a case may follow: `krakena`, `krakenem`, `krakens`. */
  readonly inflects?: true;
  /** At most so many tokens (or characters, in a dense script) may stand before this piece. */
  readonly gap?: number;
  /** What must stand between the piece before and this one; absent: anything short of a clause end. */
  readonly joint?: string;
}

/** Up to so many words may stand in a `_`; so many characters where words are not set apart. */
const WORD_GAP = 3;
const DENSE_GAP = 8;

const wordPieces = (part: string, open: boolean, gap: number): Piece[] => {
  const words = tokenise(part);
  return words.map((word, index) => {
    const before = words[index - 1];
    const joint = before === undefined ? '' : part.slice(before.end, word.start);
    return {
      text: word.text,
      ...(open && index === words.length - 1 && { open: true as const }),
      ...(index === 0 && gap > 0 && { gap }),
      ...(index > 0 && joint.trim() !== '' && joint !== '-' && { joint }),
    };
  });
};

const phrasePieces = (pattern: string): readonly Piece[] =>
  pattern.split('_').flatMap((part, index) => {
    const open = part.endsWith('*');
    const stem = open ? part.slice(0, -1) : part;
    const gap = index === 0 ? 0 : isDense(stem.charAt(0)) ? DENSE_GAP : WORD_GAP;
    if (isDense(stem.charAt(0)))
      return stem === '' ? [] : [{ text: stem, open: true, ...(gap > 0 && { gap }) }];
    // A `*` may close an inner word as well: `freeze* account*`.
    return stem.includes('*')
      ? stem.split(/\s+/).flatMap((word, at, all) => {
          const inner = word.endsWith('*');
          const last = at === all.length - 1;
          return wordPieces(inner ? word.slice(0, -1) : word, inner || (last && open), at === 0 ? gap : 0);
        })
      : wordPieces(stem, open, gap);
  });

/** Closes a name that takes the endings of cases. */
export const CASES = '~';

/** Reads a pattern: words with optional endings (`verbiet*`) and gaps (`shut_down`), or one word with its cases (`kraken~`). */
export const compilePhrase = (pattern: string): readonly Piece[] => {
  const { text } = normaliseText(pattern);
  return text.endsWith(CASES) ? [{ text: text.slice(0, -CASES.length), inflects: true }] : phrasePieces(text);
};

/**
 * A phrase by the word that it begins with. Plain data, so that it can be kept in a file: most phrases are never met,
 * and are compiled no further.
 */
export interface PhraseHead {
  readonly pattern: string;
  /** The first word, its stem, or the first characters in a script without spaces. */
  readonly first: string;
  readonly sought: 'whole' | 'stem' | 'dense';
}

/** Longest stem and longest dense beginning that are looked up, so that a token has a bounded number of them. */
const MAX_STEM = 24;
const DENSE_HEAD = 2;

/** What a pattern begins with; `undefined` where it has no word. */
export const headOf = (pattern: string): PhraseHead | undefined => {
  const [first] = compilePhrase(pattern);
  if (first === undefined) return undefined;
  if (isDense(first.text.charAt(0)))
    return { pattern, first: first.text.slice(0, DENSE_HEAD), sought: 'dense' };
  return first.open === true || first.inflects === true
    ? { pattern, first: first.text.slice(0, MAX_STEM), sought: 'stem' }
    : { pattern, first: first.text, sought: 'whole' };
};
