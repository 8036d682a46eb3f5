import type { Jurisdiction } from '../domain/catalogue.ts';

const withoutEnding = (name: string | undefined): string | undefined => name?.replace(/\*$/, '');

/**
 * A place in the reader's language: countries and the EU as CLDR calls them in short ("UK", 香港), parts of
 * countries as `config/jurisdictions.yaml` does, an unknown code as it is.
 */
export const placeName = (
  code: string,
  language: string,
  jurisdictions: ReadonlyMap<string, Jurisdiction>,
): string => {
  if (/^[A-Z]{2}$/.test(code)) {
    const names = new Intl.DisplayNames(language, { type: 'region', style: 'short' });
    return names.of(code) ?? code;
  }
  const names = jurisdictions.get(code)?.names;
  return withoutEnding(names?.[language]?.[0]) ?? withoutEnding(names?.en?.[0]) ?? code;
};
