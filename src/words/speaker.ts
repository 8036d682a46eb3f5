import { IntlMessageFormat } from 'intl-messageformat';
import type { Locale } from '../domain/locale.ts';
import { directionOf } from './isolate.ts';
import { withLatinDigits } from './latin-digits.ts';
import { pickLanguage } from './pick-language.ts';

export type Params = Readonly<Record<string, string | number>>;

/** Says strings of the locales. Formatters are built once each, when first said. */
export interface Speaker {
  readonly languages: readonly string[];
  /** Throws for an unknown key or a missing placeholder: both are bugs. */
  say(language: string, key: string, params?: Params): string;
  has(key: string): boolean;
}

const REFERENCE = 'en';

export const createSpeaker = (locales: readonly Locale[]): Speaker => {
  const byLanguage = new Map(locales.map((locale) => [locale.language, locale]));
  const languages = [...byLanguage.keys()];
  const formatters = new Map<string, IntlMessageFormat>();

  const formatterOf = (language: string, key: string): IntlMessageFormat => {
    const id = `${language} ${key}`;
    const known = formatters.get(id);
    if (known !== undefined) return known;
    const message = byLanguage.get(language)?.messages.get(key);
    if (message === undefined) throw new Error(`no string "${key}" in the locale ${language}`);
    const formatter = new IntlMessageFormat(message, withLatinDigits(language), undefined, {
      ignoreTag: true,
    });
    formatters.set(id, formatter);
    return formatter;
  };

  return {
    languages,
    say: (language, key, params = {}) => {
      const spoken = pickLanguage(language, languages);
      const { isolate, layOut } = directionOf(spoken);
      const said = Object.entries(params).map(([name, value]) => [
        name,
        typeof value === 'string' ? isolate(value) : value,
      ]);
      return layOut(String(formatterOf(spoken, key).format(Object.fromEntries(said))));
    },
    has: (key) => byLanguage.get(REFERENCE)?.messages.has(key) ?? false,
  };
};
