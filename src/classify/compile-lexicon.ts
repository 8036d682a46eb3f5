import type { Alias, Catalogue, Jurisdiction } from '../domain/catalogue.ts';
import { compilePhrase, type Piece } from './phrase-index.ts';

/** How a place is said; a `hint` tells of it without naming it: its money, its laws. */
export type PlaceForm = 'name' | 'adjective' | 'city' | 'hint';

/** A name of the gazetteers, ready to be found. `c`: needs context, `d`: the one usually meant, `f`: form of a place. */
export interface CompiledName {
  readonly pieces: readonly Piece[];
  readonly what: 'exchange' | 'authority' | 'place';
  readonly id: string;
  readonly needsContext?: true;
  readonly isDefault?: true;
  readonly form?: PlaceForm;
}

export interface CompiledCue {
  readonly pieces: readonly Piece[];
  readonly group: string;
  readonly pattern: string;
}

/** All names and cues as plain data: compiling takes a second, reading it back a few milliseconds. */
export interface CompiledLexicon {
  readonly names: readonly CompiledName[];
  readonly cues: Readonly<Record<string, readonly CompiledCue[]>>;
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
  'bn',
  'ur',
  'ro',
  'hu',
  'cs',
  'sk',
  'bg',
  'el',
  'sv',
  'da',
  'fi',
  'nb',
  'he',
  'ms',
  'kk',
];

/** Case endings that a name of these scripts (Cyrillic, Bengali) takes: four letters at least, so that no other word is hit. */
const INFLECTS = /^(?:[\u0400-\u04ff]{4,}|[\u0980-\u09ff]{4,})$/u;

const withEnding = (name: string): string =>
  INFLECTS.test(name) ? `${name.replace(/[аяоейіїью]$/, '')}*` : name;

/** A single letter or character (加, 美, X) is a part of too many words to be a name. */
const isTooShort = (name: string): boolean => name.length < 2;

const compileAliases = (
  what: 'exchange' | 'authority',
  id: string,
  aliases: readonly Alias[],
): CompiledName[] =>
  aliases
    .filter(({ text }) => !isTooShort(text))
    .map(({ text, needsContext, isDefault }) => ({
      pieces: compilePhrase(withEnding(text)),
      what,
      id,
      ...(needsContext && { needsContext: true as const }),
      ...(isDefault === true && { isDefault: true as const }),
    }));

const compilePlaces = (places: readonly Jurisdiction[]): CompiledName[] => {
  const displays = DISPLAY_LANGUAGES.map((language) => new Intl.DisplayNames([language], { type: 'region' }));
  return places.flatMap((place) => {
    const shown =
      place.parent === undefined ? displays.map((display) => display.of(place.code) ?? place.code) : [];
    const forms = {
      name: [...shown, ...Object.values(place.names).flat()],
      adjective: Object.values(place.adjectives).flat(),
      city: Object.values(place.cities).flat(),
      hint: Object.values(place.hints ?? {}).flat(),
    };
    const seen = new Set<string>();
    return (['name', 'adjective', 'city', 'hint'] as const).flatMap((form) =>
      forms[form].flatMap((name): CompiledName[] => {
        if (
          isTooShort(name) ||
          seen.has(name) ||
          (name === place.code && form === 'name' && !place.names.en?.includes(name))
        )
          return [];
        seen.add(name);
        return [{ pieces: compilePhrase(withEnding(name)), what: 'place', id: place.code, form }];
      }),
    );
  });
};

const compileCues = ({ taxonomy }: Catalogue): Record<string, CompiledCue[]> => {
  const byLanguage: Record<string, CompiledCue[]> = {};
  for (const [group, cues] of Object.entries(taxonomy.cues))
    for (const [language, patterns] of Object.entries(cues)) {
      byLanguage[language] ??= [];
      byLanguage[language].push(
        ...patterns.map((pattern) => ({ pieces: compilePhrase(pattern), group, pattern })),
      );
    }
  return byLanguage;
};

export const compileLexicon = (catalogue: Catalogue): CompiledLexicon => ({
  names: [
    ...catalogue.exchanges.flatMap(({ id, aliases }) => compileAliases('exchange', id, aliases)),
    ...catalogue.authorities.flatMap(({ id, aliases }) => compileAliases('authority', id, aliases)),
    ...compilePlaces(catalogue.jurisdictions),
  ],
  cues: compileCues(catalogue),
});
