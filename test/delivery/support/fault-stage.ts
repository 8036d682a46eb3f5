import { Agent } from 'node:http';
import { Agent as HttpsAgent } from 'node:https';
import { Telegram } from 'telegraf';
import { createDelivery } from '../../../src/delivery/deliver.ts';
import { createMatchIndex } from '../../../src/delivery/match-index.ts';
import { createPlaces } from '../../../src/delivery/places.ts';
import { createSubscriptionBook } from '../../../src/delivery/subscription-book.ts';
import { type Destination, destinationKey } from '../../../src/domain/destination.ts';
import type { Millis } from '../../../src/domain/instant.ts';
import type { Outcome } from '../../../src/domain/outcome.ts';
import type { Clock, Messenger } from '../../../src/domain/ports.ts';
import { closeRest, openRest } from '../../../src/platforms/discord/rest.ts';
import { createMessenger } from '../../../src/platforms/discord/send.ts';
import { createCall } from '../../../src/platforms/telegram/call.ts';
import { createTelegramMessenger } from '../../../src/platforms/telegram/send.ts';
import { openDiscordServer } from '../../support/discord-server.ts';
import { startTelegramServer } from '../../support/telegram-server.ts';
import { openTroubleProxy, type TroubleProxy } from '../../support/trouble-proxy.ts';
import { alert, broadcast, incident, subscription, T0 } from './builders.ts';
import { letLongTimersGo } from './long-timers.ts';
import { createMemoryStore, type Disk, emptyDisk } from './memory-store.ts';
import { PLAIN_WORDS, SILENT_LOGGER } from './world.ts';

/** Where a client may be sent in vain. */
export type DeadEnd = 'refused' | 'unknown-host' | 'tls-garbage';

interface PlatformStage {
  readonly victim: Destination;
  readonly others: readonly Destination[];
  /** Where the victim's group lives on as a supergroup; Telegram only. */
  readonly newHome?: Destination;
  readonly proxy: TroubleProxy;
  /** A real client on this address; the proxy's unless told otherwise. */
  client(url: string): Messenger;
  /** How many messages stand there. */
  count(destination: Destination): number;
  close(): Promise<void>;
}

export type FaultPlatform = 'telegram' | 'discord';

/** A client gives up after so long: enough for a busy machine. */
const DEADLINE = 10_000;
/** Later than any deadline that a test sets for a late answer. */
const LATE = 2500;

const openTelegram = async (chats: number, deadlineMs: Millis, lateMs: Millis): Promise<PlatformStage> => {
  const server = await startTelegramServer();
  const home = server.chat('supergroup', { bot: 'member' });
  const all = Array.from({ length: chats }, () => server.chat('supergroup', { bot: 'member' }));
  const destinations = all.map(({ id }) => ({ platform: 'telegram', chat: String(id) }) as const);
  const [victim, ...others] = destinations;
  if (victim === undefined) throw new Error('no chat');
  const proxy = await openTroubleProxy({
    target: server.url,
    isVictim: (line, body) =>
      line.endsWith('/sendMessage') && (JSON.parse(body) as { chat_id: string }).chat_id === victim.chat,
    lateMs,
  });
  const agents: Agent[] = [];
  return {
    victim,
    others,
    newHome: { platform: 'telegram', chat: String(home.id) },
    proxy,
    client: (url) => {
      const agent = url.startsWith('https:') ? new HttpsAgent() : new Agent({ keepAlive: true });
      agents.push(agent);
      return createTelegramMessenger(
        createCall(new Telegram(server.token, { apiRoot: url, agent }), deadlineMs),
      );
    },
    count: ({ chat }) => server.sends.filter((message) => message.chat === Number(chat)).length,
    close: async () => {
      for (const agent of agents) agent.destroy();
      await proxy.close();
      await server.close();
    },
  };
};

const openDiscord = async (
  chats: number,
  clock: Clock,
  deadlineMs: Millis,
  lateMs: Millis,
): Promise<PlatformStage> => {
  const server = await openDiscordServer();
  const guild = server.world.addGuild('Readers');
  const destinations = Array.from(
    { length: chats },
    () => ({ platform: 'discord', chat: server.world.addChannel({ guild }) }) as const,
  );
  const [victim, ...others] = destinations;
  if (victim === undefined) throw new Error('no channel');
  const proxy = await openTroubleProxy({
    target: server.apiRoot.replace(/\/api$/, ''),
    isVictim: (line) => line.startsWith('POST ') && line.includes(`/channels/${victim.chat}/messages`),
    lateMs,
  });
  const rests: ReturnType<typeof openRest>[] = [];
  return {
    victim,
    others,
    proxy,
    client: (url) => {
      const rest = openRest({
        token: server.token,
        apiRoot: `${url}/api`,
        perSecond: 10_000,
        deadlineMs,
      });
      rests.push(rest);
      return createMessenger({
        rest,
        clock,
        logger: SILENT_LOGGER,
        deadlineMs,
        traitsOf: () => ({ kind: 'text' }),
      });
    },
    count: ({ chat }) => server.messages(chat).length,
    close: async () => {
      for (const rest of rests) closeRest(rest);
      await proxy.close();
      await server.close();
    },
  };
};

