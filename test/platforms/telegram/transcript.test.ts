import { readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { type Correspondent, openTelegramHouse, type TelegramHouse } from '../../support/telegram-house.ts';
import type { ShownMessage } from '../../support/telegram-world.ts';
import { until } from '../../support/until.ts';
import { ENTRY_PAGES, eventually } from '../../support/whole-bot.ts';

/** `WRITE_TRANSCRIPT=1` writes it anew; otherwise the chat has to be as it stands there. */
const FILE = resolve(import.meta.dirname, '../../../.github/TELEGRAM.md');

/** Tuesday 6 March 2018, 17:02 UTC, and on from there. */
const START = Date.UTC(2018, 2, 6, 17, 2);
/** It stands while the house is opened, however long that takes: the minutes shown are always the same. */
let began: number | undefined;
const clock = {
  now: () => START + (began === undefined ? 0 : performance.now() - began),
  monotonic: () => performance.now(),
};

let house: TelegramHouse;
const parts: string[] = [];

beforeAll(async () => {
  house = await openTelegramHouse({}, clock);
  began = performance.now();
}, 60_000);
afterAll(() => house.close(), 20_000);

const note = (title: string, correspondent: Pick<Correspondent, 'chat'>): void => {
  parts.push(`## ${title}\n\n${house.server.transcript(correspondent.chat)}`);
};

const alerted = async ({ chat }: Correspondent, word: string): Promise<ShownMessage> => {
  const find = (): ShownMessage | undefined =>
    house.server.messages(chat).find(({ text }) => text.includes(word) && text.includes('courier'));
  await eventually(`an alert with ${word}`, () => find() !== undefined);
  return until(find);
};

const begins = async (): Promise<void> => {
  const anna = house.meet('Anna');
  await anna.say('/start');
  await anna.press('My exchanges');
  await anna.press('Binance');
  await anna.press('Countries');
  await anna.say('nigera');
  await anna.press('Nigeria');
  await anna.press('Done');
  note('Two taps, and a few more', anna);
};

const speaks = async (): Promise<void> => {
  const ben = house.meet('Ben');
  await ben.say('/subscribe binanse okx');
  await ben.say('/subscribe binance okx in nigeria, high, daily');
  await ben.say('/subscribe high, low');
  await ben.say('/quiet 22:00-07:00');
  await ben.press('Africa/Lagos');
  await ben.say('/filters');
  await ben.press('Change a');
  await ben.say('kraken in japan');
  await ben.say('/export');
  await ben.say('/unsubscribe');
  note('In plain words', ben);
};

/** The message stands in the chat a moment before the bot has noted it: what is asked then is asked again, off the page. */
const asksWhy = async (
  { chat, person }: Pick<Correspondent, 'chat' | 'person'>,
  alert: ShownMessage,
): Promise<void> => {
  const { story } = house.server.world;
  const before = story.length;
  await house.answered(chat, () => house.server.press(alert, 'Why this?', person));
  if (story.slice(before).some(({ text }) => text.includes('Sent here'))) return;
  story.splice(before);
  await asksWhy({ chat, person }, alert);
};

const isAlerted = async (): Promise<void> => {
  const chen = house.meet('Chen');
  await chen.say('/subscribe binance');
  await eventually('the first poll', () => house.bot.polls('courier') > 1);
  house.bot.publish('courier', {
    id: 'ph-1',
    title: 'Philippine SEC orders internet providers to block Binance',
    text: 'The Securities and Exchange Commission of the Philippines has ordered providers to block access to the site of Binance, which has no licence in the country.',
    at: START,
  });
  const alert = await alerted(chen, 'Philippines');
  await asksWhy(chen, alert);
  await house.answered(chen.chat, () => house.server.press(alert, 'Not relevant', chen.person));
  house.bot.publish('courier', {
    id: 'ph-2',
    title: 'Philippines lifts its block on Binance, SEC says',
    text: 'The Securities and Exchange Commission of the Philippines has lifted the block on Binance; access is restored.',
    at: START,
  });
  await alerted(chen, 'Update:');
  await chen.say('binance philippines');
  await house.answered(chen.chat, () => house.server.press(alert, 'Mute', chen.person));
  await chen.say('/forget');
  await chen.press('Yes, delete');
  note('An alert, and what can be asked about it', chen);
};

const inGroup = async (): Promise<void> => {
  const { server, answered } = house;
  const [dana, eve] = [server.person('Dana, admin'), server.person('Eve')];
  const group = server.chat('supergroup', { title: 'Traders', admins: new Set([dana.id]) });
  await answered(group, () => server.addBot(group, dana));
  await answered(group, () => server.say(group, eve, '/subscribe okx'));
  const greeting = await answered(group, () => server.say(group, dana, '/start'));
  await answered(group, () => server.press(greeting, 'My exchanges', dana));
  const question = await answered(group, () => server.press(greeting, '✎', dana));
  const hits = await answered(group, () => server.say(group, dana, 'upbit', { replyTo: question }));
  await answered(group, () => server.press(hits, 'Upbit', dana));
  await answered(group, () => server.press(hits, 'Done', eve));
  await answered(group, () => server.press(hits, 'Done', dana));
  await answered(group, () => server.say(group, eve, '/check upbit'));
  note('In a group', { chat: group });
};

const inChannel = async (): Promise<void> => {
  const { server, answered } = house;
  const finn = house.meet('Finn');
  await finn.say('/check okx');
  const us = server.world.me;
  server.world.users.set(us.id, us);
  const channel = server.chat('channel', {
    title: 'Finn’s News',
    username: 'finn_news',
    admins: new Set([finn.person.id, us.id]),
  });
  await answered(finn.chat, () => server.addBot(channel, finn.person, 'administrator'));
  await finn.press('Tell me everything');
  await finn.say('/digest @finn_news daily 8:30');
  expect(server.messages(channel)).toEqual([]);
  note('A channel, set up by direct message', finn);
};

const inChinese = async (): Promise<void> => {
  const gao = house.meet('高', 'zh-hans');
  await gao.say('/start');
  await gao.press('我的国家');
  await gao.say('尼日');
  await gao.press('尼日利亚');
  await gao.say('/subscribe 幣安 OKX');
  note('In Chinese', gao);
};

const HEAD = `# A chat with Curbwatch on Telegram

What the bot says and what people press, as the tests had it with the real client against a server that keeps Telegram's
rules. \`WRITE_TRANSCRIPT=1 npm test -- test/platforms/telegram/transcript.test.ts\` writes this page; without it the same test
fails where the page is not what the bot says. Buttons stand in \`[ ]\`; a press stands in brackets.
`;

test('the conversations in the documentation are those that the bot has', async () => {
  for (const converse of [begins, speaks, isAlerted, inGroup, inChannel, inChinese]) await converse();
  // One exchange more in the catalogue is no change of the conversation.
  const page = [HEAD, ...parts]
    .join('\n')
    .replaceAll(/(?<=Page 1 of )\d+/g, '…')
    .replaceAll(ENTRY_PAGES, 'https://example.com');
  if (process.env.WRITE_TRANSCRIPT === '1') writeFileSync(FILE, page);
  expect(page).toBe(readFileSync(FILE, 'utf8'));
}, 120_000);
