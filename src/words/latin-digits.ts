/** Arabic is written with two kinds of digits; commands, prices and addresses use the Latin ones, and so do we throughout. */
export const withLatinDigits = (language: string): string =>
  language.startsWith('ar') ? `${language}-u-nu-latn` : language;
