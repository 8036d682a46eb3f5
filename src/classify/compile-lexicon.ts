import type { Alias, Catalogue, Jurisdiction } from '../domain/catalogue.ts';
import { headOf, type PhraseHead } from './phrase.ts';

/** A name of the gazetteers, ready to be found. */
export interface CompiledName {
  readonly head: PhraseHead;
  readonly what: 'exchange' | 'authority' | 'place';
  readonly id: string;
  readonly needsContext?: true;
  /** The one usually meant. */
  readonly isDefault?: true;
  readonly form?: 'name' | 'adjective' | 'city';
}

export interface CompiledCue {
  readonly head: PhraseHead;
  readonly group: string;
}

/** All names and cues, each with the word that it begins with. Cues are asked for by language: few are ever needed. */
export interface CompiledLexicon {
  /** To be gone through once. */
  readonly names: Iterable<CompiledName>;
  readonly languages: readonly string[];
  cues(language: string): readonly CompiledCue[];
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

/** A single letter or character (加, 美, X) is a part of too many words to be a name. */
const isTooShort = (name: string): boolean => name.length < 2;

const compileAliases = (
  what: 'exchange' | 'authority',
  id: string,
  aliases: readonly Alias[],
): CompiledName[] =>
  aliases.flatMap(({ text, needsContext, isDefault }): CompiledName[] => {
    const head = isTooShort(text) ? undefined : headOf(withEnding(text));
    if (head === undefined) return [];
    return [
      {
        head,
        what,
        id,
        ...(needsContext && { needsContext: true as const }),
        ...(isDefault === true && { isDefault: true as const }),
      },
    ];
  });

const compilePlaces = (places: readonly Jurisdiction[]): CompiledName[] => {
  const displays = DISPLAY_LANGUAGES.map((language) => new Intl.DisplayNames([language], { type: 'region' }));
  return places.flatMap((place) => {
    const shown =
      place.parent === undefined ? displays.map((display) => display.of(place.code) ?? place.code) : [];
    const forms = {
      name: [...shown, ...Object.values(place.names).flat()],
      adjective: Object.values(place.adjectives).flat(),
      city: Object.values(place.cities).flat(),
    };
    const seen = new Set<string>();
    return (['name', 'adjective', 'city'] as const).flatMap((form) =>
      forms[form].flatMap((name): CompiledName[] => {
        if (
          isTooShort(name) ||
          seen.has(name) ||
          (name === place.code && form === 'name' && !place.names.en?.includes(name))
        )
          return [];
        seen.add(name);
        const head = headOf(withEnding(name));
        return head === undefined ? [] : [{ head, what: 'place', id: place.code, form }];
      }),
    );
  });
};

const compileCues = ({ taxonomy }: Catalogue, wanted: string): CompiledCue[] =>
  Object.entries(taxonomy.cues).flatMap(([group, cues]) =>
    (cues[wanted] ?? []).flatMap((pattern): CompiledCue[] => {
      const head = headOf(pattern);
      return head === undefined ? [] : [{ head, group }];
    }),
  );

function* compileNames({ exchanges, authorities, jurisdictions }: Catalogue): Generator<CompiledName> {
  for (const { id, aliases } of exchanges) yield* compileAliases('exchange', id, aliases);
  for (const { id, aliases } of authorities) yield* compileAliases('authority', id, aliases);
  yield* compilePlaces(jurisdictions);
}

export const compileLexicon = (catalogue: Catalogue): CompiledLexicon => ({
  names: compileNames(catalogue),
  languages: [...new Set(Object.values(catalogue.taxonomy.cues).flatMap((cues) => Object.keys(cues)))],
  cues: (language) => compileCues(catalogue, language),
});
