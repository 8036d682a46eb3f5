import type { Update, UserFromGetMe } from 'telegraf/types';
import { type Millis, SECOND } from '../../domain/instant.ts';
import type { Call } from './call.ts';
import { UPDATE_KINDS } from './parse-update.ts';
import { createPersistence, type Persistence, type Troubles } from './persist.ts';

/** Seconds; Telegram answers earlier when there is something to say. */
const POLL_SECONDS = 50;
/** A poll that is not answered by then hangs on a dead connection. */
const POLL_DEADLINE: Millis = (POLL_SECONDS + 10) * SECOND;

export interface PollingEvents extends Troubles {
  /** Telegram knows us. */
  onMe(me: UserFromGetMe): void;
  /** Must not wait for anything: the next poll, which confirms the update, starts when it returns. */
  onUpdate(update: Update, me: UserFromGetMe): unknown;
  /** An update could not even be read; the next ones are. */
  onBug(error: unknown): void;
  /** Telegram answered. */
  onAnswer(): void;
}

/**
 * Our own loop over telegraf's client. telegraf's own ends for good on 409, says nothing while Telegram is out of reach,
 * hangs 500 seconds on a dead connection, and begins with the updates of before when started again.
 * @param firstPause after the first failure; doubled with each further one
 */
export const createPolling = (call: Call, events: PollingEvents, firstPause?: Millis): Persistence => {
  let offset = 0;
  let me: UserFromGetMe | undefined;

  const hand = (update: Update, to: UserFromGetMe): void => {
    try {
      events.onUpdate(update, to);
    } catch (error) {
      events.onBug(error);
    }
  };

  /** After a failure it asks without waiting, so that we know at once that Telegram is back. */
  const poll = async (to: UserFromGetMe, isProbe: boolean, stop: AbortSignal): Promise<void> => {
    const updates = await call(
      'getUpdates',
      { offset, timeout: isProbe ? 0 : POLL_SECONDS, allowed_updates: UPDATE_KINDS },
      { deadlineMs: POLL_DEADLINE, stop },
    );
    events.onAnswer();
    for (const update of updates) {
      offset = update.update_id + 1;
      hand(update, to);
    }
  };

  /** Polling is refused while a webhook is set, by whoever used the token before; what waits for it stays for us. */
  const introduce = async (): Promise<UserFromGetMe> => {
    const known = await call('getMe', {});
    await call('deleteWebhook', {});
    events.onAnswer();
    events.onMe(known);
    return known;
  };

  return createPersistence(
    async (failures, stop) => {
      if (me === undefined) me = await introduce();
      else await poll(me, failures > 0, stop);
    },
    events,
    firstPause,
  );
};
