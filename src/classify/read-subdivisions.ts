import { countryOf } from '../domain/country-of.ts';
import type { Mentions } from './find-mentions.ts';

/** The parts of the chosen countries that act: their names, or those of their authorities. */
export const readSubdivisions = (mentions: Mentions, countries: readonly string[]): readonly string[] => {
  const codes = [
    ...mentions.places.flatMap(({ place }) => (place.parent === undefined ? [] : [place.code])),
    ...mentions.authorities.flatMap(({ authority }) => authority.jurisdiction ?? []),
  ];
  return [...new Set(codes)].filter((code) => code.includes('-') && countries.includes(countryOf(code)));
};
