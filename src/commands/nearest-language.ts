import { baseLanguage } from '../domain/base-language.ts';

/** BCP 47 tags of places that write Chinese in traditional characters. */
const TRADITIONAL = /^zh-(?:hant|tw|hk|mo)/i;

/** The one of our languages that a tag comes nearest to: itself, its language, at last English. */
export const nearestLanguage = (tag: string, languages: readonly string[]): string => {
  const wanted = TRADITIONAL.test(tag) ? 'zh-Hant' : tag;
  const exact = languages.find((language) => language.toLowerCase() === wanted.toLowerCase());
  const base = baseLanguage(wanted.toLowerCase());
  return exact ?? languages.find((language) => language.toLowerCase() === base) ?? 'en';
};
