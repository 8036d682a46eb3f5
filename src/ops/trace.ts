/** The latest of something by key, bounded: what `/why` can still explain. */
export interface Trace<T> {
  note(key: string, value: T): void;
  find(key: string): T | undefined;
}

/** Keeps the newest `most` values; the oldest are forgotten first. */
export const createTrace = <T>(most: number): Trace<T> => {
  const kept = new Map<string, T>();
  return {
    find: (key) => kept.get(key),
    note(key, value) {
      kept.delete(key);
      kept.set(key, value);
      const [oldest] = kept.keys();
      if (kept.size > most && oldest !== undefined) kept.delete(oldest);
    },
  };
};
