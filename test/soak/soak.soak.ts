import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { expect, test } from '@jest/globals';
import { systemClock } from '../../src/ops/clock.ts';
import { openStore } from '../../src/storage/open.ts';
import { chat, filter, subscription } from '../delivery/support/builders.ts';
import { createReport } from '../support/chaos-report.ts';
import { openDiscordServer } from '../support/discord-server.ts';
import { createKeptLogger, shownMessage } from '../support/discord-stage.ts';
import { freePort } from '../support/programs.ts';
import { startTelegramServer } from '../support/telegram-server.ts';
import { STORIES, startSoakFeeds, type Told } from './soak-feeds.ts';

/** SOAK_MINUTES=120 is what the figures in the README are from. */
const MINUTES = Number(process.env.SOAK_MINUTES ?? 120);
const FEEDS = Number(process.env.SOAK_FEEDS ?? 250);
const SUBSCRIPTIONS = Number(process.env.SOAK_SUBSCRIPTIONS ?? 10_000);
/** Chats of each platform that hear everything; the other subscriptions wish for what never comes. */
const HEARERS = 10;
const MINUTE = 60_000;
/** How long alerts may take at the end: a feed that fails is asked again after a while. */
const LAST_WAIT = 8 * MINUTE;

interface Sample {
  readonly minute: number;
  readonly rssMb: number;
  readonly lagP99Ms: number;
}

const gauge = (text: string, name: string): number =>
  Number(new RegExp(`^${name} (\\S+)`, 'm').exec(text)?.[1] ?? Number.NaN);

const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

/** Megabytes gained in ten minutes, by the line that fits best. */
const growthPer10 = (samples: readonly Sample[]): number => {
  const x = mean(samples.map(({ minute }) => minute));
  const y = mean(samples.map(({ rssMb }) => rssMb));
  const above = samples.reduce((sum, { minute, rssMb }) => sum + (minute - x) * (rssMb - y), 0);
  return (10 * above) / samples.reduce((sum, { minute }) => sum + (minute - x) ** 2, 0);
};

const isToldIn = ({ exchange, country }: Told, text: string): boolean =>
  text.split('\n').some((line) => line.includes(exchange) && line.includes(country));

