import { Agent as HttpAgent } from 'node:http';
import { Agent as HttpsAgent } from 'node:https';
import { setTimeout as wait } from 'node:timers/promises';
import { Telegram } from 'telegraf';
import type { UserFromGetMe } from 'telegraf/types';
import type { Instant, Millis } from '../../domain/instant.ts';
import type { Outcome } from '../../domain/outcome.ts';
import type { Clock, Logger, Messenger } from '../../domain/ports.ts';
import { createAnswerer } from './answer.ts';
import { type Call, createCall } from './call.ts';
import { createHearing, type Listeners } from './hear.ts';
import { createLanes } from './lanes.ts';
import { type MenuCommand, updateMenus } from './menus.ts';
import { createPolling } from './polling.ts';
import { createPrompts } from './prompts.ts';
import { createRights } from './rights.ts';
import { createTelegramMessenger } from './send.ts';
import { createWebhook, type Receiver, type WebhookAddress } from './webhook.ts';

export interface TelegramHealth {
  readonly state:
    | 'starting'
    | 'polling'
    | 'receiving'
    | 'out-of-reach'
    | 'conflict'
    | 'unauthorised'
    | 'stopped';
  readonly since: Instant;
  /** When Telegram last answered a poll, or said that it gets through to us. */
  readonly lastAnswerAt?: Instant;
  readonly why?: string;
}

export interface TelegramOptions extends Listeners {
  readonly token: string;
  /** `https://api.telegram.org` unless set. */
  readonly apiRoot?: string;
  /** Telegram posts to it instead of being polled. */
  readonly webhook?: WebhookAddress;
  /** How often the bot looks whether the webhook is still its own; a minute unless set. */
  readonly lookEvery?: Millis;
  /** Telegram ids of those who run the bot. */
  readonly operators: ReadonlySet<string>;
  readonly menu: readonly MenuCommand[];
  readonly logger: Logger;
  readonly clock: Clock;
  /** The token is refused: this platform is over, the others go on. */
  onUnauthorised(why: string): void;
  /** We asked something in a private chat, or ended that: plain words answer it, at whichever process they arrive. */
  onAsked?(place: string, asks: string | undefined): void;
  /** After the first failed poll, doubled with each further one; a second unless set. */
  readonly firstPause?: Millis;
}

export interface TelegramBot {
  readonly messenger: Messenger;
  /** What Telegram posts; absent where it is polled. */
  readonly receiver?: Receiver;
  /** Begins to poll or sets the webhook, and does not wait for Telegram, which may be out of reach for hours. */
  start(): Promise<void>;
  /** Ends the poll, lets commands under way finish (at most 5 s) and closes the connections: nothing is sent any more. */
  stop(): Promise<void>;
  health(): TelegramHealth;
  /** Another process asked something in a private chat, of which it says no more than the `placeId`. */
  asked(place: string, asks: string | undefined): void;
  /** Links that say `/start payload` to us, in private and in a group to be chosen; undefined before we know our name. */
  linksTo(payload: string): { readonly person: string; readonly group: string } | undefined;
}

/** Commands of one chat that may wait; a flood beyond is refused. */
const MOST_WAITING = 10;
const LONGEST_STOP: Millis = 5000;
const PUBLIC_API = 'https://api.telegram.org';

export const createAgent = (apiRoot: string): HttpAgent =>
  apiRoot.startsWith('https:') ? new HttpsAgent({ keepAlive: true }) : new HttpAgent({ keepAlive: true });

/** Keeps the health and logs each change of state once, however often it is tried in between. */
const createHealth = (up: 'polling' | 'receiving', logger: Logger, clock: Clock) => {
  let health: TelegramHealth = { state: 'starting', since: clock.now() };
  const turn = (state: TelegramHealth['state'], why?: string): void => {
    if (health.state === state) return;
    const { lastAnswerAt } = health;
    health = {
      state,
      since: clock.now(),
      ...(lastAnswerAt === undefined ? {} : { lastAnswerAt }),
      ...(why === undefined ? {} : { why }),
    };
    if (why === undefined) logger.info(`telegram.${state}`);
    else logger.warn(`telegram.${state}`, { why });
  };
  return {
    get: () => health,
    turn,
    answered: () => {
      turn(up);
      health = { ...health, lastAnswerAt: clock.now() };
    },
    troubled: (outcome: Outcome) => {
      const why = 'why' in outcome ? outcome.why : outcome.kind;
      turn(/^Conflict/.test(why) ? 'conflict' : 'out-of-reach', why);
    },
  };
};

/** Telegram: commands in, answers and alerts out. Does nothing before `start`. */
export const createTelegram = (options: TelegramOptions): TelegramBot => {
  const { token, apiRoot = PUBLIC_API, operators, logger, clock, menu, webhook } = options;
  const agent = createAgent(apiRoot);
  const call: Call = createCall(new Telegram(token, { apiRoot, agent }));
  const messenger = createTelegramMessenger(call);
  const lanes = createLanes(MOST_WAITING, (error) => logger.error('telegram.update-failed', { error }));
  const health = createHealth(webhook === undefined ? 'polling' : 'receiving', logger, clock);
  const prompts = createPrompts(clock, options.onAsked);
  const hear = createHearing(
    {
      call,
      messenger,
      answerer: createAnswerer(call, messenger, logger),
      rights: createRights(call, operators, clock, logger),
      prompts,
      lanes,
      logger,
    },
    options,
  );
  let username: string | undefined;
  const events = {
    onMe: (me: UserFromGetMe) => {
      username = me.username;
      void lanes.queue('menus', () =>
        updateMenus(call, menu).catch((error: unknown) =>
          logger.warn('telegram.menus-failed', { why: String(error) }),
        ),
      );
    },
    onUpdate: hear,
    onAnswer: health.answered,
    onTrouble: health.troubled,
    onUndelivered: (why: string) => health.turn('out-of-reach', why),
    onBug: (error: unknown) => logger.error('telegram.update-unread', { error }),
    onRefused: (why: string) => {
      health.turn('unauthorised', why);
      options.onUnauthorised(why);
    },
  };
  const { firstPause, lookEvery } = options;
  const receiver = webhook && createWebhook({ call, address: webhook, events, clock, firstPause, lookEvery });
  const intake = receiver ?? createPolling(call, events, firstPause);
  let running = Promise.resolve();

  /** https://core.telegram.org/bots/features#deep-linking. */
  const linksTo: TelegramBot['linksTo'] = (payload) => {
    const us = `https://t.me/${username}`;
    return username === undefined
      ? undefined
      : { person: `${us}?start=${payload}`, group: `${us}?startgroup=${payload}` };
  };

  const start = async (): Promise<void> => {
    running = intake.run();
  };

  const stop = async (): Promise<void> => {
    intake.stop();
    await running;
    await Promise.race([lanes.idle(), wait(LONGEST_STOP, undefined, { ref: false })]);
    agent.destroy();
    health.turn('stopped');
  };

  return {
    messenger,
    start,
    stop,
    health: health.get,
    asked: prompts.hear,
    linksTo,
    ...(receiver && { receiver }),
  };
};
