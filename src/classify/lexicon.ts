import { baseLanguage } from '../domain/base-language.ts';
import type { Authority, Catalogue, Exchange, Jurisdiction } from '../domain/catalogue.ts';
import { lazily } from '../domain/lazily.ts';
import { type CompiledLexicon, compileLexicon, type NameMeaning, type PlaceForm } from './compile-lexicon.ts';
import { createHomeOf } from './home-of.ts';
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
      readonly form: PlaceForm;
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
  /** Where a language is mostly read, if anywhere. */
  homeOf(language: string): string | undefined;
  readonly exchanges: ReadonlyMap<string, Exchange>;
  readonly authorities: ReadonlyMap<string, Authority>;
  readonly places: ReadonlyMap<string, Jurisdiction>;
}

type Known = Pick<Lexicon, 'exchanges' | 'authorities' | 'places'>;

const owner = <T>(things: ReadonlyMap<string, T>, id: string): T => {
  const thing = things.get(id);
  if (thing === undefined) throw new Error(`a lexicon that was compiled from another catalogue: no ${id}`);
  return thing;
};

const nameOf = (
  { what, id, needsContext = false, isDefault = false, form = 'name' }: NameMeaning,
  { exchanges, authorities, places }: Known,
): Named => {
  if (what === 'exchange') return { what, exchange: owner(exchanges, id), needsContext };
  if (what === 'authority') return { what, authority: owner(authorities, id), needsContext, isDefault };
  return { what, place: owner(places, id), form };
};

/** Puts a compiled lexicon together with the catalogue that it was compiled from. */
export const buildLexicon = (
  catalogue: Catalogue,
  compiled: CompiledLexicon = compileLexicon(catalogue),
): Lexicon => {
  const known = {
    exchanges: new Map(catalogue.exchanges.map((exchange) => [exchange.id, exchange])),
    authorities: new Map(catalogue.authorities.map((authority) => [authority.id, authority])),
    places: new Map(catalogue.jurisdictions.map((place) => [place.code, place])),
  };
  const names = createPhraseIndex(compiled.names, (meaning) => nameOf(JSON.parse(meaning), known));
  const cues = new Map<string, PhraseIndex<Cue>>();
  const indexOf = (language: string): PhraseIndex<Cue> => {
    const index =
      cues.get(language) ??
      createPhraseIndex(compiled.cues(language), (group, pattern) => ({ group, pattern, language }));
    cues.set(language, index);
    return index;
  };
  const all = lazily(() => compiled.languages.map(indexOf));
  const own = new Map(
    compiled.languages.map((language) => [
      language,
      lazily(() => [...new Set([language, 'en'])].map(indexOf)),
    ]),
  );
  return {
    names,
    ...known,
    homeOf: createHomeOf(),
    cuesOf: (language) => (own.get(baseLanguage(language)) ?? all)(),
  };
};