test(
  `${MINUTES} minutes with ${FEEDS} feeds, ${SUBSCRIPTIONS} subscriptions and faults at random`,
  async () => {
    const folder = mkdtempSync(join(tmpdir(), 'curbwatch-soak-'));
    const feeds = await startSoakFeeds(FEEDS);
    const feedsFile = join(folder, 'feeds.yaml');
    writeFileSync(feedsFile, feeds.yaml);
    const telegram = await startTelegramServer({ limits: true });
    const discord = await openDiscordServer();
    const operator = telegram.person('Olga');
    const office = telegram.privateChat(operator);
    office.bot = 'member';
    const people = Array.from({ length: HEARERS }, () => {
      const one = telegram.privateChat(telegram.person('Reader'));
      one.bot = 'member';
      return one.id;
    });
    const guild = discord.world.addGuild('Readers', 'en-US');
    const channels = people.map(() => discord.world.addChannel({ guild }));
    const storeUrl = `sqlite://${join(folder, 'store.sqlite')}`;
    const store = await openStore(storeUrl, {
      clock: systemClock,
      logger: createKeptLogger(),
      onLeaseLost: () => undefined,
    });
    const hearers = [...people.map((id) => chat(id)), ...channels.map((id) => chat(id, 'discord'))];
    for (const destination of hearers) await store.subscriptions.save(subscription({ destination }));
    for (let at = hearers.length; at < SUBSCRIPTIONS; at += 1) {
      const wish = filter({
        exchanges: ['zaif'],
        jurisdictions: ['JP'],
        minSeverity: 'critical',
        onlyWhenNamed: true,
      });
      await store.subscriptions.save(
        subscription({ destination: chat(9_000_000_000 + at), filters: [wish] }),
      );
    }
    await store.close();

    const port = await freePort();
    const log = createWriteStream(process.env.SOAK_LOG ?? join(folder, 'log'));
    const { PATH = '' } = process.env;
    const startedAt = performance.now();
    const bot = spawn(process.execPath, [resolve(import.meta.dirname, '../../dist/main.js'), 'run'], {
      cwd: folder,
      env: {
        PATH,
        TELEGRAM_BOT_TOKEN: telegram.token,
        TELEGRAM_API_ROOT: telegram.url,
        DISCORD_BOT_TOKEN: discord.token,
        DISCORD_API_ROOT: discord.apiRoot,
        STORE_URL: storeUrl,
        FEEDS_FILE: feedsFile,
        ALLOW_PRIVATE_FEEDS: 'true',
        OPERATORS: `telegram-${operator.id}`,
        CANARY_EVERY: '1m',
        HTTP_PORT: String(port),
      },
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    bot.stderr.pipe(log);
    const ended = once(bot, 'exit');
    const ask = async (path: string): Promise<string> => {
      const answer = await fetch(`http://127.0.0.1:${port}${path}`).catch(() => undefined);
      return answer?.ok === true ? answer.text() : '';
    };

    const report = createReport('soak');
    try {
      while (
        (await ask('/readyz')) === '' &&
        bot.exitCode === null &&
        performance.now() - startedAt < 2 * MINUTE
      )
        await wait(50);
      const readyMs = Math.round(performance.now() - startedAt);
      const samples: Sample[] = [];
      const told: Told[] = [];
      const stories = [...STORIES];
      const from = performance.now();
      const end = from + MINUTES * MINUTE;
      // The first poll of a feed is silent: all have been asked once after their longest interval.
      const quietUntil = from + 1.5 * MINUTE;
      const gap = Math.max(15_000, (MINUTES * MINUTE) / STORIES.length);
      let nextStory = quietUntil;
      for (let turn = 0; performance.now() < end && bot.exitCode === null; turn += 1) {
        await wait(5_000);
        const now = performance.now();
        if (now >= nextStory && now < end - MINUTE) {
          nextStory = now + gap;
          const story = stories.shift();
          if (story !== undefined) {
            feeds.tell(story);
            told.push(story);
          }
        }
        if (turn % 3 === 0)
          telegram.fail('sendMessage', (['reset', 'garbage'] as const)[turn % 2] ?? 'reset');
        if (turn % 7 === 0) telegram.fail('getUpdates', 'reset');
      if (turn % 5 === 0) discord.fail(/^POST \/channels\/\d+\/messages/, turn % 2 === 0 ? 'refuse' : 'lose-answer');
        if (turn % 12 === 0) telegram.say(office, operator, '/ops send');
        const text = await ask('/metrics');
        if (text === '') continue;
        const sample = {
          minute: (now - from) / MINUTE,
          rssMb: gauge(text, 'process_resident_memory_bytes') / 2 ** 20,
          lagP99Ms: gauge(text, 'nodejs_eventloop_lag_p99_seconds') * 1000,
        };
        samples.push(sample);
      }
      const missing = (): number => {
        const texts = [
          ...people.map((id) => telegram.sends.filter((one) => one.chat === id).map(({ text }) => text)),
          ...channels.map((id) => discord.messages(id).map(shownMessage)),
        ];
        return texts.reduce(
          (sum, mine) => sum + told.filter((story) => !mine.some((text) => isToldIn(story, text))).length,
          0,
        );
      };
      const last = performance.now() + LAST_WAIT;
      while (missing() > 0 && performance.now() < last && bot.exitCode === null) {
        telegram.say(office, operator, '/ops send');
        await wait(5_000);
      }
      const lastHour = samples.filter(({ minute }) => minute >= Math.max(MINUTES / 2, MINUTES - 60));
      const lags = samples.map(({ lagP99Ms }) => lagP99Ms).sort((a, b) => a - b);
      const metrics = await ask('/metrics');
      const figures = {
        ...{ minutes: MINUTES, feeds: FEEDS, subscriptions: SUBSCRIPTIONS, readyMs, polls: feeds.asked() },
        ...{ alerts: told.length, hearers: hearers.length, lost: missing() },
        rssMbAtEnd: Math.round(samples.at(-1)?.rssMb ?? 0),
        rssMbHighest: Math.round(Math.max(...samples.map(({ rssMb }) => rssMb))),
        rssGrowthMbPer10MinLastHalf: Number(growthPer10(lastHour).toFixed(2)),
        lagP99MsMedianOf5s: Number((lags[Math.floor(lags.length / 2)] ?? 0).toFixed(1)),
        lagP99MsOf95PercentOf5s: Number((lags[Math.floor(lags.length * 0.95)] ?? 0).toFixed(1)),
        canaryAgeS: Math.round(
          systemClock.now() / 1000 - gauge(metrics, 'curbwatch_canary_last_success_timestamp_seconds'),
        ),
      };
      report(`${MINUTES} min`, figures);
      bot.kill('SIGTERM');
      expect((await ended)[0]).toBe(0);
      expect(figures.alerts).toBeGreaterThan(0);
      expect(figures.lost).toBe(0);
      expect(figures.canaryAgeS).toBeLessThan(300);
      expect(figures.rssMbHighest).toBeLessThanOrEqual(200);
      // In a short run the heap still fills up to where the collector lets it.
      if (MINUTES >= 120) expect(figures.rssGrowthMbPer10MinLastHalf).toBeLessThan(1);
    } finally {
      bot.kill('SIGKILL');
      await feeds.close();
      await telegram.close();
      await discord.close();
      rmSync(folder, { recursive: true, force: true });
    }
  },
  MINUTES * MINUTE + LAST_WAIT + 10 * MINUTE,
);
