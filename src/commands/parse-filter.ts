import type { Catalogue } from '../domain/catalogue.ts';
import { UserError } from '../domain/errors.ts';
import type { Words } from '../domain/ports.ts';
import type { Cadence, Filter } from '../domain/subscription.ts';
import { type Direction, KINDS, type Kind, type Severity } from '../domain/taxonomy.ts';
import { createLexicon, type Lexicon } from './lexicon.ts';
import type { Meaning } from './meaning.ts';
import { nameOf } from './name-of.ts';
import { type Piece, readWords } from './read-words.ts';
import { suggest } from './suggest.ts';

/** A wish before it has its place in a subscription. */
export type Wish = Omit<Filter, 'id'>;

export type ParsedFilter =
  | {
      readonly ok: true;
      readonly filter: Wish;
      /** Said along with the wish; counts for the whole place. */
      readonly cadence?: Cadence;
      /** Each thing understood, in the reader's language and the order typed. */
      readonly understood: readonly string[];
    }
  | { readonly ok: false; readonly error: UserError };

export interface FilterParser {
  readonly lexicon: Lexicon;
  /** No words: everything. Never guesses: one unknown word is an error that names it and the nearest known one. */
  parse(words: string, language: string): ParsedFilter;
}

/** More than anybody types; a chat message has up to 4,096 characters. */
const LONGEST = 1500;

/** So much of a text is repeated where all of it was not understood. */
const LONGEST_SHOWN = 60;

export const EVERYTHING: Wish = {
  exchanges: [],
  jurisdictions: [],
  kinds: [],
  minSeverity: 'low',
  words: [],
  onlyWhenNamed: false,
};

interface Draft {
  readonly exchanges: Set<string>;
  readonly jurisdictions: Set<string>;
  readonly kinds: Set<Kind>;
  readonly withoutKinds: Set<Kind>;
  readonly directions: Set<Direction>;
  readonly words: Set<string>;
  severity?: { readonly value: Severity; readonly said: string };
  cadence?: { readonly value: Cadence; readonly said: string };
  onlyWhenNamed: boolean;
}

type Said<T> = { readonly value: T; readonly said: string };

const one = <T>(before: Said<T> | undefined, now: Said<T>): Said<T> => {
  if (before !== undefined && before.value !== now.value)
    throw new UserError('contradictory-filter', { first: before.said, second: now.said });
  return now;
};

const put = (draft: Draft, meaning: Meaning, said: string): void => {
  if (meaning.is === 'exchange') draft.exchanges.add(meaning.id);
  if (meaning.is === 'place') draft.jurisdictions.add(meaning.code);
  if (meaning.is === 'kind') draft.kinds.add(meaning.kind);
  if (meaning.is === 'direction') draft.directions.add(meaning.direction);
  if (meaning.is === 'only-when-named') draft.onlyWhenNamed = true;
  if (meaning.is === 'severity') draft.severity = one(draft.severity, { value: meaning.severity, said });
  if (meaning.is === 'cadence') draft.cadence = one(draft.cadence, { value: meaning.cadence, said });
};

/** A wish lists what it wants: only kinds and directions are few enough to leave one out. */
const leaveOut = (draft: Draft, meaning: Meaning, said: string): void => {
  if (meaning.is === 'kind') draft.withoutKinds.add(meaning.kind);
  else if (meaning.is === 'direction')
    draft.directions.add(meaning.direction === 'eases' ? 'tightens' : 'eases');
  else throw new UserError('cannot-leave-out', { word: said });
};

const gather = (pieces: readonly Piece[]): Draft => {
  const draft: Draft = {
    exchanges: new Set(),
    jurisdictions: new Set(),
    kinds: new Set(),
    withoutKinds: new Set(),
    directions: new Set(),
    words: new Set(),
    onlyWhenNamed: false,
  };
  let negated = false;
  for (const piece of pieces) {
    if (piece.is === 'quoted') draft.words.add(piece.text);
    if (piece.is !== 'known' || piece.meaning.is === 'filler') continue;
    if (negated) leaveOut(draft, piece.meaning, piece.said);
    else put(draft, piece.meaning, piece.said);
    negated = piece.meaning.is === 'not';
  }
  return draft;
};

