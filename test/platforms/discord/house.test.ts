import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { type DiscordHouse, openDiscordHouse, textOf } from '../../support/discord-house.ts';
import { FAULTS, type Fault } from '../../support/discord-rest.ts';
import { PERMISSION } from '../../support/discord-rules.ts';
import { eventually, type ShownEntry } from '../../support/whole-bot.ts';

const BLOCK: ShownEntry = {
  id: 'ph-1',
  title: 'Philippine SEC orders internet providers to block Binance',
  text: 'The Securities and Exchange Commission of the Philippines has ordered providers to block access to the site of Binance, which has no licence in the country.',
};
const HALT: ShownEntry = {
  id: 'okx-1',
  title: 'OKX suspends all withdrawals',
  text: 'OKX has suspended withdrawals for all users until further notice, the exchange said.',
};
const WARNING: ShownEntry = {
  id: 'uk-1',
  title: 'UK regulator warns consumers about Kraken',
  text: 'The Financial Conduct Authority has published a warning: Kraken is not authorised to offer its services in the United Kingdom.',
};

let house: DiscordHouse;
let alerts: string;
let admin: string;

beforeEach(async () => {
  house = await openDiscordHouse();
  await house.polled();
  alerts = house.bot.discordChannel;
  admin = house.bot.discordAdmin;
}, 90_000);
afterEach(() => house.close(), 30_000);

const subscribe = async (channel: string, options: Readonly<Record<string, string>> = {}): Promise<void> => {
  await house.answered(house.server.slash(channel, admin, 'subscribe', options));
};

const alertsIn = (channel: string, word: string): number =>
  house.server.messages(channel).filter((message) => textOf(message).includes(word)).length;

const ticks = async (count = 3): Promise<void> => {
  const polls = house.bot.polls('gazette');
  await eventually('further ticks', () => house.bot.polls('gazette') > polls + count, 60_000);
};

const suspended = async (right: string): Promise<void> => {
  const state = async () => {
    const [answer] = (await house.answered(house.server.slash(alerts, admin, 'diagnose'))).answers;
    return textOf({ body: answer?.body ?? {} });
  };
  await eventually('a direct message', () => house.server.directMessages(admin).length > 0, 30_000);
  expect(await state()).toContain(right);
};

describe('the role that was chosen', () => {
  test('is mentioned from its severity on, alone, and not below it', async () => {
    await subscribe(alerts, { mention: '77' });
    house.bot.publish('gazette', WARNING);
    const warning = await house.message(alerts, 'Kraken');
    house.bot.publish('courier', BLOCK);
    const block = await house.message(alerts, 'Binance');
    expect(warning.body).toMatchObject({ allowed_mentions: { parse: [] } });
    expect(warning.body.content).toBeUndefined();
    expect(block.body).toMatchObject({ content: '<@&77>', allowed_mentions: { parse: [], roles: ['77'] } });
  }, 120_000);
});

describe('a place in which a right goes missing', () => {
  test.each([
    ['50001', 'viewChannel', 'View Channel'],
    ['50013', 'sendMessages', 'Send Messages'],
  ] as const)(
    '(%s) is told of once to who set it up, and gets what it missed when it is mended',
    async (_, right, name) => {
      const { server, bot } = house;
      await subscribe(alerts);
      server.deny(alerts, right);
      bot.publish('courier', BLOCK);
      await suspended(name);
      server.touch(alerts);
      bot.publish('gazette', HALT);
      await ticks();
      expect(alertsIn(alerts, 'Binance')).toBe(0);
      server.allow(alerts, right);
      await house.message(alerts, 'Binance');
      await house.message(alerts, 'OKX');
      await ticks();
      expect([alertsIn(alerts, 'Binance'), alertsIn(alerts, 'OKX')]).toEqual([1, 1]);
      const told = server.directMessages(admin).map(textOf);
      expect(told).toHaveLength(1);
      expect(told[0]).toContain(name);
    },
    180_000,
  );

  test('(40067) is a forum that wants a tag: told of once, and posted to when it has one', async () => {
    const { server, bot } = house;
    const forum = server.world.addChannel({
      guild: bot.discordGuild,
      kind: 'forum',
      name: 'news',
      tagRequired: true,
    });
    server.touch(forum);
    await subscribe(alerts, { channel: forum });
    bot.publish('courier', BLOCK);
    await eventually('a direct message', () => server.directMessages(admin).length > 0, 30_000);
    server.touch(forum);
    await ticks();
    expect(server.directMessages(admin)).toHaveLength(1);
    server.demandTag(forum, false);
    await eventually('a post', () => house.posts(forum).length > 0, 30_000);
    expect(alertsIn(house.posts(forum)[0] ?? '', 'Binance')).toBe(1);
  }, 180_000);

  test('(50278) is a person who shares no server with us: nothing is sent, and the others hear', async () => {
    const { server, bot } = house;
    const reader = server.world.addUser({ permissions: PERMISSION.manageGuild });
    const direct = server.world.addChannel({ kind: 'dm', recipient: reader });
    await house.answered(server.slash(direct, reader, 'subscribe'));
    await subscribe(alerts);
    const person = server.world.users.get(reader);
    if (person !== undefined) person.apart = true;
    bot.publish('courier', BLOCK);
    await house.message(alerts, 'Binance');
    await ticks();
    expect(server.messages(direct)).toEqual([]);
    const [answer] = (await house.answered(server.slash(direct, reader, 'diagnose'))).answers;
    expect(textOf({ body: answer?.body ?? {} })).toContain('a server that we share');
  }, 120_000);
});

