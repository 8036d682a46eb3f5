/** Where a name or a day stands in a text, in UTF-16 units. */
export interface Stand {
  readonly start: number;
  readonly end: number;
}

/** Sorts by where they stand in the text. */
export const byStart = (one: Pick<Stand, 'start'>, other: Pick<Stand, 'start'>): number =>
  one.start - other.start;

/** True where one of the patterns, each of which ends in `$`, is told within `reach` units right before a name. */
export const standsBefore = (
  patterns: readonly RegExp[],
  text: string,
  { start }: Stand,
  reach: number,
): boolean => {
  const before = text.slice(Math.max(0, start - reach), start);
  return patterns.some((pattern) => pattern.test(before));
};

/** The same of what stands right behind it; each pattern begins with `^`. */
export const standsBehind = (
  patterns: readonly RegExp[],
  text: string,
  { end }: Stand,
  reach: number,
): boolean => {
  const behind = text.slice(end, end + reach);
  return patterns.some((pattern) => pattern.test(behind));
};
