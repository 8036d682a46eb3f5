/** A part of a message that stands or goes as a whole. */
export interface Part {
  readonly length: number;
  /** Higher stays longer. */
  readonly priority: number;
}

/**
 * The parts that fit into `limit`, in their order: the lowest priority goes first, among equals the last. Nothing is
 * cut, so that no sentence and no name ends halfway.
 */
export const fitParts = <P extends Part>(parts: readonly P[], limit: number): readonly P[] => {
  const leaving = parts
    .map((part, at) => ({ part, at }))
    .toSorted((one, other) => one.part.priority - other.part.priority || other.at - one.at);
  let length = parts.reduce((sum, part) => sum + part.length, 0);
  const gone = new Set<number>();
  for (const { part, at } of leaving) {
    if (length <= limit) break;
    gone.add(at);
    length -= part.length;
  }
  return parts.filter((_, at) => !gone.has(at));
};
