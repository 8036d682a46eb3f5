import { afterEach, beforeEach, expect, test } from '@jest/globals';
import type { Clock } from '../src/domain/ports.ts';
import { systemClock } from '../src/ops/clock.ts';
import { eventually, openWholeBot, type WholeBot } from './support/whole-bot.ts';

const DAY = 86_400_000;

/** The machine's clock, which a test may put forward. */
const createForwardClock = (): Clock & { forward(ms: number): void } => {
  let ahead = 0;
  return {
    now: () => systemClock.now() + ahead,
    monotonic: () => systemClock.monotonic() + ahead,
    forward: (ms) => {
      ahead += ms;
    },
  };
};

const inDays = (days: number): string =>
  new Date(systemClock.now() + days * DAY).toLocaleDateString('en-GB', {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  });

let bot: WholeBot;
const clock = createForwardClock();

beforeEach(async () => {
  bot = await openWholeBot({}, clock);
  await bot.start();
}, 60_000);

afterEach(() => bot.close(), 30_000);

test('who was told of a date hears of it again when it is near, as a reply', async () => {
  const anna = bot.telegram.person('Anna');
  const chat = bot.telegram.privateChat(anna);
  bot.telegram.say(chat, anna, '/start');
  await eventually('the greeting', () => bot.telegram.messages(chat).length > 0);
  bot.telegram.say(chat, anna, '/subscribe');
  await eventually('the subscription', () => bot.telegram.messages(chat).length > 1);
  await eventually('a first poll', () => bot.polls('courier') > 1);
  const told = () => bot.telegram.messages(chat).filter(({ text }) => text.includes('OKX'));

  bot.publish('courier', {
    id: 'okx-in',
    title: 'OKX to end its services in India',
    text: `OKX leaves India. Customers must withdraw their funds by ${inDays(10)}, the exchange said.`,
  });
  await eventually('the alert', () => told().length === 1);

  clock.forward(4 * DAY);
  await eventually('the reminder', () => told().length === 2, 75_000);
  const [alert, reminder] = told();
  expect(reminder).toMatchObject({ replyTo: alert?.message_id });
}, 120_000);
