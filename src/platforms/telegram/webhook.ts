import type { IncomingMessage, ServerResponse } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import { Telegraf } from 'telegraf';
import type { Update, UserFromGetMe } from 'telegraf/types';
import { MINUTE, type Millis, SECOND } from '../../domain/instant.ts';
import type { Clock } from '../../domain/ports.ts';
import type { Call } from './call.ts';
import { UPDATE_KINDS } from './parse-update.ts';
import { createPersistence, type Persistence, type Troubles } from './persist.ts';

export interface WebhookAddress {
  /** Where Telegram posts updates to. */
  readonly url: string;
  /** In the header of each post: https://core.telegram.org/bots/api#setwebhook. */
  readonly secret: string;
}

export interface WebhookEvents extends Troubles {
  /** Telegram knows us. */
  onMe(me: UserFromGetMe): void;
  /** Resolves when the update is answered. */
  onUpdate(update: Update, me: UserFromGetMe): Promise<void>;
  /** An update could not even be read; the next ones are. */
  onBug(error: unknown): void;
  /** Telegram has the address and gets through to it. */
  onAnswer(): void;
  /** Telegram could not hand over an update. */
  onUndelivered(why: string): void;
}

/** Answers one request to the address. */
export interface Receiver {
  readonly path: string;
  receive(request: IncomingMessage, response: ServerResponse): Promise<void>;
}

export interface WebhookParts {
  readonly call: Call;
  readonly address: WebhookAddress;
  readonly events: WebhookEvents;
  readonly clock: Pick<Clock, 'now'>;
  /** After the first failure, doubled with each further one. */
  readonly firstPause: Millis | undefined;
  /** Whether the address is still ours; a minute unless set. */
  readonly lookEvery: Millis | undefined;
}

export interface Webhook extends Persistence, Receiver {}

/** Telegram posts the next update of a chat when the last one is taken, and posts again what is not taken in time. */
const LONGEST_ANSWER: Millis = 20 * SECOND;

/**
 * Updates by HTTP. `run` tells Telegram the address, and again when another program took the updates away; one process does
 * that. Any that shares the address may `receive`, whether it runs or not.
 */
export const createWebhook = ({
  call,
  address,
  events,
  clock,
  firstPause,
  lookEvery,
}: WebhookParts): Webhook => {
  const { url, secret } = address;
  const { pathname: path } = new URL(url);
  // Only for its receiver, which compares the secret in constant time; the token is not needed for that.
  const telegraf = new Telegraf('');
  const take = telegraf.webhookCallback(path, { secretToken: secret });
  let introduction: Promise<UserFromGetMe> | undefined;
  let isSet = false;
  let isOver = false;

  /** Once; a failed try is none. */
  const introduce = (): Promise<UserFromGetMe> => {
    introduction ??= call('getMe', {}).catch((error: unknown) => {
      introduction = undefined;
      throw error;
    });
    return introduction;
  };

  telegraf.use(async ({ update }) => {
    try {
      const answered = events.onUpdate(update, await introduce());
      await Promise.race([answered, wait(LONGEST_ANSWER, undefined, { ref: false })]);
    } catch (error) {
      events.onBug(error);
    }
  });

  const receive = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    // Telegram posts it again, to a successor or to another process.
    if (isOver) return void response.writeHead(503).end();
    telegraf.botInfo = await introduce();
    await take(request, response);
  };

  /** What waits at Telegram is kept: the last poller may have left some. */
  const set = async (): Promise<void> => {
    const me = await introduce();
    await call('setWebhook', { url, secret_token: secret, allowed_updates: UPDATE_KINDS });
    isSet = true;
    events.onAnswer();
    events.onMe(me);
  };

  /** Whether it is still ours, and whether Telegram gets through. */
  const look = async (): Promise<void> => {
    const info = await call('getWebhookInfo', {});
    const failedAt = (info.last_error_date ?? 0) * SECOND;
    if (info.url !== url) isSet = false;
    else if (info.pending_update_count > 0 && clock.now() - failedAt < 2 * MINUTE)
      events.onUndelivered(info.last_error_message ?? 'no answer');
    else events.onAnswer();
  };

  const { run, stop } = createPersistence(
    async (_failures, signal) => {
      if (!isSet) return set();
      await wait(lookEvery ?? MINUTE, undefined, { signal });
      await look();
    },
    events,
    firstPause,
  );

  return {
    path,
    receive,
    run,
    stop: () => {
      isOver = true;
      stop();
    },
  };
};
