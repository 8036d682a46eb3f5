import { afterEach, beforeEach, expect, test } from '@jest/globals';
import type { Clock } from '../src/domain/ports.ts';
import { systemClock } from '../src/ops/clock.ts';
import { until } from './support/until.ts';
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
  const texts = (part: string) => bot.telegram.messages(chat).filter(({ text }) => text.includes(part));

  bot.publish('courier', {
    id: 'okx-in',
    title: 'OKX to end its services in India',
    text: `OKX leaves India. Customers must withdraw their funds by ${inDays(10)}, the exchange said.`,
  });
  const alert = await until(() => texts('OKX')[0], 'the alert');
  // It stands in the chat a moment before the bot has noted when it was sent: put forward between the two, the clock would date the sending after the reminder.
  await eventually('the noted sending', () => {
    bot.telegram.press(alert, 'Why this?', anna);
    return texts('Sent here').length > 0;
  });

  clock.forward(4 * DAY);
  const reminder = await until(() => texts('reminder')[0], 'the reminder', 75_000);
  expect(reminder).toMatchObject({ replyTo: alert.message_id });
}, 120_000);
