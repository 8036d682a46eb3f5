import type { Jurisdiction } from '../domain/catalogue.ts';
import { countryOf } from '../domain/country-of.ts';
import { groupBy } from '../domain/group-by.ts';

/** How places nest: a wish for a place hears what holds it and what lies in it (design, section 3). */
export interface Places {
  /** The place itself, everything around it, and everything in it: the wishes that hear of it. */
  near(code: string): readonly string[];
}

/** Everything that can be reached from `code` along `next`, without `code`. */
const reach = (code: string, next: (code: string) => readonly string[]): readonly string[] => {
  const found = new Set<string>();
  const open = [...next(code)];
  for (let place = open.pop(); place !== undefined; place = open.pop()) {
    if (place === code || found.has(place)) continue;
    found.add(place);
    open.push(...next(place));
  }
  return [...found];
};

/** The nesting of the catalogue's jurisdictions: subdivision in country, country in bloc. */
export const createPlaces = (jurisdictions: readonly Jurisdiction[]): Places => {
  const nestings = jurisdictions.flatMap(({ code, parent, blocs }) => {
    const holders = new Set([...(parent === undefined ? [] : [parent]), ...blocs]);
    return [...holders].map((holder) => ({ code, holder }));
  });
  const around = groupBy(nestings, ({ code }) => code);
  const inside = groupBy(nestings, ({ holder }) => holder);
  const holdersOf = (code: string): readonly string[] => {
    // The code of a subdivision tells its country, so that one absent from the catalogue still nests.
    const country = countryOf(code);
    return around.get(code)?.map(({ holder }) => holder) ?? (country === code ? [] : [country]);
  };
  const heldBy = (place: string): readonly string[] => inside.get(place)?.map(({ code }) => code) ?? [];
  return {
    near: (code) => [code, ...reach(code, holdersOf), ...reach(code, heldBy)],
  };
};
