import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createApp } from '../../src/app.ts';
import { loadFeeds } from '../../src/config/catalogue.ts';
import { readSettings } from '../../src/config/settings.ts';
import type { Clock } from '../../src/domain/ports.ts';
import { systemClock } from '../../src/ops/clock.ts';
import { createSteps, type Steps } from '../../src/steps.ts';
import { PERMISSION } from './discord-rules.ts';
import { type DiscordServer, openDiscordServer } from './discord-server.ts';
import { createKeptLogger } from './discord-stage.ts';
import { type FeedServer, startFeedServer } from './feed-server.ts';
import { startTelegramServer, type TelegramServer } from './telegram-server.ts';
import type { TelegramUser } from './telegram-world.ts';
import { openTestStore } from './test-store.ts';
import { until } from './until.ts';

/** One entry that a feed shows. */
export interface ShownEntry {
  readonly id: string;
  readonly title: string;
  readonly text?: string;
  /** Epoch milliseconds; now unless given. */
  readonly at?: number;
  /** Further elements, as they stand in the feed. */
  readonly markup?: string;
}

/** What begins the address of an entry's page in what the bot says. */
export const ENTRY_PAGES = /http:\/\/127\.0\.0\.1:\d+\/pages/g;

const escapeXml = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

/** `pages`: where entries have their pages, of which a thin one asks for more. */
const toRss = (entries: readonly ShownEntry[], pages: string): string => {
  const items = entries.map(
    ({ id, title, text = '', at, markup = '' }) =>
      `<item><guid isPermaLink="false">${escapeXml(id)}</guid><title>${escapeXml(title)}</title>` +
      `<link>${pages}/${escapeXml(id)}</link>${markup}<description>${escapeXml(text)}</description>` +
      `<pubDate>${new Date(at ?? systemClock.now()).toUTCString()}</pubDate></item>`,
  );
  return `<?xml version="1.0"?><rss version="2.0"><channel><title>t</title>${items.join('')}</channel></rss>`;
};

/** Resolves when `holds` does. */
export const eventually = async (what: string, holds: () => boolean, ms = 15_000): Promise<void> => {
  await until(holds, what, ms);
};

/** The whole bot between loopback feeds and loopback platforms; it can be stopped and started again on its store. */
export interface WholeBot {
  readonly telegram: TelegramServer;
  readonly discord: DiscordServer;
  readonly discordGuild: string;
  readonly discordChannel: string;
  readonly discordAdmin: string;
  readonly log: ReturnType<typeof createKeptLogger>;
  readonly exitCodes: readonly number[];
  /** The address above the entries' pages; none of them is there. */
  readonly pages: string;
  /** Everything lasting. */
  readonly storeUrl: string;
  /** The person who runs the bot. */
  readonly operator: TelegramUser;
  /** The feed answers 410 from now on. */
  end(feed: string): void;
  /** Rewrites the feeds file, as an operator does before `/reload`. */
  edit(change: (yaml: string) => string): void;
  /** Puts an entry at the head of a feed. */
  publish(feed: string, entry: ShownEntry): void;
  polls(feed: string): number;
  start(): Promise<void>;
  stop(): Promise<void>;
  /** One of several processes ends. */
  leave(at: number): Promise<void>;
  close(): Promise<void>;
}

const FEEDS = ['courier', 'gazette'] as const;

let sharedSteps: Steps | undefined;

const feedsYaml = (server: FeedServer): string =>
  `feeds:\n${FEEDS.map(
    (id) =>
      `  - { id: ${id}, url: "${server.url(`/${id}.xml`)}", publisher: ${id}, kind: press, every: 1s, language: en }\n`,
  ).join('')}`;

export const openWholeBot = async (
  environment: Readonly<Record<string, string>> = {},
  clock: Clock = systemClock,
  /** What each of several processes has of its own; they share their work through a Redis. */
  processes: readonly Readonly<Record<string, string>>[] = [],
): Promise<WholeBot> => {
  const directory = mkdtempSync(join(tmpdir(), 'curbwatch-test-'));
  const shown = new Map<string, ShownEntry[]>(FEEDS.map((id) => [id, []]));
  const feedServer = await startFeedServer((request, response) => {
    const feed = shown.get(request.url?.slice(1, -4) ?? '');
    response.writeHead(feed === undefined ? 410 : 200, { 'content-type': 'application/rss+xml' });
    response.end(feed === undefined ? '' : toRss(feed, feedServer.url('/pages')));
  });
  const feedsFile = join(directory, 'feeds.yaml');
  writeFileSync(feedsFile, feedsYaml(feedServer));
  const telegram = await startTelegramServer({ now: clock.now });
  const operator = telegram.person('Olga');
  const discord = await openDiscordServer({ now: clock.now });
  const guild = discord.world.addGuild('Readers', 'en-US');
  const discordChannel = discord.world.addChannel({ guild, name: 'alerts' });
  const discordAdmin = discord.world.addUser({ permissions: PERMISSION.manageGuild });
  const log = createKeptLogger();
  const exitCodes: number[] = [];
  const store = await openTestStore(`sqlite://${join(directory, 'store.sqlite')}`, processes.length > 0);
  const shared = {
    TELEGRAM_BOT_TOKEN: telegram.token,
    TELEGRAM_API_ROOT: telegram.url,
    DISCORD_BOT_TOKEN: 'loopback-token',
    DISCORD_API_ROOT: discord.apiRoot,
    ...store.settings,
    FEEDS_FILE: feedsFile,
    POLL_CRON: '* * * * * *',
    ALLOW_PRIVATE_FEEDS: 'true',
    OPERATORS: `telegram-${operator.id}`,
    ...environment,
  };
  const steps = sharedSteps ?? createSteps();
  sharedSteps = steps;
  const readSteps = (): Steps => {
    const feeds = loadFeeds(undefined, feedsFile);
    return { ...steps, catalogue: { ...steps.catalogue, feeds } };
  };
  const open = (own: Readonly<Record<string, string>>) =>
    createApp({
      ...{ settings: readSettings({ ...shared, ...own }), readSteps, clock, logger: log },
      steps: readSteps(),
      onEnd: (code) => void exitCodes.push(code),
    });
  let apps: ReturnType<typeof open>[] = [];

  const stop = async (): Promise<void> => {
    const running = apps;
    apps = [];
    await Promise.all(running.map((app) => app.stop()));
  };
  return {
    telegram,
    discord,
    discordGuild: guild,
    discordChannel,
    discordAdmin,
    log,
    exitCodes,
    pages: feedServer.url('/pages'),
    storeUrl: store.url,
    operator,
    edit: (change) => writeFileSync(feedsFile, change(readFileSync(feedsFile, 'utf8'))),
    end: (feed) => void shown.delete(feed),
    publish: (feed, entry) => void shown.get(feed)?.unshift(entry),
    polls: (feed) => feedServer.requests.filter(({ path }) => path === `/${feed}.xml`).length,
    async start() {
      const opened = (processes.length === 0 ? [{}] : processes).map(open);
      await Promise.all(opened.map((app) => app.start()));
      apps = opened;
    },
    stop,
    async leave(at) {
      const [app] = apps.splice(at, 1);
      await app?.stop();
    },
    async close() {
      await stop();
      await feedServer.close();
      await telegram.close();
      await discord.close();
      await store.close();
      rmSync(directory, { recursive: true, force: true });
    },
  };
};