describe('a server that removes us', () => {
  test('keeps its subscription, and gets what it missed when it adds us again', async () => {
    const { server, bot } = house;
    await subscribe(alerts);
    const addAgain = server.removeGuild(bot.discordGuild);
    bot.publish('courier', BLOCK);
    await ticks();
    expect(alertsIn(alerts, 'Binance')).toBe(0);
    addAgain();
    await house.message(alerts, 'Binance');
  }, 120_000);

  test('by an outage of Discord keeps all it has: alerts go on', async () => {
    const { server, bot } = house;
    await subscribe(alerts);
    server.loseGuild(bot.discordGuild);
    bot.publish('courier', BLOCK);
    await house.message(alerts, 'Binance');
    expect(server.directMessages(admin)).toEqual([]);
  }, 120_000);
});

describe('an alert', () => {
  const CHANNEL_POST = /^POST \/channels\/\d+\/messages$/;

  test.each<readonly [string, readonly Fault[]]>([
    ['a global rate limit', [FAULTS.waitGlobal(0.5)]],
    ['a rate limit shared with other bots', [FAULTS.waitShared(0.5)]],
    ['faults of the server', [FAULTS.serverError, FAULTS.serverError]],
    ['lost answers and broken lines', ['lose-answer', 'refuse']],
  ])(
    'is neither lost nor doubled by %s',
    async (_, faults) => {
      const { server, bot } = house;
      await subscribe(alerts);
      for (const fault of faults) server.fail(CHANNEL_POST, fault);
      bot.publish('courier', BLOCK);
      bot.publish('gazette', HALT);
      await house.message(alerts, 'Binance');
      await house.message(alerts, 'OKX');
      await ticks(2);
      expect([alertsIn(alerts, 'Binance'), alertsIn(alerts, 'OKX')]).toEqual([1, 1]);
    },
    120_000,
  );

  test('to a channel that is deleted (10003) stops nothing: the others hear', async () => {
    const { server, bot } = house;
    const other = server.world.addChannel({ guild: bot.discordGuild, name: 'short-lived' });
    await subscribe(alerts, { channel: other });
    await subscribe(alerts);
    server.fail(new RegExp(`^POST /channels/${other}/messages$`), {
      status: 404,
      body: { code: 10003, message: 'Unknown Channel' },
    });
    bot.publish('courier', BLOCK);
    await house.message(alerts, 'Binance');
    bot.publish('gazette', HALT);
    await house.message(alerts, 'OKX');
    expect(server.messages(other)).toEqual([]);
  }, 120_000);
});

describe('a forum', () => {
  test('gets a post per incident, tagged by its kind, and what follows goes into it', async () => {
    const { server, bot } = house;
    const forum = server.world.addChannel({
      guild: bot.discordGuild,
      kind: 'forum',
      name: 'news',
      tags: ['Ban', 'Access block', 'Service halt'],
    });
    server.touch(forum);
    await subscribe(alerts, { channel: forum });
    bot.publish('courier', BLOCK);
    bot.publish('gazette', HALT);
    await eventually('two posts', () => house.posts(forum).length === 2, 30_000);
    const tags = house.posts(forum).map((id) => server.world.channels.get(id)?.tags);
    expect(tags.toSorted()).toEqual([['Access block'], ['Service halt']]);
    bot.publish('courier', {
      id: 'ph-2',
      title: 'Philippines lifts its block on Binance, SEC says',
      text: 'The Securities and Exchange Commission of the Philippines has lifted the block on Binance; access is restored.',
    });
    const post = house.posts(forum).find((id) => alertsIn(id, 'Binance') > 0) ?? '';
    await eventually('what follows', () => server.messages(post).length === 2, 30_000);
    expect(house.posts(forum)).toHaveLength(2);
  }, 120_000);
});
