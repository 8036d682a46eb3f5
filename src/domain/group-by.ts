/** Items by key, keys and items in the order in which they come: `Map.groupBy`, which Node 20 has not. */
export const groupBy = <T, K>(items: Iterable<T>, keyOf: (item: T) => K): Map<K, [T, ...T[]]> => {
  const groups = new Map<K, [T, ...T[]]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [item]);
    else group.push(item);
  }
  return groups;
};
