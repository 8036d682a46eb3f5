import type { Clock } from '../domain/ports.ts';

/** The only reader of the machine's clocks. */
export const systemClock: Clock = {
  now: () => Date.now(),
  monotonic: () => performance.now(),
};
