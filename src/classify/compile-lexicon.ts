import type { Alias, Catalogue, Jurisdiction } from '../domain/catalogue.ts';
import { CASES, headOf } from './phrase.ts';
import { createPhraseTable, type PhraseTable, type TableEntry } from './phrase-table.ts';

/** How a place is said; a `hint` tells of it without naming it: its money, its laws. */
export type PlaceForm = 'name' | 'adjective' | 'city' | 'hint';

/** What a name of the gazetteers stands for. */
export interface NameMeaning {
  readonly what: 'exchange' | 'authority' | 'place';
  readonly id: string;
  readonly needsContext?: boolean;
  /** The one usually meant. */
  readonly isDefault?: boolean;
  readonly form?: PlaceForm;
}

/** All names and cues, ready to be found. Cues are asked for by language: few are ever needed. */
export interface CompiledLexicon {
  /** Each means a `NameMeaning`, as JSON. */
  readonly names: PhraseTable;
  readonly languages: readonly string[];
  /** Each means its group. */
  cues(language: string): PhraseTable;
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

/** A brand in Latin letters, five at least; those in -a change their end, and stand in the gazetteer form by form. */
const IS_BRAND = /^[A-Z][A-Za-z0-9]{3,}[B-Zb-z]$/;

const withCases = (name: string): string => (IS_BRAND.test(name) ? `${name}${CASES}` : withEnding(name));

/** A single letter or character (加, 美, X) is a part of too many words to be a name. */
const isTooShort = (name: string): boolean => name.length < 2;

const toEntry = (pattern: string, meaning: string): readonly TableEntry[] => {
  const head = headOf(pattern);
  return head === undefined ? [] : [{ head, meaning }];
};

const nameEntry = (name: string, meaning: NameMeaning): readonly TableEntry[] => {
  const pattern = meaning.what === 'exchange' && !meaning.needsContext ? withCases(name) : withEnding(name);
  return isTooShort(name) ? [] : toEntry(pattern, JSON.stringify(meaning));
};

const compileAliases = (
  what: 'exchange' | 'authority',
  id: string,
  aliases: readonly Alias[],
): readonly TableEntry[] =>
  aliases.flatMap(({ text, needsContext, isDefault }) =>
    nameEntry(text, {
      what,
      id,
      ...(needsContext && { needsContext: true }),
      ...(isDefault === true && { isDefault: true }),
    }),
  );

const compilePlaces = (places: readonly Jurisdiction[]): readonly TableEntry[] => {
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
    const seen = new Set<string>(place.struck);
    return (['name', 'adjective', 'city', 'hint'] as const).flatMap((form) =>
      forms[form].flatMap((name): readonly TableEntry[] => {
        const isCode = name === place.code && form === 'name' && !place.names.en?.includes(name);
        if (seen.has(name) || isCode) return [];
        seen.add(name);
        return nameEntry(name, { what: 'place', id: place.code, form });
      }),
    );
  });
};

const compileCues = ({ taxonomy }: Pick<Catalogue, 'taxonomy'>, language: string): readonly TableEntry[] =>
  Object.entries(taxonomy.cues).flatMap(([group, cues]) =>
    (cues[language] ?? []).flatMap((pattern) => toEntry(pattern, group)),
  );

export const compileLexicon = (catalogue: Omit<Catalogue, 'feeds'>): CompiledLexicon => ({
  names: createPhraseTable([
    ...catalogue.exchanges.flatMap(({ id, aliases }) => compileAliases('exchange', id, aliases)),
    ...catalogue.authorities.flatMap(({ id, aliases }) => compileAliases('authority', id, aliases)),
    ...compilePlaces(catalogue.jurisdictions),
  ]),
  languages: [...new Set(Object.values(catalogue.taxonomy.cues).flatMap((cues) => Object.keys(cues)))],
  cues: (language) => createPhraseTable(compileCues(catalogue, language)),
});
