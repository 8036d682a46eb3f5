import { type REST, RESTEvents } from 'discord.js';
import type { Millis } from '../../domain/instant.ts';
import type { Outcome } from '../../domain/outcome.ts';
import type { Clock } from '../../domain/ports.ts';

/**
 * Discord shuts an address out after 10,000 answers of 401, 403 or 429 in ten minutes
 * (https://discord.com/developers/docs/topics/rate-limits#invalid-request-limit-aka-cloudflare-bans). Long before that we
 * write only where we were let in before.
 */
export const MOST_INVALID = 2000;

/** Keeps the bot from being shut out by channels that refuse it. */
export interface InvalidAnswers {
  /** Why nothing is sent there for now; undefined where it may be. */
  refusal(channelId: string): Outcome | undefined;
  /** The channel took a message. */
  prove(channelId: string): void;
  /** The channel takes no more. */
  disprove(channelId: string): void;
}

/** Counts by the library's own `invalidRequestWarning`, which must come for each one (`invalidRequestWarningInterval: 1`). */
export const createInvalidAnswers = (rest: REST, clock: Clock, most: number): InvalidAnswers => {
  const proven = new Set<string>();
  let window: { readonly count: number; readonly endsAt: Millis } | undefined;
  rest.on(RESTEvents.InvalidRequestWarning, ({ count, remainingTime }) => {
    window = { count, endsAt: clock.monotonic() + remainingTime };
  });
  return {
    refusal(channelId) {
      if (window === undefined || window.count < most || proven.has(channelId)) return undefined;
      const afterMs = window.endsAt - clock.monotonic();
      if (afterMs > 0) return { kind: 'later', afterMs, why: `${window.count} refusals in ten minutes` };
      window = undefined;
      return undefined;
    },
    prove: (channelId) => void proven.add(channelId),
    disprove: (channelId) => void proven.delete(channelId),
  };
};
