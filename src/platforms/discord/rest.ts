import { REST } from 'discord.js';
import { MINUTE, type Millis } from '../../domain/instant.ts';

export interface RestSettings {
  readonly token: string;
  /** `https://discord.com/api`, or a stand-in's. */
  readonly apiRoot: string;
  /** Requests a second over all routes: https://discord.com/developers/docs/topics/rate-limits#global-rate-limit */
  readonly perSecond: number;
  readonly deadlineMs: Millis;
}

/**
 * A REST client that never waits and never repeats by itself: rate limits and faults come back as errors, because the
 * outbox decides when to try again. discord.js repeats a POST whose answer was lost, and holds limited ones in memory.
 */
export const openRest = ({ token, apiRoot, perSecond, deadlineMs }: RestSettings): REST =>
  new REST({
    api: apiRoot,
    version: '10',
    retries: 0,
    timeout: deadlineMs,
    offset: 0,
    globalRequestsPerSecond: perSecond,
    rejectOnRateLimit: () => true,
    invalidRequestWarningInterval: 1,
    // Each interaction has a token of its own, and with it a handler: swept often, so that memory stays flat.
    handlerSweepInterval: MINUTE,
  }).setToken(token);

/** Stops its timers. */
export const closeRest = (rest: REST): void => {
  rest.clearHandlerSweeper();
  rest.clearHashSweeper();
};
