import type { Document } from './document.ts';
import type { Mentions } from './find-mentions.ts';
import { hashText } from './hash-text.ts';

/** What the network sees of each token: rows of its embedding table, and whether the token is in the title. */
export interface TokenInputs {
  /** For each token of the title, then of the text, the table rows to be summed. */
  readonly title: readonly Uint32Array[];
  readonly text: readonly Uint32Array[];
}

/** Table rows: words by hash, then stems by hash, then names and groups of cues by hash. */
export const WORD_ROWS = 1 << 15;
export const STEM_ROWS = 1 << 14;
export const SIGN_ROWS = 1 << 9;
export const TABLE_ROWS = WORD_ROWS + STEM_ROWS + SIGN_ROWS;

/** A headline says it all in so many tokens; a text says it early. */
const MOST_TITLE_TOKENS = 60;
const MOST_TEXT_TOKENS = 160;

const wordRow = (word: string): number => hashText(`w${word}`) % WORD_ROWS;
const stemRow = (stem: string): number => WORD_ROWS + (hashText(`s${stem}`) % STEM_ROWS);
const signRow = (sign: string): number => WORD_ROWS + STEM_ROWS + (hashText(`c${sign}`) % SIGN_ROWS);

interface Named {
  readonly sign: string;
  readonly tokenEnd: number;
}

const namesByToken = (mentions: Mentions): ReadonlyMap<number, Named> =>
  new Map([
    ...mentions.places.map((m): [number, Named] => [m.token, { sign: 'PL', tokenEnd: m.tokenEnd }]),
    ...mentions.exchanges.map((m): [number, Named] => [m.token, { sign: 'EX', tokenEnd: m.tokenEnd }]),
    ...mentions.authorities.map((m): [number, Named] => [
      m.token,
      { sign: `AU-${m.authority.type}`, tokenEnd: m.tokenEnd },
    ]),
  ]);

const signsByToken = (mentions: Mentions): ReadonlyMap<number, readonly number[]> => {
  const rows = new Map<number, number[]>();
  for (const { group, token, tokenEnd } of mentions.cues)
    for (let at = token; at < tokenEnd; at += 1) {
      const row = signRow(group);
      const list = rows.get(at);
      if (list === undefined) rows.set(at, [row]);
      else if (!list.includes(row)) list.push(row);
    }
  return rows;
};

const wordRows = (document: Document, at: number): readonly number[] => {
  const token = document.tokens[at];
  if (token === undefined) return [];
  const { text, dense, start } = token;
  if (dense) return [wordRow(text), stemRow(document.normal.text.slice(start, start + 2))];
  if (/^\d/.test(text)) return [wordRow(/^(?:19|20)\d\d$/.test(text) ? '#year' : `#${text.length}`)];
  return [wordRow(text), stemRow(text.slice(0, 5))];
};

/** A name is one token of its sort: which exchange it is says nothing of whether it is restricted. */
export const tokenInputs = (document: Document, mentions: Mentions): TokenInputs => {
  const names = namesByToken(mentions);
  const signs = signsByToken(mentions);
  const title: Uint32Array[] = [];
  const text: Uint32Array[] = [];
  for (let at = 0; at < document.tokens.length && text.length < MOST_TEXT_TOKENS; ) {
    const name = names.get(at);
    const own = name === undefined ? wordRows(document, at) : [signRow(name.sign)];
    const rows = Uint32Array.from([...own, ...(signs.get(at) ?? [])]);
    const inTitle = (document.tokens[at]?.start ?? 0) < document.titleEnd;
    if (!inTitle) text.push(rows);
    else if (title.length < MOST_TITLE_TOKENS) title.push(rows);
    at = name === undefined ? at + 1 : Math.max(name.tokenEnd, at + 1);
  }
  return { title, text };
};
