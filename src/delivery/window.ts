import type { Millis } from '../domain/instant.ts';

/** At most `count` in any stretch of `perMs`. */
export interface Limit {
  readonly count: number;
  readonly perMs: Millis;
}

/** Keeps what a platform counts within its limit, wherever on the way requests and answers are held up. */
export interface Window {
  /** How long until one more may go out; 0 for now. While too many are on their way, the answer of one shortens it. */
  wait(now: Millis): Millis;
  take(): void;
  /** The request was answered so long after it was taken. */
  answered(tookMs: Millis, now: Millis): void;
  /** It was not made after all. */
  giveBack(): void;
}

export const NO_WINDOW: Window = {
  wait: () => 0,
  take: () => undefined,
  answered: () => undefined,
  giveBack: () => undefined,
};

/** The first ones are slow for reasons of our own. */
const ENOUGH_TO_KNOW = 100;

/**
 * When the platform counted a request nobody here knows, only that it was before the answer: its place is free again
 * one stretch after that. Two requests that took equally long were counted as far apart as they were made, hence the
 * fastest way there and back is taken off, or a far-away platform would be served below its limit.
 */
export const createWindow = ({ count, perMs }: Limit, share: () => number = () => 1): Window => {
  let underway = 0;
  let fastest = perMs;
  let known = 0;
  let freeAt: Millis[] = [];
  return {
    wait(now) {
      const firstTaken = freeAt.findIndex((at) => at > now);
      freeAt = firstTaken === -1 ? [] : freeAt.slice(firstTaken);
      const excess = underway + freeAt.length - Math.max(1, Math.floor(count * share()));
      if (excess < 0) return 0;
      return (freeAt[excess] ?? now + perMs) - now;
    },
    take() {
      underway++;
    },
    answered(tookMs, now) {
      underway--;
      fastest = Math.min(fastest, tookMs);
      known++;
      freeAt.push(now + perMs - (known > ENOUGH_TO_KNOW ? fastest : 0));
    },
    giveBack() {
      underway--;
    },
  };
};
