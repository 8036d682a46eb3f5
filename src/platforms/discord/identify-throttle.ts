import { setTimeout as wait } from 'node:timers/promises';
import { MINUTE, type Millis, SECOND } from '../../domain/instant.ts';
import type { Clock } from '../../domain/ports.ts';

/** discord.js asks it before each IDENTIFY. */
export interface IdentifyThrottle {
  waitForIdentify(shardId: number, signal: AbortSignal): Promise<void>;
}

/** Resolves when none of the processes that share the token has had a turn for `gap`, and it is ours. */
export type TakeTurn = (gap: Millis, signal: AbortSignal) => Promise<void>;

/** One IDENTIFY in five seconds: https://discord.com/developers/docs/events/gateway#rate-limiting */
const GAP: Millis = 5 * SECOND;

/** So many at once; then one more for each `REFILL`: 720 a day, of the thousand after which Discord resets the token. */
const BURST = 20;
const REFILL: Millis = 2 * MINUTE;

/** How long the next IDENTIFY waits. Kept over new logins, so that a session that dies at once cannot burn the day's budget. */
export const createIdentifyThrottle = (
  clock: Clock,
  pause = wait,
  takeTurn: TakeTurn = async () => undefined,
): IdentifyThrottle => {
  let left = BURST;
  let countedAt = clock.monotonic();
  let nextAt = countedAt;

  const refill = (now: Millis): void => {
    const earned = Math.floor((now - countedAt) / REFILL);
    left = Math.min(BURST, left + earned);
    countedAt += earned * REFILL;
  };

  const delay = (): Millis => {
    const now = clock.monotonic();
    refill(now);
    left -= 1;
    const budget = left >= 0 ? 0 : -left * REFILL;
    const at = Math.max(now + budget, nextAt);
    nextAt = at + GAP;
    return at - now;
  };

  return {
    waitForIdentify: async (_shardId, signal) => {
      const ms = delay();
      if (ms > 0) await pause(ms, undefined, { signal });
      await takeTurn(GAP, signal);
    },
  };
};
