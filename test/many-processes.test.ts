import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, expect, test } from '@jest/globals';
import { systemClock } from '../src/ops/clock.ts';
import { shownMessage } from './support/discord-stage.ts';
import { describeWithRedis } from './support/queue-stage.ts';
import { findInRedis } from './support/redis-contents.ts';
import { eventually, openWholeBot, type WholeBot } from './support/whole-bot.ts';

const BLOCK = {
  id: 'ph-1',
  title: 'Philippine SEC orders internet providers to block Binance',
  text: 'The Securities and Exchange Commission of the Philippines has ordered providers to block access to the site of Binance, which has no licence in the country.',
};
const WARNING = {
  id: 'ng-1',
  title: 'Regulator in Nigeria warns investors against OKX',
  text: 'The Nigerian SEC said OKX is not licensed to serve the public.',
};
/** No two of them do the same. */
const SPECIALISTS = [
  { ROLES: 'poll' },
  { ROLES: 'decide' },
  { ROLES: 'deliver' },
  { ROLES: 'telegram,discord' },
];

describeWithRedis('several processes that share the work', () => {
  let bot: WholeBot;
  afterEach(() => bot.close(), 60_000);

  const open = async (processes: readonly Readonly<Record<string, string>>[]) => {
    bot = await openWholeBot({}, systemClock, processes);
    await bot.start();
    const anna = bot.telegram.person('Anna');
    const chat = bot.telegram.privateChat(anna);
    const texts = (): readonly string[] => bot.telegram.messages(chat).map(({ text }) => text);
    const say = async (text: string): Promise<void> => {
      const before = texts().length;
      bot.telegram.say(chat, anna, text);
      await eventually(`an answer to ${text}`, () => texts().length > before);
    };
    await say('/start');
    await say('/subscribe');
    await eventually('first polls', () => bot.polls('courier') > 1 && bot.polls('gazette') > 1, 30_000);
    const alertsOf = (name: string): readonly string[] =>
      texts().filter((text) => text.includes(name) && text.includes('Where'));
    return { say, texts, alertsOf, id: String(anna.id) };
  };

  test('tell one story, each doing a part of its own', async () => {
    const { say, texts, alertsOf } = await open(SPECIALISTS);
    await eventually('the slash commands', () => bot.discord.commands().length > 0);
    const { answers } = bot.discord.slash(bot.discordChannel, bot.discordAdmin, 'subscribe');
    await eventually('the subscription', () => answers.length > 0, 30_000);
    bot.publish('courier', BLOCK);
    await eventually('the alert', () => alertsOf('Binance').length > 0, 30_000);
    await eventually(
      "Discord's alert",
      () => bot.discord.messages(bot.discordChannel).some((one) => shownMessage(one).includes('Binance')),
      30_000,
    );
    // What was read elsewhere comes by a stream of its own; an answer is not given twice, so it is asked again.
    for (let tries = 0; tries < 20 && !texts().some((text) => text.includes('orders internet')); tries++) {
      await wait(500);
      await say(`/why ${bot.pages}/ph-1`);
    }
    expect(texts().at(-1)).toContain('orders internet');
    expect(alertsOf('Binance')).toHaveLength(1);
  }, 120_000);

  test('let who subscribes in one be heard of in another within a second', async () => {
    const { alertsOf } = await open(SPECIALISTS);
    const ben = bot.telegram.person('Ben');
    const chat = bot.telegram.privateChat(ben);
    bot.telegram.say(chat, ben, '/subscribe');
    await eventually('the answer', () => bot.telegram.messages(chat).length > 0);
    bot.publish('courier', BLOCK);
    await eventually('the alert', () => alertsOf('Binance').length > 0, 30_000);
    const heard = (): boolean => bot.telegram.messages(chat).some(({ text }) => text.includes('Where'));
    await eventually("Ben's alert", heard, 10_000);
  }, 120_000);

  test('carry out what an operator says where it is decided', async () => {
    const { alertsOf, texts } = await open(SPECIALISTS);
    bot.publish('courier', BLOCK);
    await eventually('the alert', () => alertsOf('Binance').length > 0, 30_000);
    const opened = bot.log.lines.find(({ event }) => event === 'entry.opened');
    const id = String(opened?.fields?.incident);
    const office = bot.telegram.privateChat(bot.operator);
    bot.telegram.say(office, bot.operator, '/ops');
    await eventually('the answer', () => bot.telegram.messages(office).length > 0, 30_000);
    bot.telegram.say(office, bot.operator, `/retract ${id} a hoax`);
    await eventually('the retraction', () => texts().some((text) => text.includes('a hoax')), 30_000);
  }, 120_000);

  test('hold nothing of who has said /forget, under no key', async () => {
    const { say, alertsOf, id } = await open(SPECIALISTS);
    bot.publish('courier', BLOCK);
    await eventually('the alert', () => alertsOf('Binance').length > 0, 30_000);
    const held = () => findInRedis(bot.storeUrl, id);
    // What was sent is written down a moment after it is shown.
    const expected = ['curbwatch-sent_messages::', 'curbwatch-subscriptions::', 'curbwatch:changes'];
    const isHeld = (keys: readonly string[]) =>
      expected.every((one) => keys.some((key) => key.startsWith(one)));
    for (let tries = 0; tries < 100 && !isHeld(await held()); tries++) await wait(50);
    expect(isHeld(await held())).toBe(true);
    await say('/forget yes');
    expect(await held()).toEqual([]);
    // What the others had yet to tell of it is told within a second.
    await wait(1500);
    expect(await held()).toEqual([]);
  }, 120_000);

  test('go on when one of them leaves that did everything', async () => {
    const { alertsOf } = await open([{}, {}]);
    bot.publish('courier', BLOCK);
    await eventually('the first alert', () => alertsOf('Binance').length > 0, 30_000);
    await bot.leave(0);
    const polls = bot.polls('courier');
    await eventually('the other to poll', () => bot.polls('courier') > polls, 30_000);
    bot.publish('courier', WARNING);
    await eventually('the second alert', () => alertsOf('OKX').length > 0, 30_000);
    expect(alertsOf('Binance')).toHaveLength(1);
  }, 120_000);
});
