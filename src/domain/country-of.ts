/** The country (ISO 3166-1) in which a place lies: `CA` of `CA-ON`; of a country or a bloc, itself. */
export function countryOf(place: string): string;
export function countryOf(place: string | undefined): string | undefined;
export function countryOf(place: string | undefined): string | undefined {
  return place?.split('-')[0];
}
