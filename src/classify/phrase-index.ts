import { normaliseText } from './normalise-text.ts';
import { isDense, type Token, tokenise } from './tokenise.ts';

/** A phrase found in a text: which one, and where. */
export interface Found<T> {
  readonly value: T;
  readonly start: number;
  readonly end: number;
  /** Index of the first token. */
  readonly token: number;
  /** Index after the last token. */
  readonly tokenEnd: number;
}

/** A part of a phrase. Plain data, so that compiled phrases can be kept in a file. */
export interface Piece {
  readonly text: string;
  /** Any ending may follow. */
  readonly open?: true;
  /** At most so many tokens (or characters, in a dense script) may stand before this piece. */
  readonly gap?: number;
  /** What must stand between the piece before and this one; absent: anything short of a clause end. */
  readonly joint?: string;
}

interface Phrase<T> {
  readonly pieces: readonly Piece[];
  readonly value: T;
}

/** Up to so many words may stand in a `_`; so many characters where words are not set apart. */
const WORD_GAP = 3;
const DENSE_GAP = 8;

/** Shortest stem that a `*` may follow, so that every token is looked up by a bounded number of prefixes. */
const MIN_STEM = 2;
const MAX_STEM = 24;

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

/** Reads a pattern: words with optional endings (`verbiet*`) and gaps (`shut_down`). */
export const compilePhrase = (pattern: string): readonly Piece[] =>
  normaliseText(pattern)
    .text.split('_')
    .flatMap((part, index) => {
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

/** Arabic and Persian write "and", "in", "to" and the article onto the word. */
const CLITICS = /^(?:وال|بال|فال|کال|لل|ال|و|ب|ل|ف)(?=.{3,})/u;
const ARABIC = /^[\u0600-\u06ff]/;

const endsClause = (between: string): boolean => /[.!?。！？;\n]/.test(between);

const wordFits = ({ text, open }: Piece, word: string): boolean =>
  open ? word.startsWith(text) : word === text;

const densePieceEnd = (
  text: string,
  tokens: readonly Token[],
  piece: Piece,
  at: number,
  start: number,
): number => {
  if (!text.startsWith(piece.text, start)) return -1;
  const end = start + piece.text.length;
  let next = at;
  while ((tokens[next]?.start ?? Number.POSITIVE_INFINITY) < end) next += 1;
  return next;
};

/**
 * Many phrases sought in one pass. A phrase is words with optional endings (`verbiet*`) and gaps (`shut_down`).
 * Each token is looked up by itself and its prefixes, so time grows with the text and not with the phrases.
 */
export interface PhraseIndex<T> {
  add(pieces: readonly Piece[], value: T): void;
  find(text: string, tokens: readonly Token[]): readonly Found<T>[];
}

export const createPhraseIndex = <T>(): PhraseIndex<T> => {
  const exact = new Map<string, Phrase<T>[]>();
  const stems = new Map<string, Phrase<T>[]>();
  const dense = new Map<string, Phrase<T>[]>();
  let longestStem = MIN_STEM;

  const put = (map: Map<string, Phrase<T>[]>, key: string, phrase: Phrase<T>): void => {
    const list = map.get(key);
    if (list === undefined) map.set(key, [phrase]);
    else list.push(phrase);
  };

  const add = (pieces: readonly Piece[], value: T): void => {
    const first = pieces[0];
    if (first === undefined) return;
    const phrase = { pieces, value };
    if (isDense(first.text.charAt(0))) put(dense, first.text.slice(0, 2), phrase);
    else if (first.open === true) {
      longestStem = Math.min(MAX_STEM, Math.max(longestStem, first.text.length));
      put(stems, first.text.slice(0, MAX_STEM), phrase);
    } else put(exact, first.text, phrase);
  };

  /** The token after the piece when it stands at `at`, or -1. */
  const pieceAt = (text: string, tokens: readonly Token[], piece: Piece, at: number): number => {
    const token = tokens[at];
    if (token === undefined) return -1;
    if (token.dense) return densePieceEnd(text, tokens, piece, at, token.start);
    if (wordFits(piece, token.text)) return at + 1;
    return ARABIC.test(token.text) && wordFits(piece, token.text.replace(CLITICS, '')) ? at + 1 : -1;
  };

  const jointFits = (text: string, tokens: readonly Token[], piece: Piece, at: number): boolean => {
    const between = text.slice(tokens[at - 1]?.end ?? 0, tokens[at]?.start ?? 0);
    return piece.joint === undefined ? !endsClause(between) : between === piece.joint;
  };

  /** The token after the last piece when the whole phrase stands from `at` on, or -1. */
  const phraseEnd = (text: string, tokens: readonly Token[], phrase: Phrase<T>, at: number): number => {
    let next = at;
    for (const [index, piece] of phrase.pieces.entries()) {
      let found = -1;
      const furthest = next + (piece.gap ?? 0);
      for (let from = next; from <= furthest && found < 0; from += 1) {
        if (index > 0 && !jointFits(text, tokens, piece, from)) break;
        found = pieceAt(text, tokens, piece, from);
      }
      if (found < 0) return -1;
      next = found;
    }
    return next;
  };

  const find = (text: string, tokens: readonly Token[]): readonly Found<T>[] => {
    const results: Found<T>[] = [];
    const tryAll = (phrases: readonly Phrase<T>[] | undefined, at: number): void => {
      if (phrases === undefined) return;
      for (const phrase of phrases) {
        const tokenEnd = phraseEnd(text, tokens, phrase, at);
        if (tokenEnd < 0) continue;
        const start = tokens[at]?.start ?? 0;
        const end = tokens[tokenEnd - 1]?.end ?? start;
        results.push({ value: phrase.value, start, end, token: at, tokenEnd });
      }
    };
    const tryWord = (word: string, at: number): void => {
      tryAll(exact.get(word), at);
      const longest = Math.min(longestStem, word.length);
      for (let length = MIN_STEM; length <= longest; length += 1)
        tryAll(stems.get(word.slice(0, length)), at);
    };
    for (const [at, token] of tokens.entries()) {
      if (token.dense) {
        tryAll(dense.get(text.slice(token.start, token.start + 2)), at);
        tryAll(dense.get(token.text), at);
      } else {
        tryWord(token.text, at);
        if (ARABIC.test(token.text)) {
          const bare = token.text.replace(CLITICS, '');
          if (bare !== token.text) tryWord(bare, at);
        }
      }
    }
    return results;
  };

  return { add, find };
};
