import { byStart } from '../domain/beside.ts';
import type { Authority, Exchange, Jurisdiction } from '../domain/catalogue.ts';
import { groupBy } from '../domain/group-by.ts';
import { lazily } from '../domain/lazily.ts';
import { authoritiesOf, chooseAuthority, placesOf } from './choose-authority.ts';
import type { PlaceForm } from './compile-lexicon.ts';
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
  /** The place that is part of its name here: `FTX Japan`. */
  readonly affiliate?: Jurisdiction;
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
  readonly form: PlaceForm;
}

export interface CueMention extends Span {
  readonly what: 'cue';
  readonly group: string;
  readonly cue: Cue;
}

/** Everything that was found in a document, in order of appearance. */
export interface Mentions {
  readonly exchanges: readonly ExchangeMention[];
  /**
   * Names that are ordinary words where nothing else speaks of crypto, and those that a gatekeeper bears as well: they
   * count once the entry is found to be about exchanges.
   */
  readonly presumed: readonly ExchangeMention[];
  /** What tells of a place without naming it: its money, its laws. */
  readonly hints: readonly PlaceMention[];
  readonly authorities: readonly AuthorityMention[];
  readonly places: readonly PlaceMention[];
  readonly cues: readonly CueMention[];
  /** Where the language of the document is mostly read. */
  readonly home: string | undefined;
}

/** A proper name has a capital in every script that has capitals: `того` is not Togo, `bursa` is not Bursa. */
const lacksCapital = (written: string, hasCapitals: () => boolean): boolean =>
  written === written.toLowerCase() && written !== written.toUpperCase() && hasCapitals();

const isProperName = ({ value }: Found<Named>): boolean =>
  value.what === 'place' && (value.form === 'name' || value.form === 'city');

/** Short names that are words in some language (`MAS`, `ED`, `Gate`) count only with a capital. */
const isWrittenAsMeant = (written: string, found: Found<Named>, hasCapitals: () => boolean): boolean => {
  if (isProperName(found) && lacksCapital(written, hasCapitals)) return false;
  if (written.length > 4 || !/^[a-z]/i.test(written)) return true;
  const isOwnWord = found.value.what === 'exchange' && !found.value.needsContext;
  return !/^[a-z]+$/.test(written) || isOwnWord;
};

const writtenAsMeant = (document: Document, found: readonly Found<Named>[]): readonly Found<Named>[] => {
  const hasCapitals = lazily(() => document.raw !== document.raw.toLowerCase());
  return found.filter((item) =>
    isWrittenAsMeant(rawSpan(document, item.start, item.end).text, item, hasCapitals),
  );
};

const RANK = { exchange: 2, authority: 3, place: 1 } as const;

/** A payment company is a gatekeeper to exchanges and sells coins itself: both readings of the name stand. */
const isTwin = (one: Found<Named>, other: Found<Named>): boolean =>
  one.start === other.start &&
  one.end === other.end &&
  (one.value.what === other.value.what || (one.value.what !== 'place' && other.value.what !== 'place'));

/** Of names that overlap the longest stands; of the same span all of the highest rank (several authorities share `SEC`). */
const settleOverlaps = (found: readonly Found<Named>[]): readonly Found<Named>[] => {
  const sorted = [...found].sort(
    (a, b) => b.end - b.start - (a.end - a.start) || RANK[b.value.what] - RANK[a.value.what],
  );
  const kept: Found<Named>[] = [];
  for (const candidate of sorted) {
    const clash = kept.find((other) => candidate.start < other.end && other.start < candidate.end);
    if (clash === undefined || isTwin(clash, candidate)) kept.push(candidate);
  }
  return kept.sort(byStart);
};

const spanOf = (document: Document, found: Found<unknown>): Span => ({
  start: found.start,
  end: found.end,
  token: found.token,
  tokenEnd: found.tokenEnd,
  clause: document.tokens[found.token]?.clause ?? 0,
  inTitle: found.start < document.titleEnd,
});

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

const speaksOfCrypto = (cues: readonly CueMention[], found: readonly Found<Named>[]): boolean =>
  cues.some((cue) => (cue.group === 'anchor' || cue.group === 'venue') && !isItselfAName(cue, found)) ||
  found.some(({ value }) => value.what === 'exchange' && !value.needsContext);

/** The place written inside an exchange's name, if any. */
const affiliateOf = (exchange: Found<Named>, all: readonly Found<Named>[]): Jurisdiction | undefined => {
  const inside = all.find(
    ({ value, start, end }) => value.what === 'place' && start > exchange.start && end <= exchange.end,
  );
  return inside?.value.what === 'place' ? inside.value.place : undefined;
};

const placesIn = (group: readonly Found<Named>[], span: Span): readonly PlaceMention[] =>
  group.flatMap(({ value }) =>
    value.what === 'place' ? [{ ...span, what: 'place', place: value.place, form: value.form }] : [],
  );

const toExchange = (
  document: Document,
  found: Found<Named>,
  exchange: Exchange,
  all: readonly Found<Named>[],
): ExchangeMention => {
  const affiliate = affiliateOf(found, all);
  return {
    ...spanOf(document, found),
    what: 'exchange',
    exchange,
    ...(affiliate !== undefined && { affiliate }),
  };
};

/**
 * Finds names and cues. Names that are ordinary words count only where crypto is spoken of.
 * @param feedPlace jurisdiction of the feed: decides whose `SEC` is meant where the text does not
 */
export const findMentions = (document: Document, lexicon: Lexicon, feedPlace?: string): Mentions => {
  const cues = findCues(document, lexicon);
  const all = writtenAsMeant(document, lexicon.names.find(document.normal.text, document.tokens));
  const found = settleOverlaps(all);
  const groups = [...groupBy(found, ({ start }) => start).values()];
  const home = lexicon.homeOf(document.language);
  const places = placesOf(found, groups, document, feedPlace, home);
  const crypto = speaksOfCrypto(cues, found);
  const exchanges: ExchangeMention[] = [];
  const presumed: ExchangeMention[] = [];
  const authorities: AuthorityMention[] = [];
  const placed: PlaceMention[] = [];
  for (const group of groups) {
    const [first] = group;
    const span = spanOf(document, first);
    const choice = chooseAuthority(authoritiesOf(group), places, document.language);
    if (choice !== undefined) authorities.push({ ...span, what: 'authority', ...choice });
    placed.push(...placesIn(group, span));
    const venue = group.map(({ value }) => value).find((value) => value.what === 'exchange');
    if (venue === undefined) continue;
    const isSure = choice === undefined && (crypto || !venue.needsContext);
    (isSure ? exchanges : presumed).push(toExchange(document, first, venue.exchange, all));
  }
  const isHint = ({ form }: PlaceMention): boolean => form === 'hint';
  return {
    exchanges,
    presumed,
    authorities,
    places: placed.filter((place) => !isHint(place)),
    hints: placed.filter(isHint),
    cues,
    home,
  };
};
