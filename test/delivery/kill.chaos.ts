import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, describe, expect, test } from '@jest/globals';
import { createReport } from '../support/chaos-report.ts';
import { type Arrived, type KillableBot, openKillableBot } from './support/killable-bot.ts';
import { entryOf, namesIn, pairsOf, repeatsOf, sum } from './support/named-alerts.ts';

const KILLS = Number(process.env.CHAOS_KILLS ?? 200);
const KILLS_WITH_LIMITS = Number(process.env.CHAOS_KILLS_WITH_LIMITS ?? 20);
/** A busy machine starts a process in many seconds: no more kills after so long, and the report says how many there were. */
const MINUTES = Number(process.env.CHAOS_MINUTES ?? Number.POSITIVE_INFINITY);
const KILLS_IN_TROUBLE = Number(process.env.CHAOS_KILLS_IN_TROUBLE ?? 40);

interface Tally {
  readonly alerts: number;
  readonly kills: number;
  /** Lives in which something was sent. */
  readonly killsWhileSending: number;
  readonly seconds: number;
  readonly lost: number;
  readonly merged: number;
  readonly telegramTwice: number;
  readonly telegramUnrecorded: number;
  /** Messages, at one kill. */
  readonly mostUnrecordedSends: number;
  readonly discordTwice: number;
  readonly mostTwiceInOneChat: number;
}

/** What Telegram had accepted in the life that has just ended and the store knows nothing of. */
const countUnrecorded = (
  bot: KillableBot,
  arrived: readonly Arrived[],
): Promise<{ readonly alerts: number; readonly sends: number }> =>
  bot.withStore(async (store) => {
    const ids = new Map<string, string>();
    for await (const { id, exchanges, sources } of store.incidents.all())
      ids.set(namesIn(sources[0].title)[0] ?? exchanges[0] ?? '', id);
    const byIncident = new Map<string, Arrived[]>();
    for (const one of arrived)
      for (const name of namesIn(one.text)) {
        const id = ids.get(name) ?? '';
        byIncident.set(id, [...(byIncident.get(id) ?? []), one]);
      }
    let alerts = 0;
    // One message may tell of many.
    const sends = new Set<Arrived>();
    for (const [id, about] of byIncident) {
      const told = await store.sentMessages.get(
        id,
        about.map(({ to }) => to),
      );
      for (const one of about.filter((_, at) => told[at] === undefined)) {
        alerts++;
        sends.add(one);
      }
    }
    return { alerts, sends: sends.size };
  });

interface Plan {
  readonly alerts: number;
  readonly chats: number;
  readonly kills: number;
  readonly limits: boolean;
  /** The longest life after the start, in milliseconds. */
  readonly longest: number;
  readonly environment?: Readonly<Record<string, string>>;
}

const live = async (bot: KillableBot, longest: number): Promise<void> => {
  // One in six dies while it starts.
  if (Math.random() < 1 / 6) {
    bot.spawn();
    await wait(Math.random() * 500);
  } else {
    await bot.start();
    bot.release();
    await wait(Math.random() * longest);
  }
  await bot.kill();
};

const untilAllIsHeard = async (bot: KillableBot, wanted: number, ms: number): Promise<void> => {
  const end = performance.now() + ms;
  const heard = (): number => new Set(bot.arrived().flatMap(pairsOf)).size;
  let before = '';
  while (performance.now() < end) {
    bot.release();
    await wait(1000);
    const now = bot.counts().join();
    // Reading all texts takes long: only when nothing more comes.
    if (now === before && heard() >= wanted) break;
    before = now;
  }
  // A repeat that is still on its way.
  await wait(2000);
};

