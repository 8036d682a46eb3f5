import { extendHash, extendHashByUnit, HASH_START } from './hash-text.ts';
import { createHeadTable } from './head-table.ts';
import { compilePhrase, type PhraseHead, type Piece } from './phrase.ts';
import type { Token } from './tokenise.ts';

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

/** Compiled when its first word is first met. */
interface Phrase<T> {
  readonly head: PhraseHead;
  readonly value: T;
  pieces: readonly Piece[] | undefined;
}

/** Shortest stem that a `*` may follow. */
const MIN_STEM = 2;

/** Arabic and Persian write "and", "in", "to" and the article onto the word. */
const CLITICS = /^(?:وال|بال|فال|کال|لل|ال|و|ب|ل|ف)(?=.{3,})/u;

const isArabic = (unit: number): boolean => unit >= 0x0600 && unit <= 0x06ff;

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

/** The token after the piece when it stands at `at`, or -1. */
const pieceAt = (text: string, tokens: readonly Token[], piece: Piece, at: number): number => {
  const token = tokens[at];
  if (token === undefined) return -1;
  if (token.dense) return densePieceEnd(text, tokens, piece, at, token.start);
  if (wordFits(piece, token.text)) return at + 1;
  return isArabic(token.text.charCodeAt(0)) && wordFits(piece, token.text.replace(CLITICS, '')) ? at + 1 : -1;
};

const jointFits = (text: string, tokens: readonly Token[], piece: Piece, at: number): boolean => {
  const between = text.slice(tokens[at - 1]?.end ?? 0, tokens[at]?.start ?? 0);
  return piece.joint === undefined ? !endsClause(between) : between === piece.joint;
};

/** The token after the last piece when the whole phrase stands from `at` on, or -1. */
const phraseEnd = (text: string, tokens: readonly Token[], pieces: readonly Piece[], at: number): number => {
  let next = at;
  for (let index = 0; index < pieces.length; index += 1) {
    const piece = pieces[index];
    if (piece === undefined) break;
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

/**
 * Many phrases sought in one pass. A phrase is words with optional endings (`verbiet*`) and gaps (`shut_down`).
 * Each token is looked up by itself and its prefixes, so time grows with the text and not with the phrases.
 */
export interface PhraseIndex<T> {
  add(head: PhraseHead, value: T): void;
  find(text: string, tokens: readonly Token[]): readonly Found<T>[];
}

export const createPhraseIndex = <T>(): PhraseIndex<T> => {
  const tables = {
    whole: createHeadTable<Phrase<T>>(),
    stem: createHeadTable<Phrase<T>>(),
    dense: createHeadTable<Phrase<T>>(),
  };
  let longestStem = MIN_STEM;

  const add = (head: PhraseHead, value: T): void => {
    tables[head.sought].add(head.first, { head, value, pieces: undefined });
    if (head.sought === 'stem') longestStem = Math.max(longestStem, head.first.length);
  };

  const find = (text: string, tokens: readonly Token[]): readonly Found<T>[] => {
    const results: Found<T>[] = [];

    const tryAll = (phrases: readonly Phrase<T>[] | undefined, at: number): void => {
      if (phrases === undefined) return;
      for (const phrase of phrases) {
        phrase.pieces ??= compilePhrase(phrase.head.pattern);
        const tokenEnd = phraseEnd(text, tokens, phrase.pieces, at);
        if (tokenEnd < 0) continue;
        const start = tokens[at]?.start ?? 0;
        const end = tokens[tokenEnd - 1]?.end ?? start;
        results.push({ value: phrase.value, start, end, token: at, tokenEnd });
      }
    };

    /** A word, whole before its stems from the shortest on. */
    const tryWord = (start: number, end: number, at: number): void => {
      tryAll(tables.whole.get(extendHash(HASH_START, text, start, end), text, start, end - start), at);
      const longest = Math.min(longestStem, end - start);
      let hash = HASH_START;
      for (let length = 1; length <= longest; length += 1) {
        hash = extendHashByUnit(hash, text.charCodeAt(start + length - 1));
        if (length >= MIN_STEM) tryAll(tables.stem.get(hash, text, start, length), at);
      }
    };

    const tryDense = (start: number, length: number, at: number): void =>
      tryAll(tables.dense.get(extendHash(HASH_START, text, start, start + length), text, start, length), at);

    for (let at = 0; at < tokens.length; at += 1) {
      const token = tokens[at];
      if (token === undefined) break;
      const { start, end } = token;
      if (token.dense) {
        tryDense(start, Math.min(2, text.length - start), at);
        tryDense(start, end - start, at);
        continue;
      }
      tryWord(start, end, at);
      if (!isArabic(text.charCodeAt(start))) continue;
      const bare = token.text.replace(CLITICS, '').length;
      if (bare < end - start) tryWord(end - bare, end, at);
    }
    return results;
  };

  return { add, find };
};
