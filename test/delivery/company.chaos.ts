import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, describe, expect, test } from '@jest/globals';
import { systemClock } from '../../src/ops/clock.ts';
import { openQueueServer } from '../../src/storage/queue/open-queue-server.ts';
import { createQueueOutbox } from '../../src/storage/queue/queue-outbox.ts';
import { createReport } from '../support/chaos-report.ts';
import { startRedis, type TestRedis } from '../support/redis-server.ts';
import { createTestLogger } from '../support/store-fixtures.ts';
import { openTcpProxy, type TcpProxy } from '../support/tcp-proxy.ts';
import { chargeRepeats } from './support/charge-repeats.ts';
import { type KillableBot, openKillableBot } from './support/killable-bot.ts';
import { entryOf, pairsOf, repeatsOf, sum } from './support/named-alerts.ts';

const KILLS = Number(process.env.CHAOS_COMPANY_KILLS ?? 100);
const RESTARTS = Number(process.env.CHAOS_REDIS_RESTARTS ?? 10);
const CUTS = Number(process.env.CHAOS_CUTS ?? 5);
/** A busy machine starts a process in many seconds: no more after so long, and the report says how many there were. */
const MINUTES = Number(process.env.CHAOS_MINUTES ?? Number.POSITIVE_INFINITY);
const KILLS_WITH_LIMITS = Number(process.env.CHAOS_KILLS_WITH_LIMITS ?? 20);
/** What one process has on its way to a platform at most, and what it has where the platform's limits are kept. */
const MOST_UNDERWAY = 128;
const MOST_UNDERWAY_WITH_LIMITS = 3;

interface Plan {
  readonly alerts: number;
  readonly chats: number;
  readonly harms: number;
  readonly limits?: boolean;
  /** One harm; it has ended when it resolves. */
  readonly harm: (bot: KillableBot) => Promise<void>;
  readonly processes: readonly Readonly<Record<string, string>>[];
}

/** Starts again whatever has ended, as systemd does. */
const supervise = (bot: KillableBot, count: number): (() => Promise<void>) => {
  let stopped = false;
  const run = async (): Promise<void> => {
    while (!stopped) {
      await Promise.all(
        Array.from({ length: count }, async (_, at) => {
          if (!bot.lives(at)) await bot.start(at);
        }),
      );
      await wait(100);
    }
  };
  const running = run();
  return () => {
    stopped = true;
    return running;
  };
};

const untilAllIsHeard = async (bot: KillableBot, wanted: number): Promise<void> => {
  const end = performance.now() + 300_000;
  let before = '';
  while (performance.now() < end) {
    bot.release();
    await wait(1000);
    const now = bot.counts().join();
    const heard = (): number => new Set(bot.arrived().flatMap(pairsOf)).size;
    if (now === before && heard() >= wanted) break;
    before = now;
  }
  // A repeat that is still on its way.
  await wait(3000);
};

/** What the queues still hold; it says where to look when something is missing. */
const leftIn = async (url: string) => {
  const server = await openQueueServer(url, createTestLogger());
  const counts = await createQueueOutbox(server, systemClock).counts();
  await server.close();
  return counts;
};

const run = async (bot: KillableBot, redisUrl: string, { alerts, chats, harms, harm, processes }: Plan) => {
  const startedAt = performance.now();
  const end = supervise(bot, processes.length);
  while (bot.polls() < 3) await wait(100);
  let published = 0;
  let done = 0;
  for (let share = 0; share < 1; ) {
    share = Math.max((done + 1) / harms, (performance.now() - startedAt) / 60_000 / MINUTES);
    for (; published < Math.min(alerts, Math.ceil(share * alerts * 1.1)); published++)
      bot.publish(...entryOf(published));
    bot.release();
    await harm(bot);
    done++;
  }
  for (; published < alerts; published++) bot.publish(...entryOf(published));
  const harmedUntil = performance.now();
  await untilAllIsHeard(bot, alerts * chats * 2);
  const left = await leftIn(redisUrl);
  await end();
  await bot.end();
  const arrived = bot.arrived();
  const repeats = repeatsOf(arrived);
  const heard = [...new Set(arrived.flatMap(pairsOf))];
  const heardOf = Array.from({ length: alerts }, (_, at) => {
    const [name] = entryOf(at);
    return [name, heard.filter((pair) => pair.endsWith(` ${name}`)).length] as const;
  });
  const twice = (platform: string): number =>
    sum([...repeats].filter(([pair]) => pair.startsWith(platform)).map(([, times]) => times));
  return {
    ...{ alerts, chats, processes: processes.length, harms: done },
    seconds: Math.round((performance.now() - startedAt) / 1000),
    secondsAfterLastHarm: Math.round((performance.now() - harmedUntil) / 1000),
    lost: alerts * chats * 2 - new Set(arrived.flatMap(pairsOf)).size,
    ...(heardOf.some(([, count]) => count < chats * 2) && { heardOf, left }),
    telegramTwice: twice('telegram'),
    ...chargeRepeats(bot.arrivedOnTelegram(0), bot.ends()),
    discordTwice: twice('discord'),
  };
};

