import { type Millis, SECOND } from '../domain/instant.ts';

/** How many requests are on their way: as few as the rate needs, because each of them is repeated after a crash. */
export interface Width {
  begin(now: Millis): void;
  end(begunAt: Millis, now: Millis): void;
  /** How long until another may begin, unless one ends before; 0 for now. */
  wait(rate: number, now: Millis): Millis;
}

/** More than the mean asks for: some take longer. */
const SPARE = 1;
/** So few repeats after a crash are borne, and what was held up is made good for. */
const LEAST = 3;
/** How far one turn moves the mean. */
const SHARE = 1 / 8;
/** One that takes longer is a slow chat's, and holds up nobody. */
const SLOW = SECOND;

/** Rate times duration is what is under way on average (Little's law). */
export const createWidth = (most: number): Width => {
  const begun: Millis[] = [];
  let mean: Millis = 0;
  return {
    begin: (now) => void begun.push(now),
    end(begunAt, now) {
      begun.splice(begun.indexOf(begunAt), 1);
      mean += (Math.min(SLOW, now - begunAt) - mean) * SHARE;
    },
    wait(rate, now) {
      if (begun.length >= most) return Number.POSITIVE_INFINITY;
      const room = Number.isFinite(rate) ? Math.max(LEAST, SPARE + Math.ceil((rate * mean) / SECOND)) : most;
      const young = begun.filter((at) => now - at < SLOW);
      const eldest = young[young.length - room];
      return eldest === undefined ? 0 : eldest + SLOW - now;
    },
  };
};
