import type { Authority, Exchange, Jurisdiction } from '../domain/catalogue.ts';
import { type Document, rawSpan } from './document.ts';
import type { Cue, Lexicon, Named } from './lexicon.ts';
import type { Found } from './phrase-index.ts';

interface Span {
  readonly start: number;
  readonly end: number;
  readonly token: number;
  readonly tokenEnd: number;
  readonly clause: number;
  readonly inTitle: boolean;
}

export interface ExchangeMention extends Span {
  readonly what: 'exchange';
  readonly exchange: Exchange;
}

export interface AuthorityMention extends Span {
  readonly what: 'authority';
  readonly authority: Authority;
  /** Several bear this name and nothing told which: only its type can be trusted. */
  readonly uncertain: boolean;
}

export interface PlaceMention extends Span {
  readonly what: 'place';
  readonly place: Jurisdiction;
  readonly form: 'name' | 'adjective' | 'city';
}

export interface CueMention extends Span {
  readonly what: 'cue';
  readonly group: string;
  readonly cue: Cue;
}

/** Everything that was found in a document, in order of appearance. */
export interface Mentions {
  readonly exchanges: readonly ExchangeMention[];
  readonly authorities: readonly AuthorityMention[];
  readonly places: readonly PlaceMention[];
  readonly cues: readonly CueMention[];
}

const SHORT_ACRONYM = /^[A-Z]{1,4}$/;

/** Short acronyms that are words in some language (`MAS`, `ED`, `si`) count only when written as acronyms. */
const writtenAsMeant = (document: Document, found: Found<Named>): boolean => {
  const written = rawSpan(document, found.start, found.end).text;
  if (written.length > 4 || !/^[a-z]/i.test(written)) return true;
  return SHORT_ACRONYM.test(written) || !/^[a-z]+$/.test(written) || found.value.what === 'exchange';
};

const RANK = { exchange: 2, authority: 3, place: 1 } as const;

/** Of names that overlap the longest stands; of the same span all of the highest rank (several authorities share `SEC`). */
const settleOverlaps = (found: readonly Found<Named>[]): readonly Found<Named>[] => {
  const sorted = [...found].sort(
    (a, b) => b.end - b.start - (a.end - a.start) || RANK[b.value.what] - RANK[a.value.what],
  );
  const kept: Found<Named>[] = [];
  for (const candidate of sorted) {
    const clash = kept.find((other) => candidate.start < other.end && other.start < candidate.end);
    const twin = clash !== undefined && clash.start === candidate.start && clash.end === candidate.end;
    if (clash === undefined || (twin && clash.value.what === candidate.value.what)) kept.push(candidate);
  }
  return kept.sort((a, b) => a.start - b.start);
};

const spanOf = (document: Document, found: Found<unknown>): Span => ({
  start: found.start,
  end: found.end,
  token: found.token,
  tokenEnd: found.tokenEnd,
  clause: document.tokens[found.token]?.clause ?? 0,
  inTitle: found.start < document.titleEnd,
});

const countryOf = (code: string | undefined): string | undefined => code?.split('-')[0];

/** Where the entry plays, as far as names that need no context tell. */
const knownPlaces = (named: readonly Found<Named>[], feedPlace: string | undefined): ReadonlySet<string> => {
  const codes = named.flatMap(({ value }) => {
    if (value.what === 'place') return [value.place.code, countryOf(value.place.code)];
    if (value.what === 'authority' && !value.needsContext) return [countryOf(value.authority.jurisdiction)];
    return [];
  });
  return new Set([...codes, countryOf(feedPlace)].filter((code) => code !== undefined));
};

type AuthorityName = Extract<Named, { readonly what: 'authority' }>;

/** Which of those that share a name is meant. */
const chooseAuthority = (
  candidates: readonly AuthorityName[],
  places: ReadonlySet<string>,
): { readonly chosen: AuthorityName; readonly uncertain: boolean } | undefined => {
  const sure = candidates.find(({ needsContext }) => !needsContext);
  if (sure !== undefined) return { chosen: sure, uncertain: false };
  const local = candidates.filter(({ authority }) => places.has(countryOf(authority.jurisdiction) ?? ''));
  const chosen = local[0] ?? candidates.find(({ isDefault }) => isDefault) ?? candidates[0];
  if (chosen === undefined) return undefined;
  return { chosen, uncertain: local.length === 0 && !chosen.isDefault };
};

const groupBySpan = (found: readonly Found<Named>[]): readonly (readonly Found<Named>[])[] => {
  const groups = new Map<number, Found<Named>[]>();
  for (const item of found) {
    const group = groups.get(item.start);
    if (group === undefined) groups.set(item.start, [item]);
    else group.push(item);
  }
  return [...groups.values()];
};

const findCues = (document: Document, lexicon: Lexicon): readonly CueMention[] => {
  const cues: CueMention[] = [];
  for (const index of lexicon.cuesOf(document.language))
    for (const { value, start, end, token, tokenEnd } of index.find(document.normal.text, document.tokens))
      cues.push({
        what: 'cue',
        group: value.group,
        cue: value,
        start,
        end,
        token,
        tokenEnd,
        clause: document.tokens[token]?.clause ?? 0,
        inTitle: start < document.titleEnd,
      });
  return cues.sort((a, b) => a.start - b.start || b.end - a.end);
};

/** A name that needs context (Gemini) is a word that speaks of exchanges as well: it must not vouch for itself. */
const isItselfAName = (cue: CueMention, found: readonly Found<Named>[]): boolean =>
  found.some(
    ({ value, start, end }) =>
      value.what === 'exchange' && value.needsContext && cue.start >= start && cue.end <= end,
  );

/**
 * Finds names and cues. Names that are ordinary words count only where crypto is spoken of.
 * @param feedPlace jurisdiction of the feed: decides whose `SEC` is meant where the text does not
 */
export const findMentions = (document: Document, lexicon: Lexicon, feedPlace?: string): Mentions => {
  const cues = findCues(document, lexicon);
  const found = settleOverlaps(
    lexicon.names
      .find(document.normal.text, document.tokens)
      .filter((item) => writtenAsMeant(document, item)),
  );
  const places = knownPlaces(found, feedPlace);
  const crypto =
    cues.some((cue) => (cue.group === 'anchor' || cue.group === 'venue') && !isItselfAName(cue, found)) ||
    found.some(({ value }) => value.what === 'exchange' && !value.needsContext);
  const exchanges: ExchangeMention[] = [];
  const authorities: AuthorityMention[] = [];
  const placeMentions: PlaceMention[] = [];
  for (const group of groupBySpan(found)) {
    const first = group[0];
    if (first === undefined) continue;
    const span = spanOf(document, first);
    const { value } = first;
    if (value.what === 'exchange' && (crypto || !value.needsContext))
      exchanges.push({ ...span, what: 'exchange', exchange: value.exchange });
    if (value.what === 'place')
      placeMentions.push({ ...span, what: 'place', place: value.place, form: value.form });
    const names = group.map((item) => item.value).filter((name) => name.what === 'authority');
    const choice = chooseAuthority(names, places);
    if (choice !== undefined)
      authorities.push({
        ...span,
        what: 'authority',
        authority: choice.chosen.authority,
        uncertain: choice.uncertain,
      });
  }
  return { exchanges, authorities, places: placeMentions, cues };
};
