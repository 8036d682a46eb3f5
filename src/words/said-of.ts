/** What is said of a measure, and within some words behind it the measure. */
export type Pair = readonly [said: RegExp, of: RegExp];
/** So far behind where the first begins, in UTF-16 units. */
const REACH = 70;
/** The first part says it all. */
export const ANY = /(?:)/;

/** True of a text that holds both parts of a pair, the second near behind the beginning of the first. */
export const saysOf = (pairs: readonly Pair[], text: string): boolean =>
  pairs.some(([said, of]) => {
    const at = text.search(said);
    return at >= 0 && of.test(text.slice(at, at + REACH));
  });