/** A clock so many times as fast as the machine's: backoff and delays of the platforms need not be waited for. */
const createFastClock = (times: number) => {
  const start = performance.now();
  const monotonic = (): number => (performance.now() - start) * times;
  return {
    monotonic,
    now: () => T0 + Math.round(monotonic()),
    after: (ms: number, callback: () => void) => {
      const timer = setTimeout(callback, ms / times);
      return () => clearTimeout(timer);
    },
  };
};

export interface FaultStage extends PlatformStage {
  readonly disk: Disk;
  /** What the victim's sends came to, oldest first. */
  readonly outcomes: readonly Outcome[];
  /** The victim's next `times` sends go there. */
  leadTo(deadEnd: DeadEnd, times: number): void;
  /** When each of the others was reached, in milliseconds after the start. */
  readonly delays: readonly number[];
  /** Sends one alert to all and waits until all is sent, set aside or given up. */
  deliver(): Promise<void>;
  /** Sends one alert to all and waits for all but the victim. */
  untilOthers(): Promise<void>;
}

export interface FaultOptions {
  readonly chats: number;
  readonly speed: number;
  readonly perSecond: number;
  /** Everybody was told of an earlier revision: the alert is a reply. */
  readonly isReply?: boolean;
  /** How long a client waits for an answer. */
  readonly deadlineMs?: Millis;
  /** When a late answer comes. */
  readonly lateMs?: Millis;
}

const DEAD_ENDS: Readonly<Record<DeadEnd, (proxy: TroubleProxy) => string>> = {
  refused: () => 'http://127.0.0.1:1',
  'unknown-host': () => 'http://nowhere.invalid',
  'tls-garbage': ({ url }) => url.replace('http:', 'https:'),
};

/** A delivery desk with the real client of a platform, one of whose chats meets trouble. */
export const openFaultStage = async (
  platform: FaultPlatform,
  { chats, speed, perSecond, isReply = false, deadlineMs = DEADLINE, lateMs = LATE }: FaultOptions,
): Promise<FaultStage> => {
  const clock = createFastClock(speed);
  const backToOwnTimers = letLongTimersGo();
  const stage = await (platform === 'telegram'
    ? openTelegram(chats, deadlineMs, lateMs)
    : openDiscord(chats, clock, deadlineMs, lateMs));
  const { victim, others, proxy } = stage;
  const disk = emptyDisk();
  const store = createMemoryStore(disk);
  const everyone = [...others.slice(0, chats / 2), victim, ...others.slice(chats / 2)];
  for (const destination of everyone)
    disk.subscriptions.set(destinationKey(destination), subscription({ destination }));
  const revision = isReply ? 2 : 1;
  const about = incident({ revision });
  disk.incidents.set(about.id, about);
  if (isReply)
    await store.sentMessages.add(
      everyone.map((destination) => ({
        v: 1,
        incidentId: about.id,
        destination,
        revision: 1,
        messageId: '999',
        how: 'sent',
        at: T0,
        edits: 0,
      })),
    );

  const outcomes: Outcome[] = [];
  const delays: number[] = [];
  let started = 0;
  let reached = (): void => undefined;
  const othersReached = new Promise<void>((resolve) => {
    reached = resolve;
  });
  const good = stage.client(proxy.url);
  const detours: Messenger[] = [];
  const messenger: Messenger = {
    ...good,
    send: async (destination, message, id) => {
      if (destination.chat === victim.chat) {
        const outcome = await (detours.shift() ?? good).send(destination, message, id);
        outcomes.push(outcome);
        return outcome;
      }
      const outcome = await good.send(destination, message, id);
      delays.push(performance.now() - started);
      if (delays.length === others.length) reached();
      return outcome;
    },
  };
  const index = createMatchIndex(createPlaces([]));
  const desk = createDelivery({
    outbox: store.outbox,
    sentMessages: store.sentMessages,
    subscriptions: createSubscriptionBook(store.subscriptions, index),
    incident: (id) => disk.incidents.get(id),
    readFacts: index.readFacts,
    messengers: new Map([[platform, messenger]]),
    pace: () => ({
      perSecond: perSecond / speed,
      burst: 1,
      concurrency: 8,
      handful: 5,
      chatLimits: () => [],
    }),
    words: PLAIN_WORDS,
    clock,
    logger: SILENT_LOGGER,
    after: clock.after,
  });
  const enqueue = async (): Promise<void> => {
    const stated = alert({ revision, change: isReply ? 'updated' : 'opened' });
    const owed = broadcast(everyone, { alert: stated });
    await store.outbox.add([owed]);
    started = performance.now();
    desk.enqueue([owed]);
  };
  return {
    ...stage,
    disk,
    outcomes,
    delays,
    leadTo: (deadEnd, times) => {
      const client = stage.client(DEAD_ENDS[deadEnd](proxy));
      for (let time = 0; time < times; time++) detours.push(client);
    },
    untilOthers: async () => {
      await enqueue();
      await othersReached;
    },
    deliver: async () => {
      await enqueue();
      await desk.idle();
      // What a moved chat is owed waits for the next tick.
      await desk.tick();
      await desk.idle();
    },
    close: async () => {
      await desk.stop();
      await stage.close();
      backToOwnTimers();
    },
  };
};
