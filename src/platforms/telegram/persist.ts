import { setTimeout as wait } from 'node:timers/promises';
import { MINUTE, type Millis, SECOND } from '../../domain/instant.ts';
import type { Outcome } from '../../domain/outcome.ts';
import { TelegramFault } from './call.ts';
import { outcomeOf } from './outcome.ts';

export interface Troubles {
  /** Tried again after `pauseMs`. */
  onTrouble(outcome: Outcome, pauseMs: Millis): void;
  /** The token is refused: it is over. */
  onRefused(why: string): void;
}

/** Work on Telegram that goes on through its outages. */
export interface Persistence {
  /** Goes on until stopped or refused; never rejects. */
  run(): Promise<void>;
  /** Ends the call under way at once. */
  stop(): void;
}

const LONGEST_PAUSE: Millis = MINUTE;
const PLACE = { platform: 'telegram', chat: '' } as const;

/**
 * Takes step after step; a failed one is taken again after a pause.
 * @param step is told how many failed just before, and what stops it
 * @param firstPause after the first failure; doubled with each further one
 */
export const createPersistence = (
  step: (failures: number, stop: AbortSignal) => Promise<void>,
  { onTrouble, onRefused }: Troubles,
  firstPause: Millis = SECOND,
): Persistence => {
  const stopped = new AbortController();
  const { signal } = stopped;

  /** How long to pause before the next try; undefined where there is none. */
  const pauseAfter = (error: unknown, failures: number): Millis | undefined => {
    const outcome = outcomeOf(error, PLACE);
    if (outcome.kind === 'unauthorised') {
      onRefused(outcome.why);
      return undefined;
    }
    const backoff = Math.min(firstPause * 2 ** (failures - 1), LONGEST_PAUSE);
    const asked = error instanceof TelegramFault ? (error.refusal?.retryAfter ?? 0) * SECOND : 0;
    const pause = Math.max(backoff, asked);
    onTrouble(outcome, pause);
    return pause;
  };

  const run = async (): Promise<void> => {
    let failures = 0;
    while (!signal.aborted) {
      try {
        await step(failures, signal);
        failures = 0;
      } catch (error) {
        if (signal.aborted) return;
        failures += 1;
        const pause = pauseAfter(error, failures);
        if (pause === undefined) return;
        // Rejects only when we are stopped, which the loop sees itself.
        await wait(pause, undefined, { signal }).catch(() => undefined);
      }
    }
  };

  return { run, stop: () => stopped.abort() };
};
