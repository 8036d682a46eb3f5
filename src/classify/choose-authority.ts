import type { Named } from './lexicon.ts';
import type { Found } from './phrase-index.ts';

const countryOf = (code: string | undefined): string | undefined => code?.split('-')[0];

const WORLDWIDE: ReadonlySet<string> = new Set(['app-store', 'network']);

/** Where the entry plays, as far as names that need no context tell. A store or network of the whole world tells nothing. */
export const knownPlaces = (
  named: readonly Found<Named>[],
  feedPlace: string | undefined,
): ReadonlySet<string> => {
  const codes = named.flatMap(({ value }) => {
    if (value.what === 'place') return [value.place.code, countryOf(value.place.code)];
    if (value.what === 'authority' && !value.needsContext && !WORLDWIDE.has(value.authority.type))
      return [countryOf(value.authority.jurisdiction)];
    return [];
  });
  return new Set([...codes, countryOf(feedPlace)].filter((code) => code !== undefined));
};

export type AuthorityName = Extract<Named, { readonly what: 'authority' }>;

export const authoritiesOf = (group: readonly Found<Named>[]): readonly AuthorityName[] =>
  group.map(({ value }) => value).filter((value) => value.what === 'authority');

/** Where two different names that each belong to several countries agree on one: `SEC` and `NTC` together are Philippine. */
export const agreedPlace = (
  groups: readonly (readonly Found<Named>[])[],
  text: string,
): string | undefined => {
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
  return most !== undefined && most[1].size > Math.max(1, next?.[1].size ?? 0) ? most[0] : undefined;
};

/** Which of those that share a name is meant. */
export const chooseAuthority = (
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
