import { endHash, extendHash, HASH_START } from './hash-text.ts';
import type { PhraseHead } from './phrase.ts';

/** A phrase and what it stands for, as text: read when the phrase is first found. */
export interface TableEntry {
  readonly head: PhraseHead;
  /** Without a line feed. */
  readonly meaning: string;
}

/**
 * Phrases by the word that they begin with, as a hash table of numbers beside one long text: it is read from a file
 * without making a single object, and tells of most words with one look into an array that no phrase begins so.
 */
export interface PhraseTable {
  /** Row + 1 of the first phrase with a hash that ends in these bits, or 0; a power of two of them. */
  readonly slots: Uint32Array;
  /** Row + 1 of the next phrase in the same slot, or 0. */
  readonly next: Uint32Array;
  readonly hashes: Uint32Array;
  /** A bit for each beginning of a hash, set where some phrase has it; a power of two of them. */
  readonly sieve: Uint32Array;
  /** Where in `text` the phrase stands: how it is sought, its first word, tab, its pattern, line feed. */
  readonly phrases: Uint32Array;
  /** Where in `text` its meaning stands, up to a line feed; neighbours share it. */
  readonly meanings: Uint32Array;
  readonly text: string;
  readonly longestStem: number;
}

const LETTER = { whole: 'w', stem: 's', dense: 'd' } as const;

/** What the hash of a first word starts from, so that stems and whole words share a table. */
export const SOUGHT_HASH = {
  whole: extendHash(HASH_START, LETTER.whole),
  stem: extendHash(HASH_START, LETTER.stem),
  dense: extendHash(HASH_START, LETTER.dense),
} as const;

/** At most half of the slots are taken. */
const slotsFor = (count: number): number => 2 ** Math.ceil(Math.log2(Math.max(count, 1) * 2));

const chain = (hashes: Uint32Array): Pick<PhraseTable, 'slots' | 'next'> => {
  const slots = new Uint32Array(slotsFor(hashes.length));
  const next = new Uint32Array(hashes.length);
  // From the last on, so that a slot leads to its phrases in the order in which they came.
  for (let row = hashes.length - 1; row >= 0; row -= 1) {
    const slot = (hashes[row] ?? 0) & (slots.length - 1);
    next[row] = slots[slot] ?? 0;
    slots[slot] = row + 1;
  }
  return { slots, next };
};

/** Bits of the sieve for each slot: where few are set, few words pass that no phrase begins with. */
const SIEVE_BITS = 4;

/** So many bits of a hash are left out that the rest is a number of a bit. */
const shiftOf = (sieve: Uint32Array): number => 32 - Math.log2(sieve.length * 32);

const fillSieve = (hashes: Uint32Array, slots: number): Uint32Array => {
  const sieve = new Uint32Array(Math.ceil((slots * SIEVE_BITS) / 32));
  const shift = shiftOf(sieve);
  for (const hash of hashes) {
    const bit = hash >>> shift;
    sieve[bit >>> 5] = (sieve[bit >>> 5] ?? 0) | (1 << (bit & 31));
  }
  return sieve;
};

export const createPhraseTable = (entries: Iterable<TableEntry>): PhraseTable => {
  const hashes: number[] = [];
  const phrases: number[] = [];
  const meanings: number[] = [];
  const parts: string[] = [];
  let length = 0;
  const write = (line: string): number => {
    parts.push(line, '\n');
    length += line.length + 1;
    return length - line.length - 1;
  };
  let last: string | undefined;
  let meaningAt = 0;
  let longestStem = 0;
  for (const { head, meaning } of entries) {
    if (meaning !== last) meaningAt = write(meaning);
    last = meaning;
    hashes.push(endHash(extendHash(SOUGHT_HASH[head.sought], head.first)));
    phrases.push(write(`${LETTER[head.sought]}${head.first}\t${head.pattern}`));
    meanings.push(meaningAt);
    if (head.sought === 'stem') longestStem = Math.max(longestStem, head.first.length);
  }
  const column = Uint32Array.from(hashes);
  const chained = chain(column);
  return {
    ...chained,
    hashes: column,
    sieve: fillSieve(column, chained.slots.length),
    phrases: Uint32Array.from(phrases),
    meanings: Uint32Array.from(meanings),
    text: parts.join(''),
    longestStem,
  };
};

/**
 * Tells of a hash whether a phrase may have it: a bit for each, so small that it stays in the processor's cache. Of the
 * words and prefixes of a text nine in ten are done with here.
 */
export const createSieve = ({ sieve }: PhraseTable): ((hash: number) => boolean) => {
  const shift = shiftOf(sieve);
  return (hash) => {
    const bit = endHash(hash) >>> shift;
    return ((sieve[bit >>> 5] ?? 0) & (1 << (bit & 31))) !== 0;
  };
};

const TAB = 9;

/** Does the phrase in this row begin with `word.slice(start, end)`, sought so? */
const beginsWith = (
  { phrases, text }: PhraseTable,
  row: number,
  letter: string,
  word: string,
  start: number,
  end: number,
): boolean => {
  const at = phrases[row] ?? 0;
  if (text.charCodeAt(at) !== letter.charCodeAt(0) || text.charCodeAt(at + 1 + end - start) !== TAB)
    return false;
  for (let unit = start; unit < end; unit += 1)
    if (text.charCodeAt(at + 1 + unit - start) !== word.charCodeAt(unit)) return false;
  return true;
};

/**
 * The first row after `row` (-1: at all) whose phrase begins with `word.slice(start, end)`, or -1.
 * @param hash of that word, extended from `SOUGHT_HASH`
 */
export const nextRow = (
  table: PhraseTable,
  row: number,
  sought: PhraseHead['sought'],
  hash: number,
  word: string,
  start: number,
  end: number,
): number => {
  const ended = endHash(hash);
  const { slots, next, hashes } = table;
  let found = row < 0 ? (slots[ended & (slots.length - 1)] ?? 0) : (next[row] ?? 0);
  while (found > 0) {
    if (hashes[found - 1] === ended && beginsWith(table, found - 1, LETTER[sought], word, start, end))
      return found - 1;
    found = next[found - 1] ?? 0;
  }
  return -1;
};

const lineAt = (text: string, from: number): string => text.slice(from, text.indexOf('\n', from));

/** The pattern of a row. */
export const patternAt = ({ text, phrases }: PhraseTable, row: number): string => {
  const line = lineAt(text, phrases[row] ?? 0);
  return line.slice(line.indexOf('\t') + 1);
};

export const meaningAt = ({ text, meanings }: PhraseTable, row: number): string =>
  lineAt(text, meanings[row] ?? 0);
