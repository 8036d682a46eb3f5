import type { Jurisdiction } from '../domain/catalogue.ts';

const withoutEnding = (name: string | undefined): string | undefined => name?.replace(/\*$/, '');

/** Places that everybody calls by their short name; elsewhere "RU" or "BK" for the United Kingdom would puzzle. */
const SHORT = ['US', 'HK', 'MO', 'PS'];

/**
 * Names places in one language: countries and the EU as CLDR calls them ("UK", 香港), parts of countries as
 * `config/jurisdictions.yaml` does, an unknown code as it is.
 */
export const createPlaceNames = (
  language: string,
  jurisdictions: ReadonlyMap<string, Jurisdiction>,
): ((code: string) => string) => {
  const short = new Intl.DisplayNames(language, { type: 'region', style: 'short' });
  const long = new Intl.DisplayNames(language, { type: 'region', style: 'long' });

  return (code) => {
    if (/^[A-Z]{2}$/.test(code)) {
      const names = language === 'en' || SHORT.includes(code) ? short : long;
      return names.of(code) ?? code;
    }
    const names = jurisdictions.get(code)?.names;
    return withoutEnding(names?.[language]?.[0]) ?? withoutEnding(names?.en?.[0]) ?? code;
  };
};
