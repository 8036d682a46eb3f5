import { readdirSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { labelsOf, openTelegramHouse, type TelegramHouse } from '../../support/telegram-house.ts';
import { until } from '../../support/until.ts';

let house: TelegramHouse;
beforeAll(async () => {
  house = await openTelegramHouse();
}, 60_000);
afterAll(() => house.close(), 20_000);

/** The payload of a link in a text. */
const payloadOf = (text: string, how: 'start' | 'startgroup'): string =>
  new RegExp(`https://t\\.me/curbwatch_bot\\?${how}=([\\w-]+)`).exec(text)?.[1] ?? 'no link';

describe('start', () => {
  test('greets in the person’s language', async () => {
    const greeting = await house.meet('Анна', 'ru').say('/start');
    expect(greeting.text).toMatch(/^Я слежу за новостями/);
  });

  test('subscribes to everything in two taps', async () => {
    const anna = house.meet('Anna');
    await anna.say('/start');
    expect((await anna.press('Tell me everything')).text).toMatch(/^This chat now hears of: everything/);
  });

  test('offers my exchanges on a paged keyboard, whose ticked rows are edited in place', async () => {
    const anna = house.meet('Anna');
    const greeting = await anna.say('/start');
    const keyboard = await anna.press('My exchanges');
    expect(labelsOf(keyboard)).toEqual(expect.arrayContaining(['Binance', 'Kraken', '2 ›', 'Done']));
    await anna.press('Kraken');
    const ticked = await anna.press('Binance');
    expect(labelsOf(ticked)).toEqual(expect.arrayContaining(['✅ Binance', '✅ Kraken']));
    expect(ticked.text).toContain('This chat now hears of: Kraken, Binance');
    await anna.press('2 ›');
    expect(labelsOf(await anna.press('‹ 1'))).toContain('✅ Kraken');
    expect(house.server.messages(anna.chat).map(({ message_id: id }) => id)).toEqual([greeting.message_id]);
  });

  test('goes on from exchanges to countries, and ends with what was chosen', async () => {
    const anna = house.meet('Anna');
    await anna.say('/start');
    await anna.press('My exchanges');
    await anna.press('OKX');
    await anna.press('Countries');
    await anna.press('India');
    expect((await anna.press('Done')).text).toContain('a. OKX · in India');
  });

  test('finds by typing, in a private chat', async () => {
    const anna = house.meet('Anna');
    await anna.say('/start');
    await anna.press('My countries');
    expect(labelsOf(await anna.say('niger'))).toEqual(expect.arrayContaining(['Niger', 'Nigeria']));
    expect((await anna.press('Nigeria')).text).toContain('This chat now hears of: in Nigeria');
  });

  test('takes plain words for a question again once they are answered', async () => {
    const anna = house.meet('Anna');
    await anna.say('/start');
    await anna.press('My exchanges');
    expect((await anna.say('/latest')).text).not.toContain('Exchanges');
    expect((await anna.say('binance nigeria')).text).toMatch(/^Binance in Nigeria:/);
  });

  test('finds by an answer to ForceReply in a group, where plain words do not reach the bot', async () => {
    const ben = house.server.person('Ben');
    const group = house.server.chat('supergroup', { bot: 'member', admins: new Set([ben.id]) });
    await house.answered(group, () => house.server.say(group, ben, '/start'));
    const [greeting] = house.server.messages(group);
    if (greeting === undefined) throw new Error('no greeting');
    await house.answered(group, () => house.server.press(greeting, 'My exchanges', ben));
    const question = await house.answered(group, () => house.server.press(greeting, '✎', ben));
    expect(question.text).toContain('Ben: Please answer this message.');
    expect(question.markup).toEqual({ force_reply: true, selective: true });
    house.server.say(group, ben, 'nobody hears this');
    const hits = await house.answered(group, () =>
      house.server.say(group, ben, 'upbi', { replyTo: question }),
    );
    expect(labelsOf(hits)).toContain('Upbit');
  });

  test('finds by an answer to the keyboard itself as well', async () => {
    const ben = house.server.person('Ben');
    const group = house.server.chat('supergroup', { bot: 'member', admins: new Set([ben.id]) });
    const greeting = await house.answered(group, () => house.server.say(group, ben, '/start'));
    const keyboard = await house.answered(group, () => house.server.press(greeting, 'My countries', ben));
    const hits = await house.answered(group, () =>
      house.server.say(group, ben, 'turk', { replyTo: keyboard }),
    );
    expect(labelsOf(hits)).toContain('Türkiye');
  });

  test('by somebody who may not set up says who may', async () => {
    const ben = house.server.person('Ben');
    const group = house.server.chat('supergroup', { bot: 'member' });
    const greeting = await house.answered(group, () => house.server.say(group, ben, '/start'));
    expect(greeting.text).toContain('An admin can begin with /subscribe');
  });
});

describe('a link', () => {
  test('of /export carries the filter to another person', async () => {
    const anna = house.meet('Anna');
    await anna.say('/subscribe binance okx in nigeria, high, daily');
    const { text } = await anna.say('/export');
    expect(text).toContain('/subscribe Binance, OKX, Nigeria, High');
    expect(text).toContain('/digest daily 08:00');
    const ben = house.meet('Ben');
    const answer = await ben.say(`/start ${payloadOf(text, 'start')}`);
    expect(answer.text).toContain('This chat now hears of: Binance, OKX · in Nigeria · High and above');
    expect(answer.text).toContain('A summary comes every day');
  });

  test('carries it into a group', async () => {
    const anna = house.meet('Anna');
    await anna.say('/subscribe kraken');
    const payload = payloadOf((await anna.say('/export')).text, 'startgroup');
    expect(payload).toMatch(/^[\w-]{10,64}$/);
    const group = house.server.chat('group', { bot: 'member', admins: new Set([anna.person.id]) });
    const answer = await house.answered(group, () =>
      house.server.say(group, anna.person, `/start@curbwatch_bot ${payload}`),
    );
    expect(answer.text).toMatch(/^This chat now hears of: Kraken/);
  });

  test('that is broken says so', async () => {
    expect((await house.meet('Ben').say('/start fAAAAAAAAAAAAAAAA')).text).toMatch(/^This link is broken/);
  });
});

describe('coming to a place', () => {
  test('says in one message what it does and who may set it up, in a group', async () => {
    const ben = house.server.person('Ben');
    const group = house.server.chat('group');
    const greeting = await house.answered(group, () => house.server.addBot(group, ben));
    expect(greeting.text).toBe(
      'Hello. I tell this chat when a crypto exchange is restricted. An admin can begin with /subscribe.',
    );
    expect(house.server.messages(group)).toHaveLength(1);
  });

  test('says so to the admin alone, for a channel, which is set up from there', async () => {
    const anna = house.meet('Anna');
    await anna.say('/help');
    const us = house.server.world.me;
    house.server.world.users.set(us.id, us);
    const channel = house.server.chat('channel', {
      title: 'Anna’s News',
      username: 'anna_news',
      admins: new Set([anna.person.id, us.id]),
    });
    const told = await house.answered(anna.chat, () =>
      house.server.addBot(channel, anna.person, 'administrator'),
    );
    expect(told.text).toMatch(/^I am in Anna’s News \(@anna_news\) now\. Nobody there sees that/);
    await anna.press('My exchanges');
    const ticked = await anna.press('Bybit');
    expect(ticked.text).toContain('Anna’s News\n');
    expect((await anna.press('Done')).text).toContain('a. Bybit');
    expect(house.server.messages(channel)).toEqual([]);
    const own = await anna.say('/filters');
    expect(own.text).toBe('This chat is not subscribed yet. Begin with /subscribe.');
    expect((await anna.say('/filters @anna_news')).text).toContain('a. Bybit');
  });

  test('tells the admin that it may not post in a channel', async () => {
    const anna = house.meet('Anna');
    await anna.say('/help');
    const channel = house.server.chat('channel', { title: 'Quiet', canPost: false });
    const told = await house.answered(anna.chat, () =>
      house.server.addBot(channel, anna.person, 'administrator'),
    );
    expect(told.text).toMatch(/^I am in Quiet now, but may not post there/);
  });

  test('keeps what a group wished for while away, and says so when back', async () => {
    const ben = house.server.person('Ben');
    const group = house.server.chat('supergroup', { bot: 'member', admins: new Set([ben.id]) });
    await house.answered(group, () => house.server.say(group, ben, '/subscribe okx'));
    house.server.removeBot(group, ben);
    const back = await house.answered(group, () => house.server.addBot(group, ben));
    expect(back.text).toMatch(/^I am back\. What this chat wished for still holds/);
    const state = await house.answered(group, () => house.server.say(group, ben, '/diagnose'));
    expect(state.text).toContain('This chat is subscribed.');
  });
});

/** Telegram knows languages by two letters: both Chinese scripts are one. */
const MENU_LANGUAGES = new Set(
  readdirSync(new URL('../../../config/locales/', import.meta.url)).map((file) => file.slice(0, 2)),
).size;

describe('menus', () => {
  test('are set in every language and scope, and not again at the next start', async () => {
    const sets = (): number => house.server.calls.filter(({ method }) => method === 'setMyCommands').length;
    await until(() => sets() === MENU_LANGUAGES * 3);
    await house.bot.stop();
    await house.bot.start();
    const asked = (): number => house.server.calls.filter(({ method }) => method === 'getMyCommands').length;
    await until(() => asked() === 2 * MENU_LANGUAGES * 3);
    expect(sets()).toBe(MENU_LANGUAGES * 3);
  }, 30_000);
});
