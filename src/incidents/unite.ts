const byCode = (left: string, right: string): number => (left < right ? -1 : Number(left > right));

/** All ids of several lists, each once, in an order that does not depend on who came first. */
export const unite = (...lists: readonly (readonly string[])[]): readonly string[] =>
  [...new Set(lists.flat())].toSorted(byCode);
