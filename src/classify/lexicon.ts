import type { Authority, Catalogue, Exchange, Jurisdiction } from '../domain/catalogue.ts';
import {
  type CompiledCue,
  type CompiledLexicon,
  type CompiledName,
  compileLexicon,
} from './compile-lexicon.ts';
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

const nameOf = (
  { what, id, needsContext, isDefault, form }: CompiledName,
  { exchanges, authorities, places }: Pick<Lexicon, 'exchanges' | 'authorities' | 'places'>,
): Named | undefined => {
  const exchange = what === 'exchange' ? exchanges.get(id) : undefined;
  if (exchange !== undefined) return { what: 'exchange', exchange, needsContext: needsContext === true };
  const authority = what === 'authority' ? authorities.get(id) : undefined;
  if (authority !== undefined)
    return {
      what: 'authority',
      authority,
      needsContext: needsContext === true,
      isDefault: isDefault === true,
    };
  const place = what === 'place' ? places.get(id) : undefined;
  return place === undefined ? undefined : { what: 'place', place, form: form ?? 'name' };
};

const indexCues = (language: string, cues: readonly CompiledCue[]): PhraseIndex<Cue> => {
  const index = createPhraseIndex<Cue>();
  for (const { head, group } of cues) index.add(head, { group, pattern: head.pattern, language });
  return index;
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
  const names = createPhraseIndex<Named>();
  for (const name of compiled.names) {
    const named = nameOf(name, known);
    if (named !== undefined) names.add(name.head, named);
  }
  const cues = new Map<string, PhraseIndex<Cue>>();
  const indexOf = (language: string): PhraseIndex<Cue> => {
    const index = cues.get(language) ?? indexCues(language, compiled.cues(language));
    cues.set(language, index);
    return index;
  };
  return {
    names,
    ...known,
    cuesOf: (language) => {
      const own = language.split('-')[0] ?? language;
      const known = compiled.languages.includes(own);
      return (known ? [...new Set([own, 'en'])] : compiled.languages).map(indexOf);
    },
  };
};
