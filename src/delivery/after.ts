import type { Millis } from '../domain/instant.ts';

/** Calls back once after so long; gives the function that calls it off. Passed in so that tests need not wait. */
export type After = (ms: Millis, callback: () => void) => () => void;

/** setTimeout counts in 32 bits: anything longer would fire at once. */
const LONGEST = 2 ** 31 - 1;

export const systemAfter: After = (ms, callback) => {
  const timer = setTimeout(callback, Math.min(ms, LONGEST));
  return () => clearTimeout(timer);
};
