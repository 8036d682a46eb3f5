/** A text with a blank for all that global patterns find in it. */
export const withoutAll = (text: string, patterns: readonly RegExp[]): string =>
  patterns.reduce((rest, pattern) => rest.replace(pattern, ' '), text);
