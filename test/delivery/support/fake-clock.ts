import { setImmediate } from 'node:timers/promises';
import type { After } from '../../../src/delivery/after.ts';
import type { Clock } from '../../../src/domain/ports.ts';
import { T0 } from './builders.ts';

/** A clock that stands until it is told to go on, and then fires what falls due in its order. */
export interface FakeClock extends Clock {
  readonly after: After;
  advance(ms: number): Promise<void>;
  /** The machine's clock is set; intervals are not touched. */
  step(ms: number): void;
}

/** Lets everything that does not wait for the clock come to its end. */
export const settle = async (turns = 60): Promise<void> => {
  for (let turn = 0; turn < turns; turn++) await setImmediate();
};

export const createFakeClock = (start = T0): FakeClock => {
  let elapsed = 0;
  let stepped = 0;
  const timers = new Set<{ readonly at: number; readonly callback: () => void }>();

  const soonest = (until: number) =>
    [...timers].filter(({ at }) => at <= until).toSorted((a, b) => a.at - b.at)[0];

  return {
    now: () => start + elapsed + stepped,
    monotonic: () => elapsed,
    after(ms, callback) {
      const timer = { at: elapsed + ms, callback };
      timers.add(timer);
      return () => timers.delete(timer);
    },
    async advance(ms) {
      const until = elapsed + ms;
      await settle();
      for (let timer = soonest(until); timer !== undefined; timer = soonest(until)) {
        timers.delete(timer);
        elapsed = Math.max(elapsed, timer.at);
        timer.callback();
        await settle();
      }
      elapsed = until;
    },
    step(ms) {
      stepped += ms;
    },
  };
};