const kindsOf = ({ kinds, withoutKinds }: Draft, nameKind: (kind: Kind) => string): readonly Kind[] => {
  const [wanted] = kinds;
  const [refused] = withoutKinds;
  if (refused === undefined) return KINDS.filter((kind) => kinds.has(kind));
  if (wanted !== undefined)
    throw new UserError('contradictory-filter', {
      first: nameKind(wanted),
      second: `− ${nameKind(refused)}`,
    });
  return KINDS.filter((kind) => !withoutKinds.has(kind));
};

/** Both directions together are no limit. */
const wishOf = (draft: Draft, nameKind: (kind: Kind) => string): Wish => {
  const [direction, other] = draft.directions;
  return {
    exchanges: [...draft.exchanges],
    jurisdictions: [...draft.jurisdictions],
    kinds: kindsOf(draft, nameKind),
    ...(direction === undefined || other !== undefined ? {} : { direction }),
    minSeverity: draft.severity?.value ?? 'low',
    words: [...draft.words],
    onlyWhenNamed: draft.onlyWhenNamed,
  };
};

const understoodOf = (pieces: readonly Piece[], words: Words, language: string): readonly string[] => {
  const names = pieces.flatMap((piece) => {
    if (piece.is === 'quoted') return [`“${piece.text}”`];
    return piece.is === 'known' ? nameOf(piece.meaning, words, language) : [];
  });
  return [...new Set(names)];
};

const saysSomething = (piece: Piece): boolean =>
  piece.is === 'quoted' ||
  (piece.is === 'known' && piece.meaning.is !== 'filler' && piece.meaning.is !== 'not');

/** Fold changes letters; the error shows the word as it was typed. */
const asTyped = (word: string, raw: string): string =>
  raw.split(/[\s,;]+/u).find((typed) => typed.toLowerCase() === word) ?? word;

/** Plain words in any order (`binance okx in nigeria, high, daily`), in every language of the catalogue and the locales. */
export const createFilterParser = (
  catalogue: Catalogue,
  words: Words,
  lexicon: Lexicon = createLexicon(catalogue, words),
): FilterParser => {
  const check = (raw: string, pieces: readonly Piece[], language: string): void => {
    const unknown = pieces.find((piece) => piece.is === 'unknown');
    if (unknown === undefined) {
      // A picture or a greeting is not a wish for everything.
      if (raw.trim() !== '' && !pieces.some(saysSomething))
        throw new UserError('unknown-word', { word: raw.trim().slice(0, LONGEST_SHOWN), suggestion: '' });
      return;
    }
    const near = suggest(unknown.word, lexicon, unknown.afterPlaceWord ? ['place'] : undefined);
    throw new UserError(unknown.afterPlaceWord ? 'unknown-place' : 'unknown-word', {
      word: asTyped(unknown.word, raw),
      suggestion: near === undefined ? '' : (nameOf(near, words, language)[0] ?? ''),
      understood: understoodOf(pieces, words, language).join(', '),
    });
  };

  const parse = (raw: string, language: string): ParsedFilter => {
    try {
      if (raw.length > LONGEST) throw new UserError('too-long', { limit: LONGEST });
      const pieces = readWords(raw, lexicon);
      check(raw, pieces, language);
      const draft = gather(pieces);
      return {
        ok: true,
        filter: wishOf(draft, (kind) => words.say(language, `kind.${kind}`)),
        ...(draft.cadence === undefined ? {} : { cadence: draft.cadence.value }),
        understood: understoodOf(pieces, words, language),
      };
    } catch (error) {
      if (error instanceof UserError) return { ok: false, error };
      throw error;
    }
  };

  return { lexicon, parse };
};
