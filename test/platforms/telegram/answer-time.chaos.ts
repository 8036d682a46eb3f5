import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Subscription } from '../../../src/domain/subscription.ts';
import { systemClock } from '../../../src/ops/clock.ts';
import { openStore } from '../../../src/storage/open.ts';
import { createKeptLogger } from '../../support/discord-stage.ts';
import { openWholeBot, type WholeBot } from '../../support/whole-bot.ts';

/** Subscriptions in the store, and questions asked meanwhile. */
const STORED = 100_000;
const ROUNDS = 40;
/** Milliseconds from the update to the answer in the chat. */
const P95 = 100;

const SAID = [
  '/start',
  '/subscribe binance okx in nigeria, high, daily',
  '/subscribe binanse',
  '/filters',
  '/filters pick a e ? kra',
  '/check binance nigeria',
  '/latest',
  '/quiet 22:00-07:00',
  '/export',
  '/diagnose',
  '/help',
  '/unsubscribe',
  '/forget yes',
];

const subscriptionOf = (at: number): Subscription => ({
  v: 1,
  destination: { platform: 'telegram', chat: String(10_000 + at) },
  state: 'active',
  stateSince: 0,
  language: 'en',
  zone: 'UTC',
  cadence: 'instant',
  digestAt: '08:00',
  filters: [
    {
      id: 'a',
      exchanges: at % 3 === 0 ? ['binance'] : [],
      jurisdictions: at % 2 === 0 ? ['NG'] : [],
      kinds: [],
      minSeverity: 'low',
      words: [],
      onlyWhenNamed: false,
    },
  ],
  muted: [],
  createdBy: String(10_000 + at),
  createdAt: 0,
});

let bot: WholeBot;

const fill = async (): Promise<void> => {
  const store = await openStore(bot.storeUrl, {
    clock: systemClock,
    logger: createKeptLogger(),
    onLeaseLost: (error) => {
      throw error;
    },
  });
  for (let from = 0; from < STORED; from += 1000)
    await Promise.all(
      Array.from({ length: 1000 }, (_, at) => store.subscriptions.save(subscriptionOf(from + at))),
    );
  await store.close();
};

beforeAll(async () => {
  bot = await openWholeBot({ DISCORD_BOT_TOKEN: '' });
  await fill();
  await bot.start();
}, 300_000);
afterAll(() => bot.close(), 60_000);

/** Asks, and resolves to the milliseconds until the answer stands in the chat. */
const ask = async (text: string, name: string): Promise<number> => {
  const { telegram } = bot;
  const person = telegram.person(name);
  const chat = telegram.privateChat(person);
  const from = performance.now();
  telegram.say(chat, person, text);
  while (telegram.messages(chat).length === 0) await new Promise((resolve) => setImmediate(resolve));
  return performance.now() - from;
};

test(`95 of 100 answers come within ${P95} ms beside ${STORED} subscriptions`, async () => {
  await ask('/help', 'First');
  const byText = new Map(SAID.map((text): [string, number[]] => [text, []]));
  for (let round = 0; round < ROUNDS; round += 1)
    for (const [text, times] of byText) times.push(await ask(text, `Person ${round}`));
  const times = [...byText.values()].flat();
  const at = (share: number, of = times): number =>
    Math.round((of.toSorted((a, b) => a - b)[Math.floor(of.length * share)] ?? 0) * 10) / 10;
  for (const [text, each] of byText) process.stdout.write(`  p50 ${at(0.5, each)} ms  ${text}\n`);
  process.stdout.write(
    `answers with ${STORED} subscriptions stored: ${times.length} asked, p50 ${at(0.5)} ms, p95 ${at(0.95)} ms, p99 ${at(0.99)} ms\n`,
  );
  expect(at(0.95)).toBeLessThan(P95);
}, 300_000);
