import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { Destination } from '../../../src/domain/destination.ts';
import type { FeedKind } from '../../../src/domain/feed.ts';
import type { Store } from '../../../src/domain/ports.ts';
import { systemClock } from '../../../src/ops/clock.ts';
import { openStore } from '../../../src/storage/open.ts';
import { type DiscordServer, openDiscordServer } from '../../support/discord-server.ts';
import { createKeptLogger, shownMessage } from '../../support/discord-stage.ts';
import { startTelegramServer } from '../../support/telegram-server.ts';
import type { TelegramChat, TelegramUser } from '../../support/telegram-world.ts';
import { subscription } from './builders.ts';

/** One message that a platform accepted. */
export interface Arrived {
  readonly to: Destination;
  readonly text: string;
  /** The process that sent it, of those on Telegram. */
  readonly by?: number;
}

/** The end of a process, and how many messages Telegram had accepted by then. */
export interface End {
  readonly process: number;
  readonly after: number;
}

export interface KillableOptions {
  /** Subscribed chats of each platform. */
  readonly chats: number;
  /** Whether Telegram's limits on sending apply. */
  readonly limits: boolean;
  /** How many feeds, each of a host of its own and polled every second; one unless told. */
  readonly feeds?: number;
  /** `press` unless told. */
  readonly feedKind?: FeedKind;
  readonly environment?: Readonly<Record<string, string>>;
  /** A server for the store, instead of a file. */
  readonly storeUrl?: string;
  /** What each of several processes has of its own; one process with nothing unless told. */
  readonly processes?: readonly Readonly<Record<string, string>>[];
  /** Each process counts processes by itself, as if it ran on another machine: none can see whether another lives. */
  readonly apart?: boolean;
  /** Where the bot's log lines go; nowhere unless set. */
  readonly logFile?: string;
}

export interface KillableBot {
  readonly operator: TelegramUser;
  /** Puts an entry at the head of a feed, of each in its turn. */
  publish(id: string, title: string, text: string): void;
  polls(): number;
  /** Starts a process, the first unless told; resolves when it is up, or has ended before. */
  start(at?: number): Promise<void>;
  /** Starts it and does not wait. */
  spawn(at?: number): void;
  kill(at?: number): Promise<void>;
  /** How many messages the operator has of the bot. */
  answers(): number;
  /** Whether it has been started and has not ended. */
  lives(at?: number): boolean;
  /** How processes have ended, oldest first: killed, or by themselves. */
  ends(): readonly End[];
  /** The operator lets go what the brake holds. */
  release(): void;
  /** Everything that the platforms accepted, answers to the operator left out. */
  arrived(): readonly Arrived[];
  /** What Telegram accepted, from the so-manieth message on. */
  arrivedOnTelegram(from: number): readonly Arrived[];
  /** How many messages stand on Telegram and on Discord; cheap. */
  counts(): readonly [telegram: number, discord: number];
  withStore<T>(work: (store: Store) => Promise<T>): Promise<T>;
  end(): Promise<void>;
  close(): Promise<void>;
}

const escapeXml = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

/** What a process had handed to the network is still on its way to the platforms. */
const AFTER_DEATH = 50;

const CHILD = join(import.meta.dirname, '../../support/bot-child.mjs');

const discordArrived = (discord: DiscordServer, channels: readonly string[]): readonly Arrived[] =>
  channels.flatMap((chat) =>
    discord
      .messages(chat)
      .map((message) => ({ to: { platform: 'discord', chat } as const, text: shownMessage(message) })),
  );

const seed = async (store: Store, destinations: readonly Destination[]): Promise<void> => {
  const now = systemClock.now();
  for (const destination of destinations)
    await store.subscriptions.save(subscription({ destination, createdAt: now, stateSince: now }));
};

