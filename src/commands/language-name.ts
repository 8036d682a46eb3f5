/** A language as it is called in a language. */
export const languageName = (tag: string, language: string): string =>
  new Intl.DisplayNames(language, { type: 'language' }).of(tag) ?? tag;
