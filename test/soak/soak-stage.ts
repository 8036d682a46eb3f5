import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { Destination } from '../../src/domain/destination.ts';
import { systemClock } from '../../src/ops/clock.ts';
import { openStore } from '../../src/storage/open.ts';
import { chat, filter, subscription } from '../delivery/support/builders.ts';
import { openDiscordServer } from '../support/discord-server.ts';
import { createKeptLogger, shownMessage } from '../support/discord-stage.ts';
import { freePort } from '../support/programs.ts';
import { startTelegramServer } from '../support/telegram-server.ts';
import { startSoakFeeds, type Told } from './soak-feeds.ts';

export interface SoakPlan {
  readonly feeds: number;
  /** All but the hearers wish for what never comes. */
  readonly subscriptions: number;
  /** Chats of each platform that hear everything. */
  readonly hearers: number;
}

const ROOT = resolve(import.meta.dirname, '../..');
const { scripts } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
/** As `npm start` has it, in any folder. */
const START: readonly string[] = scripts.start.replace('dist/', `${ROOT}/dist/`).split(' ').slice(1);
const LONGEST_START = 120_000;

const isToldIn = ({ exchange, country }: Told, text: string): boolean =>
  text.split('\n').some((line) => line.includes(exchange) && line.includes(country));

/** Subscriptions as a bot has them that runs for years. */
const seed = async (storeUrl: string, hearers: readonly Destination[], count: number): Promise<void> => {
  const options = { clock: systemClock, logger: createKeptLogger(), onLeaseLost: () => undefined };
  const store = await openStore(storeUrl, options);
  for (const destination of hearers) await store.subscriptions.save(subscription({ destination }));
  const wish = filter({ exchanges: ['zaif'], jurisdictions: ['JP'], onlyWhenNamed: true });
  for (let at = hearers.length; at < count; at += 1)
    await store.subscriptions.save(subscription({ destination: chat(9_000_000_000 + at), filters: [wish] }));
  await store.close();
};

/** The built bot as a process of its own, between loopback feeds and platforms with faults at random. */
export const openSoakStage = async (plan: SoakPlan) => {
  const folder = mkdtempSync(join(tmpdir(), 'curbwatch-soak-'));
  const feeds = await startSoakFeeds(plan.feeds);
  writeFileSync(join(folder, 'feeds.yaml'), feeds.yaml);
  const telegram = await startTelegramServer({ limits: true });
  const discord = await openDiscordServer();
  const operator = telegram.person('Olga');
  const office = telegram.privateChat(operator);
  office.bot = 'member';
  const people = Array.from({ length: plan.hearers }, () => {
    const one = telegram.privateChat(telegram.person('Reader'));
    one.bot = 'member';
    return one.id;
  });
  const guild = discord.world.addGuild('Readers', 'en-US');
  const channels = people.map(() => discord.world.addChannel({ guild }));
  const storeUrl = `sqlite://${join(folder, 'store.sqlite')}`;
  const hearers = [...people.map((id) => chat(id)), ...channels.map((id) => chat(id, 'discord'))];
  await seed(storeUrl, hearers, plan.subscriptions);

  const port = await freePort();
  const { PATH = '' } = process.env;
  const startedAt = performance.now();
  const bot = spawn(process.execPath, START, {
    cwd: folder,
    env: {
      ...{ PATH, STORE_URL: storeUrl, FEEDS_FILE: 'feeds.yaml', ALLOW_PRIVATE_FEEDS: 'true' },
      ...{ TELEGRAM_BOT_TOKEN: telegram.token, TELEGRAM_API_ROOT: telegram.url },
      ...{ DISCORD_BOT_TOKEN: discord.token, DISCORD_API_ROOT: discord.apiRoot },
      ...{ OPERATORS: `telegram-${operator.id}`, CANARY_EVERY: '1m', HTTP_PORT: String(port) },
    },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  bot.stderr.pipe(createWriteStream(process.env.SOAK_LOG ?? join(folder, 'log')));
  const ended = once(bot, 'exit');
  const ask = async (path: string): Promise<string> => {
    const answer = await fetch(`http://127.0.0.1:${port}${path}`).catch(() => undefined);
    return answer?.ok === true ? answer.text() : '';
  };
  const hasEnded = (): boolean => bot.exitCode !== null || bot.signalCode !== null;

  return {
    ...{ feeds, hearers: hearers.length, hasEnded, metrics: () => ask('/metrics') },
    /** Resolves to the milliseconds from the start of the process until it is ready. */
    async ready(): Promise<number> {
      while ((await ask('/readyz')) === '' && !hasEnded() && performance.now() - startedAt < LONGEST_START)
        await wait(50);
      return Math.round(performance.now() - startedAt);
    },
    /** What platforms do to those who send; to be called every few seconds. */
    trouble(turn: number): void {
      if (turn % 3 === 0) telegram.fail('sendMessage', turn % 2 === 0 ? 'reset' : 'garbage');
      if (turn % 7 === 0) telegram.fail('getUpdates', 'reset');
      if (turn % 5 === 0)
        discord.fail(/^POST \/channels\/\d+\/messages/, turn % 2 === 0 ? 'refuse' : 'lose-answer');
    },
    release: (): void => telegram.say(office, operator, '/ops send'),
    /** Alerts that a hearer has not got, over all hearers. */
    missing(told: readonly Told[]): number {
      const texts = [
        ...people.map((id) => telegram.sends.filter((one) => one.chat === id).map(({ text }) => text)),
        ...channels.map((id) => discord.messages(id).map(shownMessage)),
      ];
      const missed = (mine: readonly string[]): number =>
        told.filter((story) => !mine.some((text) => isToldIn(story, text))).length;
      return texts.reduce((sum, mine) => sum + missed(mine), 0);
    },
    /** Resolves to the exit code of the bot. */
    async end(): Promise<unknown> {
      bot.kill('SIGTERM');
      return (await ended)[0];
    },
    async close(): Promise<void> {
      bot.kill('SIGKILL');
      await feeds.close();
      await telegram.close();
      await discord.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
};

export type SoakStage = Awaited<ReturnType<typeof openSoakStage>>;
