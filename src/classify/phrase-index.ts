import { extendHash, extendHashByUnit } from './hash-text.ts';
import { compilePhrase, type PhraseHead, type Piece } from './phrase.ts';
import { createSieve, meaningAt, nextRow, type PhraseTable, patternAt, SOUGHT_HASH } from './phrase-table.ts';
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

/** Compiled, with all that begin alike, when their first word is first met. */
interface Phrase<T> {
  readonly pieces: readonly Piece[];
  /** How many of the pieces, each a word, are there once the phrase was looked up by its first one. */
  readonly known: 0 | 1;
  readonly value: T;
}

/** Shortest stem that a `*` may follow. */
const MIN_STEM = 2;

/** Arabic and Persian write "and", "in", "to" and the article onto the word. */
const CLITICS = /^(?:وال|بال|فال|کال|لل|ال|و|ب|ل|ف)(?=.{3,})/u;

const isArabic = (unit: number): boolean => unit >= 0x0600 && unit <= 0x06ff;

const endsClause = (between: string): boolean => /[.!?。！？;\n]/.test(between);

/** What Polish, Czech and Croatian put on a foreign name, and the genitive of German, Dutch and the Nordic languages. */
const CASE_ENDINGS: ReadonlySet<string> = new Set([
  ...['', 'a', 'u', 'owi', 'em', 'ie', 'ovi', 'y', 'i', 'ę', 'ą', 's'],
]);

const wordFits = ({ text, open, inflects }: Piece, word: string): boolean => {
  if (open) return word.startsWith(text);
  if (inflects) return word.startsWith(text) && CASE_ENDINGS.has(word.slice(text.length));
  return word === text;
};

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

/** The token after a piece that stands at `next` or within its gap, or -1. Its words are compared first: they seldom fit. */
const pieceEnd = (
  text: string,
  tokens: readonly Token[],
  piece: Piece,
  next: number,
  isJoined: boolean,
): number => {
  const furthest = next + (piece.gap ?? 0);
  for (let at = next; at <= furthest; at += 1) {
    const end = pieceAt(text, tokens, piece, at);
    if (end < 0) continue;
    for (let between = next; isJoined && between <= at; between += 1)
      if (!jointFits(text, tokens, piece, between)) return -1;
    return end;
  }
  return -1;
};

/** The token after the last piece when the whole phrase stands from `at` on, or -1. */
const phraseEnd = (
  text: string,
  tokens: readonly Token[],
  { pieces, known }: Phrase<unknown>,
  at: number,
): number => {
  let next = at + known;
  for (let index: number = known; index < pieces.length && next >= 0; index += 1) {
    const piece = pieces[index];
    if (piece !== undefined) next = pieceEnd(text, tokens, piece, next, index > 0);
  }
  return next;
};

/**
 * Many phrases sought in one pass. A phrase is words with optional endings (`verbiet*`) and gaps (`shut_down`).
 * Each token is looked up by itself and its prefixes, so time grows with the text and not with the phrases.
 */
export interface PhraseIndex<T> {
  find(text: string, tokens: readonly Token[]): readonly Found<T>[];
}

/** @param read what the meaning of a phrase in the table stands for */
export const createPhraseIndex = <T>(
  table: PhraseTable,
  read: (meaning: string, pattern: string) => T,
): PhraseIndex<T> => {
  const mayBegin = createSieve(table);
  /** By the first row of those that begin alike. */
  const met = new Array<readonly Phrase<T>[] | undefined>(table.hashes.length).fill(undefined);

  /** The phrase of a row that was found by so many letters. */
  const phraseIn = (row: number, sought: PhraseHead['sought'], letters: number): Phrase<T> => {
    const pattern = patternAt(table, row);
    const pieces = compilePhrase(pattern);
    // Most words begin phrases whose second word is another: to read the first again was a twelfth of a long text.
    // A long stem is looked up by its beginning only, a dense piece by its first characters.
    const [first] = pieces;
    const isKnown = sought !== 'dense' && first?.text.length === letters && first.inflects !== true;
    return { pieces, known: isKnown ? 1 : 0, value: read(meaningAt(table, row), pattern) };
  };

  const find = (text: string, tokens: readonly Token[]): readonly Found<T>[] => {
    const results: Found<T>[] = [];

    const phrasesFrom = (
      first: number,
      sought: PhraseHead['sought'],
      hash: number,
      start: number,
      end: number,
    ): readonly Phrase<T>[] => {
      const phrases: Phrase<T>[] = [];
      for (let row = first; row >= 0; row = nextRow(table, row, sought, hash, text, start, end))
        phrases.push(phraseIn(row, sought, end - start));
      met[first] = phrases;
      return phrases;
    };

    /** All phrases that begin with this part of the text, which the token `at` begins with. */
    const tryAll = (
      sought: PhraseHead['sought'],
      hash: number,
      start: number,
      end: number,
      at: number,
    ): void => {
      if (!mayBegin(hash)) return;
      const first = nextRow(table, -1, sought, hash, text, start, end);
      if (first < 0) return;
      for (const phrase of met[first] ?? phrasesFrom(first, sought, hash, start, end)) {
        const tokenEnd = phraseEnd(text, tokens, phrase, at);
        if (tokenEnd < 0) continue;
        const from = tokens[at]?.start ?? 0;
        results.push({
          value: phrase.value,
          start: from,
          end: tokens[tokenEnd - 1]?.end ?? from,
          token: at,
          tokenEnd,
        });
      }
    };

    /** A word, whole before its stems from the shortest on. */
    const tryWord = (start: number, end: number, at: number): void => {
      tryAll('whole', extendHash(SOUGHT_HASH.whole, text, start, end), start, end, at);
      const last = Math.min(start + table.longestStem, end);
      let hash: number = SOUGHT_HASH.stem;
      for (let unit = start; unit < last; unit += 1) {
        hash = extendHashByUnit(hash, text.charCodeAt(unit));
        if (unit + 1 - start >= MIN_STEM) tryAll('stem', hash, start, unit + 1, at);
      }
    };

    const tryDense = (start: number, end: number, at: number): void =>
      tryAll('dense', extendHash(SOUGHT_HASH.dense, text, start, end), start, end, at);

    for (let at = 0; at < tokens.length; at += 1) {
      const token = tokens[at];
      if (token === undefined) break;
      const { start, end } = token;
      if (token.dense) {
        tryDense(start, Math.min(start + 2, text.length), at);
        tryDense(start, end, at);
        continue;
      }
      tryWord(start, end, at);
      if (!isArabic(text.charCodeAt(start))) continue;
      const bare = token.text.replace(CLITICS, '').length;
      if (bare < end - start) tryWord(end - bare, end, at);
    }
    return results;
  };

  return { find };
};
