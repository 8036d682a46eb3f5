import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, describe, expect, test } from '@jest/globals';
import { readStoredRows } from '../../support/stored-rows.ts';
import { openTelegramHouse, type TelegramHouse } from '../../support/telegram-house.ts';
import { until } from '../../support/until.ts';
import { eventually } from '../../support/whole-bot.ts';

let house: TelegramHouse | undefined;
const open = async (environment: Readonly<Record<string, string>> = {}): Promise<TelegramHouse> => {
  house = await openTelegramHouse(environment);
  return house;
};
afterEach(async () => {
  await house?.close();
  house = undefined;
}, 20_000);

/** Tables of the store with rows that hold a person's id, and how many; digits of a longer number (a time) are none. */
const findInStore = async (storeUrl: string, id: string): Promise<Readonly<Record<string, number>>> => {
  const holding = new RegExp(`(?<!\\d)${id}(?!\\d)`);
  const counts = [...(await readStoredRows(storeUrl))].map(
    ([table, rows]) => [table, rows.filter((row) => holding.test(row)).length] as const,
  );
  return Object.fromEntries(counts.filter(([, count]) => count > 0));
};

describe('/forget', () => {
  test('removes all that we hold of a person, from every table', async () => {
    const { server, bot, meet, answered } = await open();
    const anna = meet('Anna');
    const group = server.chat('group', { bot: 'member', admins: new Set([anna.person.id]) });
    await anna.say('/subscribe');
    await answered(group, () => server.say(group, anna.person, '/subscribe okx'));
    await eventually('the first poll', () => bot.polls('courier') > 1);
    bot.publish('courier', {
      id: 'ph-1',
      title: 'Philippine SEC orders internet providers to block Binance',
      text: 'The Securities and Exchange Commission of the Philippines has ordered providers to block Binance.',
    });
    await eventually('the alert', () => anna.last().text.includes('Where'));
    const query = server.press(anna.last(), 'Not relevant', anna.person);
    await until(() => server.answerTo(query));
    const id = String(anna.person.id);
    const held = () => findInStore(bot.storeUrl, id);
    // What was sent is written down a moment after it is shown.
    for (let tries = 0; tries < 100 && Object.keys(await held()).length < 3; tries++) await wait(50);
    expect(await held()).toEqual({ subscriptions: 2, sent_messages: 1, objections: 1 });
    expect((await anna.say('/forget')).text).toBe('Delete everything I keep about this chat, and about you?');
    expect((await anna.press('Yes, delete')).text).toBe(
      'Everything about this chat and about you is deleted.',
    );
    expect(await held()).toEqual({});
    const kept = await answered(group, () => server.say(group, anna.person, '/filters'));
    expect(kept.text).toContain('a. OKX');
  }, 60_000);

  test('is asked twice, and changes nothing before', async () => {
    const { meet } = await open();
    const anna = meet('Anna');
    await anna.say('/subscribe okx');
    await anna.say('/forget');
    expect((await anna.say('/filters')).text).toContain('a. OKX');
  }, 60_000);
});

describe('ACCESS=allowlist', () => {
  test('serves whom the operators list, and tells the others which id to ask for', async () => {
    const on = await open({ ACCESS: 'allowlist', ALLOWLIST: 'telegram-502' });
    const { server, meet, answered } = on;
    const listed = meet('Listed');
    const stranger = meet('Stranger');
    expect([listed.person.id, stranger.person.id]).toEqual([502, 503]);
    expect((await listed.say('/subscribe okx')).text).toMatch(/^This chat now hears of: OKX/);
    expect((await stranger.say('/subscribe okx')).text).toBe(
      'I serve only the chats that my operators chose. Ask them to add telegram-503.',
    );
    const group = server.chat('group', { admins: new Set([502]) });
    const refused = await answered(group, () => server.addBot(group, stranger.person));
    expect(refused.text).toContain(`telegram-${group.id}`);
    const welcome = await answered(group, () => server.say(group, listed.person, '/subscribe okx'));
    expect(welcome.text).toMatch(/^This chat now hears of: OKX/);
    const asked = await answered(group, () => server.say(group, stranger.person, '/check okx'));
    expect(asked.text).toContain('OKX: nothing known.');
  }, 60_000);

  test('serves the operators', async () => {
    const { server, bot, answered } = await open({ ACCESS: 'allowlist' });
    const chat = server.privateChat(bot.operator);
    const answer = await answered(chat, () => server.say(chat, bot.operator, '/latest'));
    expect(answer.text).toBe('Nothing known yet.');
  }, 60_000);
});
