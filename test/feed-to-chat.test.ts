import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { shownMessage } from './support/discord-stage.ts';
import type { TelegramChat } from './support/telegram-world.ts';
import { eventually, openWholeBot, type WholeBot } from './support/whole-bot.ts';

const HOUR = 3_600_000;

const BLOCK = {
  id: 'ph-1',
  title: 'Philippine SEC orders internet providers to block Binance',
  text: 'The Securities and Exchange Commission of the Philippines has ordered providers to block access to the site of Binance, which has no licence in the country.',
};
const SAME_BLOCK = {
  id: 'ph-gazette',
  title: 'Philippines blocks access to Binance, regulator says',
  text: 'The Philippine SEC said internet providers must block the website of Binance, which is not licensed there.',
};

/** Alerts that a Telegram chat shows, answers to commands left out. */
const telegramAlerts = ({ telegram }: WholeBot, chat: TelegramChat): readonly string[] =>
  telegram
    .messages(chat)
    .map(({ text }) => text)
    .filter((text) => text.includes('Binance') && text.includes('Where'));

const discordAlerts = ({ discord, discordChannel }: WholeBot): readonly string[] =>
  discord
    .messages(discordChannel)
    .map(shownMessage)
    .filter((text) => text.includes('Binance'));

describe('from a feed to a chat', () => {
  let bot: WholeBot;
  let chat: TelegramChat;

  beforeEach(async () => {
    bot = await openWholeBot();
    bot.publish('courier', {
      id: 'old',
      title: 'Regulators in Nigeria block Binance',
      text: 'An older story.',
    });
    await bot.start();
    const anna = bot.telegram.person('Anna');
    const own = bot.telegram.privateChat(anna);
    chat = own;
    bot.telegram.say(own, anna, '/start');
    await eventually('the greeting', () => bot.telegram.messages(chat).length > 0);
    bot.telegram.say(own, anna, '/subscribe');
    await eventually('the slash commands', () => bot.discord.commands().length > 0);
    const { answers } = bot.discord.slash(bot.discordChannel, bot.discordAdmin, 'subscribe');
    const subscribed = (): boolean =>
      bot.telegram.messages(chat).length > 1 &&
      answers.length > 0 &&
      bot.log.lines.filter(({ event }) => event === 'started').length > 0;
    await eventually('the subscriptions', subscribed);
    await eventually('first polls', () => bot.polls('courier') > 1 && bot.polls('gazette') > 1);
  }, 60_000);

  afterEach(() => bot.close(), 30_000);

  test('a new entry reaches Telegram and Discord once, and a first poll is silent', async () => {
    bot.publish('courier', BLOCK);
    await eventually(
      'both alerts',
      () => telegramAlerts(bot, chat).length > 0 && discordAlerts(bot).length > 0,
    );
    await eventually('two more polls', () => bot.polls('courier') > 4);
    expect(telegramAlerts(bot, chat)).toHaveLength(1);
    expect(discordAlerts(bot)).toHaveLength(1);
    expect(telegramAlerts(bot, chat)[0]).toContain('Philippines');
    expect(telegramAlerts(bot, chat)[0]).toContain('courier');
    expect(telegramAlerts(bot, chat).join()).not.toContain('Nigeria');
  }, 60_000);

  test('two feeds with one event in the same tick open one incident', async () => {
    bot.publish('courier', BLOCK);
    bot.publish('gazette', SAME_BLOCK);
    const opened = (): number => bot.log.lines.filter(({ event }) => event === 'entry.opened').length;
    const joined = (): number =>
      bot.log.lines.filter(({ event }) => event === 'entry.seconded' || event === 'entry.updated').length;
    await eventually('both entries', () => opened() + joined() >= 2);
    expect(opened()).toBe(1);
  }, 60_000);

  test('a restart sends nothing twice and forgets nobody; what came meanwhile is told as late', async () => {
    bot.publish('courier', BLOCK);
    await eventually(
      'both alerts',
      () => telegramAlerts(bot, chat).length > 0 && discordAlerts(bot).length > 0,
    );
    await bot.stop();
    bot.publish('courier', {
      id: 'okx',
      title: 'OKX suspends all withdrawals',
      text: 'OKX has suspended withdrawals for all users until further notice, the exchange said.',
      at: Date.now() - 26 * HOUR,
    });
    bot.publish('courier', {
      id: 'kraken',
      title: 'Kraken suspends all withdrawals',
      text: 'Kraken has suspended withdrawals for all users until further notice, the exchange said.',
      at: Date.now() - 72 * HOUR,
    });
    await bot.start();
    const okx = (): boolean =>
      bot.telegram.messages(chat).some(({ text }) => text.includes('OKX')) &&
      bot.discord
        .messages(bot.discordChannel)
        .map(shownMessage)
        .some((text) => text.includes('OKX'));
    await eventually('the alert of the night', okx);
    const night = bot.telegram.messages(chat).map(({ text }) => text);
    expect(night.find((text) => text.includes('OKX'))).toMatch(/\blate: dated/i);
    expect(night.join()).not.toContain('Kraken');
    expect(telegramAlerts(bot, chat)).toHaveLength(1);
    expect(discordAlerts(bot)).toHaveLength(1);
  }, 60_000);

  test('an unreachable platform holds up nobody else and gets its alert when it is back', async () => {
    await bot.telegram.unplug();
    bot.publish('courier', BLOCK);
    await eventually('the alert on Discord', () => discordAlerts(bot).length > 0);
    await bot.telegram.plug();
    await eventually('the alert on Telegram', () => telegramAlerts(bot, chat).length > 0, 30_000);
    expect(telegramAlerts(bot, chat)).toHaveLength(1);
  }, 60_000);

  test('a platform that refuses its token ends nothing while another is left', async () => {
    bot.discord.refuseToken(true);
    bot.publish('courier', BLOCK);
    await eventually('the alert on Telegram', () => telegramAlerts(bot, chat).length > 0);
    expect(bot.exitCodes).toEqual([]);
  }, 60_000);

  test('an operator hears that a feed is gone, once, and nobody else does', async () => {
    const desk = bot.telegram.privateChat(bot.operator);
    bot.telegram.say(desk, bot.operator, '/start');
    await eventually('the greeting', () => bot.telegram.messages(desk).length > 0);
    bot.end('courier');
    const told = () =>
      bot.telegram.messages(desk).filter(({ text }) => text.includes('courier (courier) is gone'));
    await eventually('the notice', () => told().length > 0, 30_000);
    const polls = bot.polls('gazette');
    await eventually('two more polls', () => bot.polls('gazette') > polls + 2);
    expect(told()).toHaveLength(1);
    expect(bot.telegram.messages(chat).some(({ text }) => text.includes('is gone'))).toBe(false);
  }, 60_000);
});
