/** The language itself of a BCP 47 tag, without script and region: `zh` of `zh-Hant`. */
export const baseLanguage = (tag: string): string => {
  const [language = tag] = tag.split('-');
  return language;
};