/** Feeds on loopback: all of 127/8 leads here, and each address is a host of its own. */
const openFeeds = async (count: number, kind: FeedKind) => {
  const entries = Array.from({ length: count }, (): string[] => []);
  let polls = 0;
  let published = 0;
  const server = createServer((request, response) => {
    polls++;
    const shown = entries[Number(request.url?.slice(1))] ?? [];
    const tag = `"${shown.length}"`;
    if (request.headers['if-none-match'] === tag) return void response.writeHead(304).end();
    response.writeHead(200, { 'content-type': 'application/rss+xml', etag: tag });
    response.end(
      `<?xml version="1.0"?><rss version="2.0"><channel><title>t</title>${shown.join('')}</channel></rss>`,
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '0.0.0.0', resolve));
  const { port } = server.address() as AddressInfo;
  const lines = entries.map(
    (_, at) =>
      `  - { id: courier-${at}, url: "http://127.0.0.${at + 1}:${port}/${at}", publisher: courier, kind: ${kind}, every: 1s, language: en }`,
  );
  return {
    catalogue: `feeds:\n${lines.join('\n')}\n`,
    polls: () => polls,
    publish: (id: string, title: string, text: string): void => {
      entries[published++ % count]?.unshift(
        `<item><guid isPermaLink="false">${id}</guid><title>${escapeXml(title)}</title>` +
          `<description>${escapeXml(text)}</description><pubDate>${new Date().toUTCString()}</pubDate></item>`,
      );
    },
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
};

const APART = ['unshare', '--pid', '--fork', '--kill-child=SIGKILL'];

/** Whether this machine lets us keep processes apart. */
export const canKeepApart = (): boolean => {
  const [program = '', ...words] = [...APART, 'true'];
  return spawnSync(program, words).status === 0;
};

/** Each process knows Telegram by a name of its own, and by that Telegram knows who sends. */
const nameOf = (at: number): string => `127.0.0.${at + 1}`;

/** The whole bot as a real process on a SQLite file, between loopback platforms that outlive it. */
export const openKillableBot = async (options: KillableOptions): Promise<KillableBot> => {
  const folder = mkdtempSync(join(tmpdir(), 'curbwatch-kill-'));
  const feeds = await openFeeds(options.feeds ?? 1, options.feedKind ?? 'press');
  const feedsFile = join(folder, 'feeds.yaml');
  writeFileSync(feedsFile, feeds.catalogue);
  const telegram = await startTelegramServer({ limits: options.limits, host: '0.0.0.0' });
  const discord = await openDiscordServer();
  const operator = telegram.person('Olga');
  const office = telegram.privateChat(operator);
  const chats: TelegramChat[] = Array.from({ length: options.chats }, () => {
    const chat = telegram.privateChat(telegram.person('Reader'));
    chat.bot = 'member';
    return chat;
  });
  const guild = discord.world.addGuild('Readers', 'en-US');
  const channels = chats.map(() => discord.world.addChannel({ guild }));
  const storeUrl = options.storeUrl ?? `sqlite://${join(folder, 'store.sqlite')}`;
  const log = options.logFile === undefined ? undefined : createWriteStream(options.logFile);

  const withStore = async <T>(work: (store: Store) => Promise<T>): Promise<T> => {
    const store = await openStore(storeUrl, {
      clock: systemClock,
      logger: createKeptLogger(),
      onLeaseLost: () => undefined,
    });
    try {
      return await work(store);
    } finally {
      await store.close();
    }
  };
  await withStore((store) =>
    seed(store, [
      ...chats.map(({ id }) => ({ platform: 'telegram', chat: String(id) }) as const),
      ...channels.map((chat) => ({ platform: 'discord', chat }) as const),
    ]),
  );

  const sentByNow = (): number => telegram.sends.filter(({ chat }) => chat !== office.id).length;
  const ends: End[] = [];
  const processes = options.processes ?? [{}];
  const running: (ChildProcess | undefined)[] = processes.map(() => undefined);
  const next: (ChildProcess | undefined)[] = processes.map(() => undefined);
  const load = (at: number): ChildProcess => {
    const environment = {
      PATH: process.env.PATH,
      TELEGRAM_BOT_TOKEN: telegram.token,
      TELEGRAM_API_ROOT: telegram.url.replace(nameOf(0), nameOf(at)),
      DISCORD_BOT_TOKEN: discord.token,
      DISCORD_API_ROOT: discord.apiRoot,
      STORE_URL: storeUrl,
      FEEDS_FILE: feedsFile,
      POLL_CRON: '* * * * * *',
      ALLOW_PRIVATE_FEEDS: 'true',
      OPERATORS: `telegram-${operator.id}`,
      LOG_LEVEL: log === undefined ? 'silent' : 'info',
      ...(options.limits ? {} : { TELEGRAM_PER_SECOND: 'unlimited', DISCORD_PER_SECOND: 'unlimited' }),
      ...options.environment,
      ...processes[at],
    };
    const [program, ...words] = [...(options.apart === true ? APART : []), process.execPath, CHILD];
    const started = spawn(program ?? '', words, { env: environment, stdio: ['pipe', 'pipe', 'pipe'] });
    if (log === undefined) started.stderr.resume();
    else started.stderr.pipe(log, { end: false });
    return started;
  };
  const spawnBot = (at: number): ChildProcess => {
    const child = next[at] ?? load(at);
    running[at] = child;
    child.once(
      'exit',
      () => void wait(AFTER_DEATH).then(() => ends.push({ process: at, after: sentByNow() })),
    );
    child.stdin?.write('start\n');
    next[at] = load(at);
    return child;
  };
  const lives = (at = 0): boolean => {
    const child = running[at];
    return child !== undefined && child.exitCode === null && child.signalCode === null;
  };
  const stop = async (signal: NodeJS.Signals, at: number): Promise<void> => {
    const child = running[at];
    if (child === undefined || !lives(at)) return;
    const ended = once(child, 'exit');
    child.kill(signal);
    await ended;
    await wait(AFTER_DEATH);
  };
  const stopAll = (signal: NodeJS.Signals): Promise<unknown> =>
    Promise.all(processes.map((_, at) => stop(signal, at)));

  const arrivedOnTelegram = (from: number): readonly Arrived[] =>
    telegram.sends
      .map(({ chat, text }, at) => ({
        to: { platform: 'telegram', chat: String(chat) } as const,
        text,
        by: processes.findIndex((_, of) => nameOf(of) === telegram.senders[at]),
      }))
      .filter(({ to }) => to.chat !== String(office.id))
      .slice(from);

  return {
    operator,
    publish: feeds.publish,
    polls: feeds.polls,
    spawn: (at = 0) => void spawnBot(at),
    start: async (at = 0) => {
      const child = spawnBot(at);
      if (child.stdout === null) throw new Error('the child has no output');
      await Promise.race([once(child.stdout, 'data'), once(child, 'exit')]);
    },
    kill: (at = 0) => stop('SIGKILL', at),
    answers: () => telegram.messages(office).length,
    lives,
    ends: () => ends,
    release: () => telegram.say(office, operator, '/ops send'),
    arrived: () => [...arrivedOnTelegram(0), ...discordArrived(discord, channels)],
    arrivedOnTelegram,
    counts: () => [sentByNow(), channels.reduce((total, chat) => total + discord.messages(chat).length, 0)],
    withStore,
    end: async () => void (await stopAll('SIGTERM')),
    close: async () => {
      await stopAll('SIGKILL');
      for (const child of next) child?.kill('SIGKILL');
      await feeds.close();
      await telegram.close();
      await discord.close();
      log?.end();
      rmSync(folder, { recursive: true, force: true });
    },
  };
};
