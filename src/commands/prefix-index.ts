/** A beginning of a phrase, and the place of what it stands for among all values. */
interface Row {
  readonly start: string;
  readonly value: number;
  /** The phrase itself begins so, not only a word in it. */
  readonly isWhole: boolean;
}

const rowsOf = (phrase: string, value: number): readonly Row[] => [
  { start: phrase, value, isWhole: true },
  ...[...phrase.matchAll(/ (?=\S{2})/g)].map(({ index }) => ({
    start: phrase.slice(index + 1),
    value,
    isWhole: false,
  })),
];

/** Later words of a name count for less than any first word. */
const LATER = 1_000_000;

const rankOf = ({ start, value, isWhole }: Row, prefix: string): number => {
  if (start === prefix && isWhole) return value - LATER;
  return isWhole ? value : value + LATER;
};

/**
 * Finds values by how one of their phrases, or a word in it, begins: sorted once, found by halving.
 * Exact ones come first, then the earlier ones in `values`.
 */
export const createPrefixIndex = <T>(
  values: readonly { readonly value: T; readonly phrases: readonly string[] }[],
): ((prefix: string) => readonly T[]) => {
  const rows = values
    .flatMap(({ phrases }, value) => phrases.flatMap((phrase) => rowsOf(phrase, value)))
    .sort((a, b) => (a.start < b.start ? -1 : Number(a.start > b.start)));

  const firstFrom = (prefix: string): number => {
    let low = 0;
    let high = rows.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((rows[middle]?.start ?? '') < prefix) low = middle + 1;
      else high = middle;
    }
    return low;
  };

  return (prefix) => {
    const ranks = new Map<number, number>();
    for (let at = firstFrom(prefix); rows[at]?.start.startsWith(prefix); at++) {
      const row = rows[at];
      if (row === undefined) break;
      const rank = rankOf(row, prefix);
      if (rank < (ranks.get(row.value) ?? Number.POSITIVE_INFINITY)) ranks.set(row.value, rank);
    }
    return [...ranks].sort(([, a], [, b]) => a - b).flatMap(([value]) => values[value]?.value ?? []);
  };
};
