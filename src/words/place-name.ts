import type { Jurisdiction } from '../domain/catalogue.ts';

const withoutEnding = (name: string | undefined): string | undefined => name?.replace(/\*$/, '');

/** Places that everybody calls by their short name; elsewhere "RU" or "BK" for the United Kingdom would puzzle. */
const SHORT = ['US', 'HK', 'MO', 'PS'];

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
    const style = language === 'en' || SHORT.includes(code) ? 'short' : 'long';
    const names = new Intl.DisplayNames(language, { type: 'region', style });
    return names.of(code) ?? code;
  }
  const names = jurisdictions.get(code)?.names;
  return withoutEnding(names?.[language]?.[0]) ?? withoutEnding(names?.en?.[0]) ?? code;
};
