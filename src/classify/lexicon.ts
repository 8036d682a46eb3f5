import type { Alias, Authority, Catalogue, Exchange, Jurisdiction } from '../domain/catalogue.ts';
import { createPhraseIndex, type PhraseIndex } from './phrase-index.ts';

/** A name in a text that may be an exchange, an authority, or a place. */
export type Named =
  | { readonly what: 'exchange'; readonly exchange: Exchange; readonly needsContext: boolean }
  | {
      readonly what: 'authority';
      readonly authority: Authority;
      readonly needsContext: boolean;
      readonly isDefault: boolean;
    }
  | {
      readonly what: 'place';
      readonly place: Jurisdiction;
      readonly form: 'name' | 'adjective' | 'city';
    };

/** A word that speaks for something. `group` is a kind, a stage or a counter-cue (`config/cues/*.yaml`). */
export interface Cue {
  readonly group: string;
  readonly pattern: string;
  readonly language: string;
}

/** All names and cues of the catalogue, ready to be found in a text in one pass each. */
export interface Lexicon {
  readonly names: PhraseIndex<Named>;
  /** Cues of one language, or of any: English is read everywhere, because every press quotes it. */
  cuesOf(language: string): readonly PhraseIndex<Cue>[];
  readonly exchanges: ReadonlyMap<string, Exchange>;
  readonly authorities: ReadonlyMap<string, Authority>;
  readonly places: ReadonlyMap<string, Jurisdiction>;
}

const DISPLAY_LANGUAGES = [
  'en',
  'zh',
  'zh-Hant',
  'es',
  'ko',
  'ja',
  'ru',
  'pt',
  'de',
  'tr',
  'fr',
  'it',
  'ar',
  'fa',
  'id',
  'vi',
  'th',
  'pl',
  'uk',
  'nl',
  'hi',
];

/** Case endings that a name of these scripts takes: five letters of stem at least, so that no other word is hit. */
const INFLECTS = /^[\u0400-\u04ff]{4,}$/u;

const withEnding = (name: string): string =>
  INFLECTS.test(name) ? `${name.replace(/[аяоейіїью]$/, '')}*` : name;

const addAliases = <T extends Named>(
  index: PhraseIndex<Named>,
  names: readonly Alias[],
  make: (alias: Alias) => T,
): void => {
  for (const alias of names) index.add(withEnding(alias.text), make(alias));
};

const addPlaces = (index: PhraseIndex<Named>, places: readonly Jurisdiction[]): void => {
  const displays = DISPLAY_LANGUAGES.map((language) => new Intl.DisplayNames([language], { type: 'region' }));
  for (const place of places) {
    const shown = place.parent === undefined ? displays.map((display) => display.of(place.code)) : [];
    const named = new Set(
      [...shown, ...Object.values(place.names).flat()]
        .filter((name) => name !== undefined && name !== place.code)
        .map((name) => withEnding(name ?? '')),
    );
    for (const name of named) index.add(name, { what: 'place', place, form: 'name' });
    for (const name of Object.values(place.adjectives).flat())
      index.add(withEnding(name), {
        what: 'place',
        place,
        form: 'adjective',
      });
    for (const name of Object.values(place.cities).flat())
      index.add(withEnding(name), { what: 'place', place, form: 'city' });
  }
};

const buildNames = (catalogue: Catalogue): PhraseIndex<Named> => {
  const index = createPhraseIndex<Named>();
  for (const exchange of catalogue.exchanges)
    addAliases(index, exchange.aliases, ({ needsContext }) => ({ what: 'exchange', exchange, needsContext }));
  for (const authority of catalogue.authorities)
    addAliases(index, authority.aliases, ({ needsContext, isDefault }) => ({
      what: 'authority',
      authority,
      needsContext,
      isDefault: isDefault === true,
    }));
  addPlaces(index, catalogue.jurisdictions);
  return index;
};

const buildCues = ({ taxonomy }: Catalogue): ReadonlyMap<string, PhraseIndex<Cue>> => {
  const byLanguage = new Map<string, PhraseIndex<Cue>>();
  for (const [group, cues] of Object.entries(taxonomy.cues))
    for (const [language, patterns] of Object.entries(cues)) {
      const index = byLanguage.get(language) ?? createPhraseIndex<Cue>();
      byLanguage.set(language, index);
      for (const pattern of patterns) index.add(pattern, { group, pattern, language });
    }
  return byLanguage;
};

/** Compiles the catalogue. Costs some hundred milliseconds; done once. */
export const buildLexicon = (catalogue: Catalogue): Lexicon => {
  const cues = buildCues(catalogue);
  const all = [...cues.values()];
  return {
    names: buildNames(catalogue),
    cuesOf: (language) => {
      const own = cues.get(language.split('-')[0] ?? language);
      const english = cues.get('en');
      if (own === undefined) return all;
      return english === undefined || own === english ? [own] : [own, english];
    },
    exchanges: new Map(catalogue.exchanges.map((exchange) => [exchange.id, exchange])),
    authorities: new Map(catalogue.authorities.map((authority) => [authority.id, authority])),
    places: new Map(catalogue.jurisdictions.map((place) => [place.code, place])),
  };
};
