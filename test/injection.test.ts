import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { systemClock } from '../src/ops/clock.ts';
import { openStore } from '../src/storage/open.ts';
import { createKeptLogger, shownMessage } from './support/discord-stage.ts';
import { listOf } from './support/store-fixtures.ts';
import type { TelegramChat } from './support/telegram-world.ts';
import { eventually, openWholeBot, type WholeBot } from './support/whole-bot.ts';

/** Every markup that a reader's program might take for ours, as it stands and once more encoded. */
const TRAP =
  '<a href="https://evil.example/1">a</a> &lt;a href="https://evil.example/2"&gt;b&lt;/a&gt; &lt;b&gt;c&lt;/b&gt; ' +
  '[d](https://evil.example/3) **e** ||f|| `g` @everyone <@1> &lt;@&2&gt; &lt;@&amp;2&gt; &lt;#3&gt; </title> ]]> \u202egpj.exe\u2066h';

/** Overrides and isolates that were not closed by us. */
const DIRECTIONS = /[\u202a-\u202e\u2066\u2067]/;

describe('a feed that writes markup into every field', () => {
  let bot: WholeBot;
  let chat: TelegramChat;
  let storeUrl = '';

  const telegramAlert = () =>
    bot.telegram.messages(chat).find(({ text }) => text.includes('Binance') && text.includes('Where'));
  const discordAlert = () =>
    bot.discord.messages(bot.discordChannel).find((message) => shownMessage(message).includes('Binance'));

  beforeAll(async () => {
    bot = await openWholeBot();
    ({ storeUrl } = bot);
    await bot.start();
    const anna = bot.telegram.person('Anna');
    chat = bot.telegram.privateChat(anna);
    bot.telegram.say(chat, anna, '/start');
    await eventually('the greeting', () => bot.telegram.messages(chat).length > 0);
    bot.telegram.say(chat, anna, '/subscribe');
    await eventually('the slash commands', () => bot.discord.commands().length > 0);
    const { answers } = bot.discord.slash(bot.discordChannel, bot.discordAdmin, 'subscribe');
    await eventually('the subscription', () => answers.length > 0, 30_000);
    await eventually('first polls', () => bot.polls('courier') > 2 && bot.polls('gazette') > 2, 60_000);
    bot.publish('courier', {
      id: 'ph-1" onload="x',
      title: `Philippine SEC orders internet providers to block Binance ${TRAP}`,
      text: `The Securities and Exchange Commission of the Philippines has ordered providers to block access to the site of Binance ${TRAP}.`,
      markup: [
        'source url="https://evil.example/4"',
        'author',
        'dc:creator',
        'category',
        'comments',
        'media:credit',
      ]
        .map((name) => `<${name}><![CDATA[${TRAP.replace(']]>', '')}]]></${name.split(' ')[0]}>`)
        .concat(
          '<link>javascript:alert(1)</link><enclosure url="https://evil.example/5&quot;>" type="text/html"/>',
        )
        .join(''),
    });
    await eventually(
      'both alerts',
      () => telegramAlert() !== undefined && discordAlert() !== undefined,
      60_000,
    );
  }, 200_000);

  afterAll(() => bot.close(), 30_000);

  test('gets no link, no mention and no override of direction into Telegram', () => {
    const alert = telegramAlert();
    expect(alert?.text).toContain('• a <a href="https://evil.example/2">b</a>');
    const links = (alert?.entities ?? []).flatMap(({ url }) => (url === undefined ? [] : [url]));
    expect(links.filter((url) => !url.startsWith(`${bot.pages}/`))).toEqual([]);
    expect(alert?.entities.map(({ type }) => type)).not.toContain('mention');
    expect(alert?.text).not.toMatch(DIRECTIONS);
    const buttons = alert?.markup?.inline_keyboard?.flat() ?? [];
    expect(buttons.filter(({ url }) => url?.includes('evil.example'))).toEqual([]);
  });

  test('gets no link, no mention and no override of direction into Discord', () => {
    const body = JSON.stringify(discordAlert()?.body);
    expect(discordAlert()?.body.allowed_mentions).toEqual({ parse: [] });
    expect(body).not.toMatch(/(?<!\\)\]\((?:<)?https?:\/\/evil/);
    expect(body).not.toMatch(/(?<!\\)@everyone|(?<!\\)<(?:\\\\)?@[&\d]/);
    expect(body).not.toMatch(DIRECTIONS);
    expect(discordAlert()?.body.components ?? []).not.toEqual(
      expect.arrayContaining([expect.objectContaining({ url: expect.stringContaining('evil') })]),
    );
  });

  test('and chat input that imitates keys of the store writes nothing but its own place', async () => {
    const eve = bot.telegram.person('Eve');
    const own = bot.telegram.privateChat(eve);
    const answers = () => bot.telegram.messages(own).length;
    for (const words of [
      '/subscribe ../../subscriptions/telegram/1',
      '/mute ../i/telegram/2\u0000',
      '/subscribe __proto__ constructor',
      '/language ../en',
      '/quiet 22:00-07:00 ../../etc/passwd',
      '/subscribe binance',
    ]) {
      const known = answers();
      bot.telegram.say(own, eve, words);
      await eventually(`an answer to ${words}`, () => answers() > known, 60_000);
    }
    await bot.stop();
    const options = { clock: systemClock, logger: createKeptLogger(), onLeaseLost: () => undefined };
    const store = await openStore(storeUrl, options);
    const places = (await listOf(store.subscriptions.all())).map(({ destination }) => destination.chat);
    await store.close();
    expect(places.sort()).toEqual([String(chat.id), String(own.id), bot.discordChannel].sort());
    expect(bot.log.lines.filter(({ level }) => level === 'error')).toEqual([]);
  }, 200_000);
});
