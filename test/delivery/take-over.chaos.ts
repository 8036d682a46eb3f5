import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, describe, expect, test } from '@jest/globals';
import { createReport } from '../support/chaos-report.ts';
import { startRedis, type TestRedis } from '../support/redis-server.ts';
import { canKeepApart, type KillableBot, openKillableBot } from './support/killable-bot.ts';
import { entryOf, namesIn } from './support/named-alerts.ts';

const ROUNDS = Number(process.env.CHAOS_TAKE_OVERS ?? 6);
/** Seconds after which another must have taken over. */
const LIMIT = 30;

/** Two that stand for the same parts, and one for all others. */
const OTHERS = 2;
const ROLES = ['decide,telegram', 'decide,telegram', 'poll,deliver,discord'];

const secondsUntil = async (holds: () => boolean): Promise<number> => {
  const from = performance.now();
  while (!holds() && performance.now() - from < 120_000) await wait(20);
  return Number(((performance.now() - from) / 1000).toFixed(1));
};

describe('a process that decides and hears Telegram, killed with -9', () => {
  const report = createReport('take-over');
  let redis: TestRedis;
  let bot: KillableBot;
  afterEach(async () => {
    await bot.close();
    await redis.stop();
  }, 60_000);

  const isHeard = (at: number): boolean => {
    const [name] = entryOf(at);
    return bot.arrivedOnTelegram(0).some(({ text }) => namesIn(text).includes(name));
  };

  /** Kills whoever has the parts; from then to the first alert of what is published now, and to the next answer. */
  const takeOver = async (holder: number, round: number): Promise<readonly [number, number]> => {
    await bot.kill(holder);
    const answers = bot.answers();
    bot.publish(...entryOf(round));
    // Beyond a few alerts the brake asks first.
    const asking = setInterval(() => bot.release(), 1000);
    const times = await Promise.all([
      secondsUntil(() => isHeard(round)),
      secondsUntil(() => bot.answers() > answers),
    ]);
    clearInterval(asking);
    await bot.start(holder);
    return times;
  };

  const play = async (name: string, apart: boolean): Promise<void> => {
    redis = await startRedis();
    const processes = ROLES.map((roles) => ({ QUEUE_URL: redis.url, ROLES: roles }));
    bot = await openKillableBot({ chats: 3, limits: false, storeUrl: redis.url, processes, apart });
    // In this order, so that the first has what both of them stand for.
    for (const at of [0, OTHERS, 1]) await bot.start(at);
    while (bot.polls() < 3) await wait(100);
    const times: (readonly [number, number])[] = [];
    for (let round = 0; round < ROUNDS; round++) times.push(await takeOver(round % 2, round));
    const [decide, telegram] = [times.map(([first]) => first), times.map(([, second]) => second)];
    report(name, { kills: ROUNDS, decide, telegram });
    expect(Math.max(...decide)).toBeLessThan(LIMIT);
    expect(Math.max(...telegram)).toBeLessThan(LIMIT);
  };

  test(
    'is replaced within 30 s by one that sees that it is dead',
    () => play('same machine', false),
    900_000,
  );

  test('is replaced within 30 s by one that cannot see it, as on another machine', async () => {
    expect(canKeepApart()).toBe(true);
    await play('apart', true);
  }, 900_000);
});
