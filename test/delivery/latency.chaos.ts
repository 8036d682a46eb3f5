import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, describe, expect, test } from '@jest/globals';
import { createSteps } from '../../src/steps.ts';
import { createReport } from '../support/chaos-report.ts';
import { type KillableBot, openKillableBot } from './support/killable-bot.ts';

const FEEDS = Number(process.env.CHAOS_FEEDS ?? 200);
const ENTRIES = Number(process.env.CHAOS_ENTRIES ?? 100);

/** Exchanges whose names are plain words of one kind: each entry opens an incident of its own. */
const namesOf = (count: number): readonly string[] =>
  createSteps()
    .catalogue.exchanges.filter(
      ({ name, aliases, status }) =>
        status === 'active' &&
        /^[A-Z][a-z]{4,}$/.test(name) &&
        aliases.every(({ needsContext }) => !needsContext),
    )
    .map(({ name }) => name)
    .slice(0, count);

const percentile = (values: readonly number[], share: number): number =>
  values.toSorted((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * share))] ??
  Number.NaN;

describe('from the appearance of an entry to the message', () => {
  const report = createReport('latency');
  let bot: KillableBot;
  afterEach(() => bot.close(), 30_000);

  test('takes 1.5 s for half and 3 s for 95 of 100, with 200 private feeds polled every second', async () => {
    bot = await openKillableBot({
      ...{ chats: 1, limits: false, feeds: FEEDS },
      // The brake lets critical news of authorities pass.
      feedKind: 'official',
    });
    await bot.start();
    while (bot.polls() < 3 * FEEDS) await wait(100);
    const shownAt = new Map<string, number>();
    const heardAt = new Map<string, number>();
    let seen = 0;
    const listen = setInterval(() => {
      const texts = bot.arrivedOnTelegram(seen).map(({ text }) => text);
      seen += texts.length;
      const now = performance.now();
      for (const text of texts)
        for (const name of shownAt.keys())
          if (!heardAt.has(name) && new RegExp(`\\b${name}\\b`).test(text)) heardAt.set(name, now);
    }, 5);
    const pollsBefore = bot.polls();
    const from = performance.now();
    for (const name of namesOf(ENTRIES)) {
      shownAt.set(name, performance.now());
      bot.publish(
        name,
        `${name} suspends all withdrawals`,
        `${name} has suspended withdrawals for all users until further notice, the exchange said.`,
      );
      await wait(200 + Math.random() * 400);
    }
    const pollsASecond = (bot.polls() - pollsBefore) / ((performance.now() - from) / 1000);
    await wait(10_000);
    clearInterval(listen);
    const times = [...heardAt].map(([name, at]) => at - (shownAt.get(name) ?? at));
    const figures = {
      entries: shownAt.size,
      heard: times.length,
      p50: percentile(times, 0.5),
      p95: percentile(times, 0.95),
      slowest: Math.max(...times),
      pollsASecond,
    };
    report('latency', figures);
    expect(times.length).toBe(shownAt.size);
    expect(figures.p50).toBeLessThanOrEqual(1500);
    expect(figures.p95).toBeLessThanOrEqual(3000);
  }, 600_000);
});
