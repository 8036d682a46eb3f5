import { setTimeout as wait } from 'node:timers/promises';
import type { Update, UserFromGetMe } from 'telegraf/types';
import { MINUTE, type Millis, SECOND } from '../../domain/instant.ts';
import type { Outcome } from '../../domain/outcome.ts';
import { type Call, TelegramFault } from './call.ts';
import { outcomeOf } from './outcome.ts';
import { UPDATE_KINDS } from './parse-update.ts';

/** Seconds; Telegram answers earlier when there is something to say. */
const POLL_SECONDS = 50;
/** A poll that is not answered by then hangs on a dead connection. */
const POLL_DEADLINE: Millis = (POLL_SECONDS + 10) * SECOND;
const LONGEST_PAUSE: Millis = MINUTE;

export interface PollingEvents {
  /** Telegram knows us. */
  onMe(me: UserFromGetMe): void;
  /** Must not wait for anything: the next poll, which confirms the update, starts when it returns. */
  onUpdate(update: Update, me: UserFromGetMe): void;
  /** An update could not even be read; the next ones are. */
  onBug(error: unknown): void;
  /** Telegram answered. */
  onAnswer(): void;
  /** Tried again after `pauseMs`. */
  onTrouble(outcome: Outcome, pauseMs: Millis): void;
  /** The token is refused: polling is over. */
  onRefused(why: string): void;
}

export interface Polling {
  /** Polls until stopped or refused; never rejects. */
  run(): Promise<void>;
  /** Ends the poll under way at once. */
  stop(): void;
}

const PLACE = { platform: 'telegram', chat: '' } as const;

/**
 * Our own loop over telegraf's client. telegraf's own ends for good on 409, says nothing while Telegram is out of reach,
 * hangs 500 seconds on a dead connection, and begins with the updates of before when started again.
 * @param firstPause after the first failure; doubled with each further one
 */
export const createPolling = (call: Call, events: PollingEvents, firstPause: Millis = SECOND): Polling => {
  const stopped = new AbortController();
  let offset = 0;

  const hand = (update: Update, me: UserFromGetMe): void => {
    try {
      events.onUpdate(update, me);
    } catch (error) {
      events.onBug(error);
    }
  };

  /** After a failure it asks without waiting, so that we know at once that Telegram is back. */
  const poll = async (me: UserFromGetMe, isProbe: boolean): Promise<void> => {
    const updates = await call(
      'getUpdates',
      { offset, timeout: isProbe ? 0 : POLL_SECONDS, allowed_updates: UPDATE_KINDS },
      { deadlineMs: POLL_DEADLINE, stop: stopped.signal },
    );
    events.onAnswer();
    for (const update of updates) {
      offset = update.update_id + 1;
      hand(update, me);
    }
  };

  /** Polling is refused while a webhook is set, by whoever used the token before. */
  const introduce = async (): Promise<UserFromGetMe> => {
    const me = await call('getMe', {});
    await call('deleteWebhook', {});
    events.onAnswer();
    events.onMe(me);
    return me;
  };

  /** How long to pause before the next try; undefined where there is none. */
  const pauseAfter = (error: unknown, failures: number): Millis | undefined => {
    const outcome = outcomeOf(error, PLACE);
    if (outcome.kind === 'unauthorised') {
      events.onRefused(outcome.why);
      return undefined;
    }
    const backoff = Math.min(firstPause * 2 ** (failures - 1), LONGEST_PAUSE);
    const asked = error instanceof TelegramFault ? (error.refusal?.retryAfter ?? 0) * SECOND : 0;
    const pause = Math.max(backoff, asked);
    events.onTrouble(outcome, pause);
    return pause;
  };

  const run = async (): Promise<void> => {
    let failures = 0;
    let me: UserFromGetMe | undefined;
    while (!stopped.signal.aborted) {
      try {
        if (me === undefined) me = await introduce();
        else await poll(me, failures > 0);
        failures = 0;
      } catch (error) {
        if (stopped.signal.aborted) return;
        failures += 1;
        const pause = pauseAfter(error, failures);
        if (pause === undefined) return;
        // Rejects only when we are stopped, which the loop sees itself.
        await wait(pause, undefined, { signal: stopped.signal }).catch(() => undefined);
      }
    }
  };

  return { run, stop: () => stopped.abort() };
};
