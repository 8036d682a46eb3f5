import type { Document } from './document.ts';
import type { Mentions } from './find-mentions.ts';
import { endHash, extendHash, HASH_START } from './hash-text.ts';
import { askedTokens } from './questions.ts';
import type { Token } from './tokenise.ts';

/** What the network sees of each token: rows of its embedding table, and whether the token is in the title. */
export interface TokenInputs {
  /** For each token of the title, then of the text, the table rows to be summed. */
  readonly title: readonly (readonly number[])[];
  readonly text: readonly (readonly number[])[];
}

/** Table rows: words by hash, then stems by hash, then names and groups of cues by hash. */
export const WORD_ROWS = 1 << 15;
export const STEM_ROWS = 1 << 14;
export const SIGN_ROWS = 1 << 9;
export const TABLE_ROWS = WORD_ROWS + STEM_ROWS + SIGN_ROWS;

/** A headline says it all in so many tokens; a text says it early. */
const MOST_TITLE_TOKENS = 60;
const MOST_TEXT_TOKENS = 160;

/** Beginnings of hashed names: `w` and the word, `s` and the stem, `c` and the sign. */
const WORD = extendHash(HASH_START, 'w');
const STEM = extendHash(HASH_START, 's');
const SIGN = extendHash(HASH_START, 'c');

const wordRow = (word: string): number => endHash(extendHash(WORD, word)) % WORD_ROWS;
const stemRow = (text: string, start: number, end: number): number =>
  WORD_ROWS + (endHash(extendHash(STEM, text, start, Math.min(end, text.length))) % STEM_ROWS);
const signRow = (sign: string): number =>
  WORD_ROWS + STEM_ROWS + (endHash(extendHash(SIGN, sign)) % SIGN_ROWS);

interface Named {
  readonly sign: string;
  readonly tokenEnd: number;
}

/** Of several names at one token the last sort counts: a place, an exchange, an authority. */
const namesByToken = ({ places, exchanges, authorities }: Mentions): ReadonlyMap<number, Named> => {
  const names = new Map<number, Named>();
  for (const { token, tokenEnd } of places) names.set(token, { sign: 'PL', tokenEnd });
  for (const { token, tokenEnd } of exchanges) names.set(token, { sign: 'EX', tokenEnd });
  for (const { token, tokenEnd, authority } of authorities)
    names.set(token, { sign: `AU-${authority.type}`, tokenEnd });
  return names;
};

const signsByToken = (mentions: Mentions): ReadonlyMap<number, readonly number[]> => {
  const rows = new Map<number, number[]>();
  for (const { group, token, tokenEnd } of mentions.cues) {
    const row = signRow(group);
    for (let at = token; at < tokenEnd; at += 1) {
      const list = rows.get(at);
      if (list === undefined) rows.set(at, [row]);
      else if (!list.includes(row)) list.push(row);
    }
  }
  return rows;
};

/** Stands by each token that asks. */
const ASKED: readonly number[] = [signRow('asked')];
const NO_ROWS: readonly number[] = [];

const STEM_LENGTH = 5;
const [ZERO, NINE] = [48, 57];

const wordRows = ({ normal }: Document, { text, dense, start }: Token): number[] => {
  if (dense) return [wordRow(text), stemRow(normal.text, start, start + 2)];
  const first = text.charCodeAt(0);
  if (first >= ZERO && first <= NINE)
    return [wordRow(/^(?:19|20)\d\d$/.test(text) ? '#year' : `#${text.length}`)];
  return [wordRow(text), stemRow(text, 0, STEM_LENGTH)];
};

/** A name is one token of its sort: which exchange it is says nothing of whether it is restricted. */
export const tokenInputs = (document: Document, mentions: Mentions): TokenInputs => {
  const names = namesByToken(mentions);
  const signs = signsByToken(mentions);
  const asked = askedTokens(document);
  const title: number[][] = [];
  const text: number[][] = [];
  let nameEnd = 0;
  for (const [at, token] of document.tokens.entries()) {
    if (at < nameEnd) continue;
    if (text.length === MOST_TEXT_TOKENS) break;
    const name = names.get(at);
    nameEnd = name?.tokenEnd ?? 0;
    const part = token.start < document.titleEnd ? title : text;
    if (part === title && title.length === MOST_TITLE_TOKENS) continue;
    const rows = name === undefined ? wordRows(document, token) : [signRow(name.sign)];
    part.push(rows.concat(signs.get(at) ?? NO_ROWS, asked.has(at) ? ASKED : NO_ROWS));
  }
  return { title, text };
};
