import { readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { type DiscordHouse, openDiscordHouse, textOf } from '../../support/discord-house.ts';
import type { InteractionRecord } from '../../support/discord-interactions.ts';
import type { Json } from '../../support/discord-payload.ts';
import { PERMISSION } from '../../support/discord-rules.ts';
import { pictureOf, turnOf } from '../../support/discord-transcript.ts';
import type { StoredMessage } from '../../support/discord-world.ts';
import { ENTRY_PAGES, eventually } from '../../support/whole-bot.ts';

/** `WRITE_TRANSCRIPT=1` writes it anew; otherwise what Discord shows has to be as it stands there. */
const FILE = resolve(import.meta.dirname, '../../../.github/DISCORD.md');

/** Tuesday 6 March 2018, 17:02 UTC, and on from there. */
const START = Date.UTC(2018, 2, 6, 17, 2);
const HOUR = 3_600_000;
/** It stands while the house is opened, however long that takes: the minutes shown are always the same. */
let began: number | undefined;
const clock = {
  now: () => START + (began === undefined ? 0 : Math.floor(performance.now() - began)),
  monotonic: () => performance.now(),
};

const ROLE = '4242';
const seen = () => ({
  now: clock.now(),
  roles: new Map([[ROLE, 'traders']]),
  channels: house.server.world.channels,
});

let house: DiscordHouse;
let alerts: string;
let admin: string;
const parts: string[] = [];

beforeAll(async () => {
  house = await openDiscordHouse({}, clock);
  began = performance.now();
  await house.polled();
  alerts = house.bot.discordChannel;
  admin = house.bot.discordAdmin;
}, 120_000);
afterAll(() => house.close(), 20_000);

const add = (who: string, how: string, what: string): void => void parts.push(turnOf(who, how, what));

const scene = (title: string): void => void parts.push(`## ${title}`);

/** What the person sees of an interaction, once it is answered. */
const show = async (record: InteractionRecord, inPlace = false, count = 1): Promise<InteractionRecord> => {
  const { answers, ephemeral, modal, choices } = await house.answered(record, count);
  if (modal !== undefined) {
    const [row] = modal.components as readonly { readonly components: readonly Json[] }[];
    add(
      'Curbwatch',
      '(opens a form)',
      `**${modal.title}**\n\n${row?.components[0]?.label}: \`[            ]\``,
    );
  }
  if (choices !== undefined)
    add(
      'Curbwatch',
      '(proposes)',
      choices
        .slice(0, 4)
        .map(({ name }) => `\`${name}\``)
        .join(' '),
    );
  const how = inPlace ? '(edits its message)' : ephemeral ? '(only you can see this)' : '';
  for (const { body } of answers) add('Curbwatch', how, pictureOf(body, seen()));
  return record;
};

const channelName = (id: string): string | undefined => {
  const name = house.server.world.channels.get(id)?.name;
  return name === undefined ? undefined : `#${name}`;
};

const slash = (
  who: string,
  user: string,
  channel: string,
  name: string,
  options: Readonly<Record<string, string>> = {},
  count = 1,
): Promise<InteractionRecord> => {
  const said = Object.entries(options).map(
    ([key, value]) => ` ${key}: ${value === ROLE ? '@traders' : (channelName(value) ?? value)}`,
  );
  add(who, '', `\`/${name}${said.join('')}\``);
  return show(house.server.slash(channel, user, name, options), false, count);
};

interface Pressable {
  readonly label?: string;
  readonly custom_id?: string;
}

const press = (
  who: string,
  user: string,
  channel: string,
  { body }: { readonly body: Json },
  label: string,
  { ephemeral = false, inPlace = false } = {},
): Promise<InteractionRecord> => {
  const rows =
    (body.components as readonly { readonly components: readonly Pressable[] }[] | undefined) ?? [];
  const button = rows.flatMap(({ components }) => components).find((one) => one.label === label);
  if (button?.custom_id === undefined) throw new Error(`no button ${label} in ${textOf({ body })}`);
  add(who, '', `[${label}]`);
  return show(house.server.press(channel, user, button.custom_id, ephemeral), inPlace);
};

const answerOf = ({ answers }: InteractionRecord): { readonly body: Json } => ({
  body: answers.at(-1)?.body ?? {},
});

const posted = async (channel: string, where: string, word: string): Promise<StoredMessage> => {
  const message = await house.message(channel, word);
  const isReply = message.body.message_reference !== undefined;
  add('Curbwatch', `${isReply ? '(replies to its alert) ' : ''}${where}`, pictureOf(message.body, seen()));
  return message;
};

const setsUp = async (): Promise<void> => {
  const { server, answered } = house;
  scene('Setting up a channel');
  parts.push('Dana manages the server. She types in #alerts.');
  add('Dana', '(types)', '`/subscribe exchanges: binance ok`');
  await show(server.type(alerts, admin, 'subscribe', 'exchanges', 'binance ok'));
  const options = { exchanges: 'binance okx', countries: 'philippines', mention: ROLE };
  await slash('Dana', admin, alerts, 'subscribe', options);
  const listed = await slash('Dana', admin, alerts, 'filters');
  const editing = await press('Dana', admin, alerts, answerOf(listed), 'Change a', {
    ephemeral: true,
    inPlace: true,
  });
  const asked = await press('Dana', admin, alerts, answerOf(editing), '✎', { ephemeral: true });
  const words = 'binance okx kraken in philippines';
  add('Dana', '(fills in)', words);
  await show(await answered(server.submit(alerts, admin, asked, words)));
  await slash('Dana', admin, alerts, 'test', {}, 2);
};

/** The message stands in the channel a moment before the bot has noted it: what is asked then is asked again, off the page. */
const asksWhy = async (who: string, user: string, alert: StoredMessage): Promise<void> => {
  const before = parts.length;
  await press(who, user, alerts, alert, 'Why this?');
  if (parts.slice(before).some((part) => part.includes('Sent here'))) return;
  parts.splice(before);
  await asksWhy(who, user, alert);
};

const alerted = async (): Promise<void> => {
  const { bot, server } = house;
  scene('An alert');
  bot.publish('courier', {
    id: 'ph-1',
    title: 'Philippine SEC orders internet providers to block Binance',
    text: 'The Securities and Exchange Commission of the Philippines has ordered providers to block access to the site of Binance, which has no licence in the country.',
    at: START - 2.5 * HOUR,
  });
  const alert = await posted(alerts, 'in #alerts', 'Philippines');
  const ben = server.world.addUser({ name: 'Ben' });
  await asksWhy('Ben', ben, alert);
  await slash('Ben', ben, alerts, 'check', { exchange: 'binance', place: 'philippines' });
  bot.publish('gazette', {
    id: 'ph-2',
    title: 'Philippines lifts its block on Binance, SEC says',
    text: 'The Securities and Exchange Commission of the Philippines has lifted the block on Binance; access is restored.',
    at: START - 1.5 * HOUR,
  });
  await posted(alerts, 'in #alerts', 'Update');
};

const inForum = async (): Promise<void> => {
  const { bot, server } = house;
  scene('A forum: a post for each incident');
  const forum = server.world.addChannel({
    guild: bot.discordGuild,
    kind: 'forum',
    name: 'restrictions',
    tags: ['Ban', 'Service halt', 'Critical'],
  });
  server.touch(forum);
  await slash('Dana', admin, alerts, 'subscribe', { channel: forum });
  bot.publish('courier', {
    id: 'okx-1',
    title: 'OKX suspends all withdrawals',
    text: 'OKX has suspended withdrawals for all users until further notice, the exchange said.',
    at: START - 2.5 * HOUR,
  });
  await eventually('a post', () => house.posts(forum).length > 0, 30_000);
  const [post = ''] = house.posts(forum);
  const { name, tags = [] } = server.world.channels.get(post) ?? {};
  parts.push(
    `**Curbwatch** opens the post “${name}” in #restrictions, with the tags ${tags.map((tag) => `\`${tag}\``).join(' ')}:`,
  );
  await posted(post, 'in its post', 'OKX');
};

const lacksRight = async (): Promise<void> => {
  const { bot, server } = house;
  scene('When a right goes missing');
  parts.push('Somebody takes *Embed Links* from Curbwatch in #alerts, and there is news.');
  server.deny(alerts, 'embedLinks');
  bot.publish('gazette', {
    id: 'ph-3',
    title: 'Philippine central bank orders banks to stop serving Kraken',
    text: 'The Bangko Sentral ng Pilipinas has ordered banks to stop serving Kraken in the Philippines.',
    at: START - 1.5 * HOUR,
  });
  await eventually('a direct message', () => server.directMessages(admin).length > 0, 30_000);
  const [told] = server.directMessages(admin);
  add('Curbwatch', '(direct message to Dana)', pictureOf(told?.body ?? {}, seen()));
  await slash('Dana', admin, alerts, 'diagnose');
  parts.push('Dana gives the right back.');
  server.allow(alerts, 'embedLinks');
  await posted(alerts, 'in #alerts', 'Kraken');
};

const inChinese = async (): Promise<void> => {
  scene('In Chinese');
  const gao = house.server.world.addUser({
    name: '高',
    locale: 'zh-CN',
    permissions: PERMISSION.manageGuild,
  });
  await slash('高', gao, alerts, 'check', { exchange: '币安', place: '菲律宾' });
};

const HEAD = `# Curbwatch on Discord

What people do and what they see, as the tests had it with the real client against a server that keeps Discord's rules.
\`WRITE_TRANSCRIPT=1 npm test -- test/platforms/discord/transcript.test.ts\` writes this page; without it the same test fails
where the page is not what Discord shows. The square is the colour of the bar beside an embed; buttons stand in \`[ ]\`, a
press stands in brackets.
`;

test('what the documentation shows is what Discord shows', async () => {
  for (const play of [setsUp, alerted, inForum, lacksRight, inChinese]) await play();
  const page = `${[HEAD, ...parts].join('\n\n')}\n`
    .replaceAll(/\n{3,}/g, '\n\n')
    .replaceAll(ENTRY_PAGES, 'https://example.com');
  if (process.env.WRITE_TRANSCRIPT === '1') writeFileSync(FILE, page);
  expect(page).toBe(readFileSync(FILE, 'utf8'));
}, 180_000);
