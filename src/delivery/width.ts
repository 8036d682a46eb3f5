import { type Millis, SECOND } from '../domain/instant.ts';

/** How many requests are on their way: as few as the rate needs, because each of them is repeated after a crash. */
export interface Width {
  begin(now: Millis): void;
  /** @param answeredAt undefined where no request was made: it says nothing of how far the platform is */
  end(begunAt: Millis, answeredAt: Millis | undefined): void;
  /** How long until another may begin, unless one ends before; 0 for now. */
  wait(rate: number, now: Millis): Millis;
}

/** More than the way asks for: some take longer. */
const SPARE = 1;
/** So few repeats after a crash are borne, and what was held up is made good for. */
const LEAST = 3;
/** Of so many turns an eighth met nothing but the way; others may have waited for something on our side. */
const LATEST = 32;
const EIGHTH = LATEST / 8;
/** One that takes longer is a slow chat's, and holds up nobody; a busy process sees an answer late, but not so late. */
const SLOW = 3 * SECOND;

/**
 * Rate times duration is what is under way on average (Little's law). The duration is the way's, not the mean: a process
 * that is short of time sees answers late, and would have the more of them to lose.
 */
export const createWidth = (most: number): Width => {
  const begun: Millis[] = [];
  /** Near, until it is known to be far: what begins while the process still starts is late for that. */
  const took: Millis[] = new Array<Millis>(LATEST).fill(0);
  return {
    begin: (now) => void begun.push(now),
    end(begunAt, answeredAt) {
      begun.splice(begun.indexOf(begunAt), 1);
      if (answeredAt === undefined) return;
      took.push(Math.min(SLOW, answeredAt - begunAt));
      took.shift();
    },
    wait(rate, now) {
      if (begun.length >= most) return Number.POSITIVE_INFINITY;
      if (!Number.isFinite(rate)) return 0;
      const way = took.toSorted((a, b) => a - b)[EIGHTH] ?? 0;
      const room = Math.max(LEAST, SPARE + Math.ceil((rate * way) / SECOND));
      const young = begun.filter((at) => now - at < SLOW);
      const eldest = young[young.length - room];
      return eldest === undefined ? 0 : eldest + SLOW - now;
    },
  };
};
