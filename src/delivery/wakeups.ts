import type { Millis } from '../domain/instant.ts';

/** Things that sleep until a moment, soonest first (a binary heap). */
export interface Wakeups<T> {
  add(at: Millis, sleeper: T): void;
  /** The soonest moment, if anything sleeps. */
  next(): Millis | undefined;
  /** Takes out one whose moment has come. */
  pop(now: Millis): T | undefined;
  size(): number;
}

export const createWakeups = <T>(): Wakeups<T> => {
  const heap: { readonly at: Millis; readonly sleeper: T }[] = [];

  const isBefore = (a: number, b: number): boolean => (heap[a]?.at ?? Infinity) < (heap[b]?.at ?? Infinity);
  const swap = (a: number, b: number): void => {
    const [first, second] = [heap[a], heap[b]];
    if (first === undefined || second === undefined) return;
    heap[a] = second;
    heap[b] = first;
  };
  const rise = (from: number): void => {
    for (let at = from; at > 0; ) {
      const parent = (at - 1) >> 1;
      if (!isBefore(at, parent)) return;
      swap(at, parent);
      at = parent;
    }
  };
  const sink = (): void => {
    for (let at = 0; ; ) {
      const left = 2 * at + 1;
      const least = isBefore(left + 1, left) ? left + 1 : left;
      if (!isBefore(least, at)) return;
      swap(at, least);
      at = least;
    }
  };

  return {
    add(at, sleeper) {
      heap.push({ at, sleeper });
      rise(heap.length - 1);
    },
    next: () => heap[0]?.at,
    size: () => heap.length,
    pop(now) {
      const top = heap[0];
      if (top === undefined || top.at > now) return undefined;
      swap(0, heap.length - 1);
      heap.pop();
      sink();
      return top.sleeper;
    },
  };
};
