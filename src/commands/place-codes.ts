/** Codes that CLDR names but that are no place where a measure can bite (the world, pseudo locales, the euro area). */
const NO_PLACES = new Set(['ZZ', 'XA', 'XB', 'QO', 'EZ', 'UN', 'CQ', 'AC', 'CP', 'DG', 'EA', 'IC', 'TA']);

const LETTERS = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];

/** `UK`, `SU` and other retired codes stand for another one. */
const isCurrent = (code: string): boolean => new Intl.Locale(`und-${code}`).region === code;

/** Every ISO 3166-1 alpha-2 code that has a name, and `EU`. */
export const placeCodes = (): readonly string[] => {
  const names = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' });
  return LETTERS.flatMap((first) => LETTERS.map((second) => first + second)).filter(
    (code) => !NO_PLACES.has(code) && names.of(code) !== undefined && isCurrent(code),
  );
};

/** Every country's names, long and short, in these languages. */
export const countryNames = (
  codes: ReadonlySet<string>,
  languages: readonly string[],
): readonly (readonly [code: string, name: string])[] =>
  languages.flatMap((language) =>
    (['long', 'short'] as const).flatMap((style) => {
      const names = new Intl.DisplayNames(language, { type: 'region', style, fallback: 'none' });
      return [...codes].flatMap((code): (readonly [string, string])[] => {
        const name = code.length === 2 ? names.of(code) : undefined;
        return name === undefined ? [] : [[code, name]];
      });
    }),
  );
