import { baseLanguage } from '../domain/base-language.ts';
import type { Authority, AuthorityType } from '../domain/catalogue.ts';
import { countryOf } from '../domain/country-of.ts';
import type { Document } from './document.ts';
import type { Named } from './lexicon.ts';
import type { Found } from './phrase-index.ts';

const WORLDWIDE: ReadonlySet<string> = new Set(['app-store', 'network']);

/** Where the entry plays, as far as names that need no context tell. A store or network of the whole world tells nothing. */
const knownPlaces = (named: readonly Found<Named>[]): ReadonlySet<string> => {
  const codes = named.flatMap(({ value }) => {
    if (value.what === 'place') return [value.place.code, countryOf(value.place.code)];
    if (value.what === 'authority' && !value.needsContext && !WORLDWIDE.has(value.authority.type))
      return [countryOf(value.authority.jurisdiction)];
    return [];
  });
  return new Set(codes.filter((code) => code !== undefined));
};

type AuthorityName = Extract<Named, { readonly what: 'authority' }>;

export const authoritiesOf = (group: readonly Found<Named>[]): readonly AuthorityName[] =>
  group.map(({ value }) => value).filter((value) => value.what === 'authority');

/** Where two different names that each belong to several countries agree on one: `SEC` and `NTC` together are Philippine. */
const agreedPlaces = (groups: readonly (readonly Found<Named>[])[], text: string): ReadonlySet<string> => {
  const votes = new Map<string, Set<string>>();
  for (const group of groups) {
    const first = group[0];
    if (first === undefined) continue;
    for (const { authority, needsContext } of authoritiesOf(group)) {
      const counts = needsContext && !authority.gatekeeper;
      const country = counts ? countryOf(authority.jurisdiction) : undefined;
      if (country === undefined) continue;
      const names = votes.get(country) ?? new Set();
      votes.set(country, names.add(text.slice(first.start, first.end)));
    }
  }
  const [most, next] = [...votes].sort(([, a], [, b]) => b.size - a.size);
  const agree = most !== undefined && most[1].size > Math.max(1, next?.[1].size ?? 0);
  return new Set(agree ? [most[0]] : []);
};

/** Languages of many countries: who writes them tells nothing of where. */
const WORLD_LANGUAGES: ReadonlySet<string> = new Set(['en', 'es', 'fr', 'pt', 'ar', 'und']);

/** A language of many countries tells nothing of where. */
const homeIn = (language: string, home: string | undefined): string | undefined =>
  WORLD_LANGUAGES.has(baseLanguage(language)) ? undefined : home;

/** Where the entry plays: what it names, else what its authorities share, else where its publisher sits or its language is read. */
export const placesOf = (
  named: readonly Found<Named>[],
  groups: readonly (readonly Found<Named>[])[],
  { normal, language }: Document,
  feedPlace: string | undefined,
  languageHome: string | undefined,
): ReadonlySet<string> => {
  const known = knownPlaces(named);
  if (known.size > 0) return known;
  const agreed = agreedPlaces(groups, normal.text);
  const home = countryOf(feedPlace) ?? homeIn(language, languageHome);
  return agreed.size > 0 || home === undefined ? agreed : new Set([home]);
};

/** True where most people of a country speak a language, as the likely subtags of Unicode's CLDR have it. */
const speaks = (country: string, language: string): boolean =>
  new Intl.Locale(`und-${country}`).maximize().language === baseLanguage(language);

/** `SFC` in Spanish is that of Colombia: the one of those that share the name in whose country the language is spoken. */
const akin = (candidates: readonly AuthorityName[], language: string): AuthorityName | undefined => {
  // English is read everywhere.
  if (baseLanguage(language) === 'en') return undefined;
  const [one, ...others] = candidates.filter(({ authority }) => {
    const country = countryOf(authority.jurisdiction);
    return country !== undefined && speaks(country, language);
  });
  return others.length === 0 ? one : undefined;
};

/** What every country has one of, by the same name in a language: `Supreme Court` beside Nepal is that of Nepal. */
const OF_EVERY_COUNTRY: readonly AuthorityType[] = ['central-bank', 'court'];

/** Which of those that share a name is meant. `uncertain` where nothing told: only its type can be trusted. */
export const chooseAuthority = (
  candidates: readonly AuthorityName[],
  places: ReadonlySet<string>,
  language: string,
): { readonly authority: Authority; readonly uncertain: boolean } | undefined => {
  const sure = candidates.find(({ needsContext }) => !needsContext);
  if (sure !== undefined) return { authority: sure.authority, uncertain: false };
  const local = candidates.filter(({ authority }) => places.has(countryOf(authority.jurisdiction) ?? ''));
  const spoken = places.size === 0 && candidates.length > 1 ? akin(candidates, language) : undefined;
  const chosen = local[0] ?? spoken ?? candidates.find(({ isDefault }) => isDefault) ?? candidates[0];
  if (chosen === undefined) return undefined;
  // `Banco Central` is the central bank of the country that is spoken of, whoever usually bears the name.
  const isForeign = places.size > 0 && OF_EVERY_COUNTRY.includes(chosen.authority.type);
  return {
    authority: chosen.authority,
    uncertain: local.length === 0 && chosen !== spoken && (!chosen.isDefault || isForeign),
  };
};
