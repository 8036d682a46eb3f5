import type { Authority } from '../domain/catalogue.ts';
import { countryOf } from '../domain/country-of.ts';
import type { DocumentPart } from './document-part.ts';
import type { PlaceMention } from './find-mentions.ts';

/**
 * The parts of the chosen countries that act: their names, or those of their authorities. Where an authority of the whole
 * country acts, a city or what the text alone names is where it sits or sues: people elsewhere are touched as well.
 */
export const readSubdivisions = (
  { document, mentions }: DocumentPart,
  countries: readonly string[],
  actor?: Pick<Authority, 'jurisdiction'>,
): readonly string[] => {
  const isWhereItSues = ({ place, form, start }: PlaceMention): boolean =>
    actor?.jurisdiction === place.parent && (form === 'city' || start >= document.titleEnd);
  const codes = [
    ...mentions.places.flatMap((mention) =>
      mention.place.parent === undefined || isWhereItSues(mention) ? [] : [mention.place.code],
    ),
    ...mentions.authorities.flatMap(({ authority }) => authority.jurisdiction ?? []),
  ];
  return [...new Set(codes)].filter((code) => code.includes('-') && countries.includes(countryOf(code)));
};