const run = async (bot: KillableBot, plan: Plan): Promise<Tally> => {
  const { alerts, chats, longest } = plan;
  await bot.start();
  while (bot.polls() < 2) await wait(100);
  await bot.kill();
  const startedAt = performance.now();
  let published = 0;
  let seen = 0;
  let sentBefore = 0;
  let killsWhileSending = 0;
  let telegramUnrecorded = 0;
  let mostUnrecordedSends = 0;
  let kills = 0;
  for (let share = 0; share < 1; ) {
    const minutes = (performance.now() - startedAt) / 60_000;
    share = Math.max((kills + 1) / plan.kills, minutes / MINUTES);
    const due = Math.ceil(share * alerts * 1.1);
    for (; published < Math.min(alerts, due); published++) bot.publish(...entryOf(published));
    await live(bot, longest);
    kills++;
    const unrecorded = await countUnrecorded(bot, bot.arrivedOnTelegram(seen));
    telegramUnrecorded += unrecorded.alerts;
    mostUnrecordedSends = Math.max(mostUnrecordedSends, unrecorded.sends);
    [seen] = bot.counts();
    const sentSoFar = sum(bot.counts());
    if (sentSoFar > sentBefore) killsWhileSending++;
    sentBefore = sentSoFar;
  }
  for (; published < alerts; published++) bot.publish(...entryOf(published));
  await bot.start();
  await untilAllIsHeard(bot, alerts * chats * 2, 600_000);
  await bot.end();
  const arrived = bot.arrived();
  const repeats = repeatsOf(arrived);
  const of = (platform: string): number =>
    sum([...repeats].filter(([pair]) => pair.startsWith(platform)).map(([, times]) => times));
  const perChat = new Map<string, number>();
  for (const [pair, times] of repeats) {
    const chat = pair.slice(0, pair.indexOf(' '));
    perChat.set(chat, (perChat.get(chat) ?? 0) + times);
  }
  return {
    alerts,
    kills,
    killsWhileSending,
    seconds: Math.round((performance.now() - startedAt) / 1000),
    lost: alerts * chats * 2 - new Set(arrived.flatMap(pairsOf)).size,
    merged: arrived.filter(({ text }) => namesIn(text).length > 1).length,
    telegramTwice: of('telegram'),
    telegramUnrecorded,
    mostUnrecordedSends,
    discordTwice: of('discord'),
    mostTwiceInOneChat: Math.max(0, ...perChat.values()),
  };
};

describe('a bot that is killed with -9 at random moments', () => {
  const report = createReport('kill');
  let bot: KillableBot;
  afterEach(() => bot.close(), 30_000);

  const play = async (name: string, plan: Plan): Promise<Tally> => {
    bot = await openKillableBot({
      ...plan,
      ...(process.env.CHAOS_LOG === undefined ? {} : { logFile: process.env.CHAOS_LOG }),
    });
    const tally = await run(bot, plan);
    report(name, tally);
    return tally;
  };

  const holds = (tally: Tally): void => {
    expect(tally.lost).toBe(0);
    expect(tally.discordTwice).toBe(0);
    expect(tally.telegramTwice).toBeLessThanOrEqual(tally.telegramUnrecorded);
  };

  test('loses nothing with the limits off, and repeats only what was accepted and not recorded', async () => {
    const plan = { alerts: 40, chats: 500, kills: KILLS, limits: false, longest: 1500 };
    holds(await play('limits off', plan));
  }, 3_600_000);

  test('repeats at most three after a kill with the limits on', async () => {
    // So many that something is being sent in almost every life.
    const plan = { alerts: 8, chats: 200, kills: KILLS_WITH_LIMITS, limits: true, longest: 4000 };
    const tally = await play('limits on', plan);
    holds(tally);
    expect(tally.mostUnrecordedSends).toBeLessThanOrEqual(3);
  }, 1_800_000);

  test('holds while one write in twenty fails', async () => {
    const environment = { CHAOS_STORE_FAULTS: '0.05' };
    const plan = {
      alerts: 20,
      chats: 50,
      kills: KILLS_IN_TROUBLE,
      limits: false,
      longest: 4000,
      environment,
    };
    holds(await play('writes that fail', plan));
  }, 1_800_000);

  test('holds while the clock is set by an hour, forwards and back', async () => {
    const environment = { CHAOS_CLOCK: 'steps' };
    // With the limits on a send is on its way in almost every life.
    const plan = {
      alerts: 20,
      chats: 100,
      kills: KILLS_IN_TROUBLE,
      limits: true,
      longest: 4000,
      environment,
    };
    const tally = await play('clock that steps', plan);
    holds(tally);
    expect(tally.mostUnrecordedSends).toBeLessThanOrEqual(3);
  }, 1_800_000);
});
