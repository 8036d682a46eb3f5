const FALLBACK = 'en';

const maximised = (tag: string): Intl.Locale | undefined => {
  try {
    return new Intl.Locale(tag).maximize();
  } catch (error) {
    // Platforms hand us what clients send: `zh_CN`, or worse.
    if (error instanceof RangeError) return undefined;
    throw error;
  }
};

/**
 * The nearest of `languages` for a BCP 47 tag: the same language in the same script (`zh-TW` reads `zh-Hant`,
 * `pt-BR` reads `pt`), then the same language, at last English.
 */
export const pickLanguage = (tag: string, languages: readonly string[]): string => {
  if (languages.includes(tag)) return tag;
  const wanted = maximised(tag.replaceAll('_', '-'));
  if (wanted === undefined) return FALLBACK;
  const same = languages.filter((language) => maximised(language)?.language === wanted.language);
  return same.find((language) => maximised(language)?.script === wanted.script) ?? same[0] ?? FALLBACK;
};