describe('three processes that share the work', () => {
  const report = createReport('company');
  let bot: KillableBot;
  let redis: TestRedis;
  let proxy: TcpProxy | undefined;
  afterEach(async () => {
    await bot.close();
    await proxy?.close();
    await redis.stop();
  }, 60_000);

  const play = async (name: string, plan: Plan) => {
    bot = await openKillableBot({
      ...{ chats: plan.chats, limits: plan.limits ?? false, storeUrl: redis.url, processes: plan.processes },
      ...(process.env.CHAOS_LOG === undefined ? {} : { logFile: process.env.CHAOS_LOG }),
    });
    const tally = await run(bot, redis.url, plan);
    report(name, tally);
    return tally;
  };
  const killAny = async (): Promise<void> => {
    await wait(Math.random() * 3000);
    await bot.kill(Math.floor(Math.random() * 3));
  };
  const all = (count = 3) => Array.from({ length: count }, () => ({ QUEUE_URL: redis.url }));

  test('lose nothing while any one of them is killed with -9, and repeat what was on its way at most', async () => {
    redis = await startRedis();
    const tally = await play('kill -9 of any one', {
      ...{ alerts: 40, chats: 60, harms: KILLS, harm: killAny, processes: all() },
    });
    expect(tally).toMatchObject({ lost: 0, discordTwice: 0, withoutEnd: 0 });
    expect(tally.mostAtOneEnd).toBeLessThanOrEqual(MOST_UNDERWAY);
  }, 3_600_000);

  test('repeat at most three after a kill with the limits on', async () => {
    redis = await startRedis();
    // So many that something is being sent at almost every kill.
    const tally = await play('kill -9 with the limits on', {
      ...{ alerts: 8, chats: 200, harms: KILLS_WITH_LIMITS, harm: killAny, limits: true, processes: all() },
    });
    expect(tally).toMatchObject({ lost: 0, discordTwice: 0, withoutEnd: 0 });
    expect(tally.mostAtOneEnd).toBeLessThanOrEqual(MOST_UNDERWAY_WITH_LIMITS);
  }, 3_600_000);

  test('lose nothing while Redis is killed and started again', async () => {
    redis = await startRedis();
    const harm = async (): Promise<void> => {
      await wait(Math.random() * 3000);
      await redis.restart();
    };
    const tally = await play('Redis killed', {
      ...{ alerts: 20, chats: 50, harms: RESTARTS, harm, processes: all() },
    });
    expect(tally.lost).toBe(0);
    expect(tally.discordTwice).toBe(0);
  }, 3_600_000);

  test('lose nothing while one of them is cut off from Redis, which others go on with', async () => {
    redis = await startRedis();
    proxy = await openTcpProxy(Number(new URL(redis.url).port));
    const cut = `redis://127.0.0.1:${proxy.port}`;
    const harm = async (): Promise<void> => {
      await wait(2000);
      proxy?.cut();
      await wait(2000 + Math.random() * 18_000);
      proxy?.mend();
    };
    const tally = await play('partition', {
      ...{ alerts: 20, chats: 50, harms: CUTS, harm },
      processes: [{ STORE_URL: cut, QUEUE_URL: cut }, ...all(2)],
    });
    expect(tally.lost).toBe(0);
    expect(tally.discordTwice).toBe(0);
  }, 3_600_000);
});
