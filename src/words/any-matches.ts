/**
 * True where one of several patterns matches. Each language has short ones of its own: whether a pattern can be slowed
 * down is soon shown of a short one, and hardly of one for all languages.
 */
export const anyMatches = (patterns: readonly RegExp[], text: string): boolean =>
  patterns.some((pattern) => pattern.test(text));
