import { afterEach, describe, expect, test } from '@jest/globals';
import { type BotStage, hurriedClock, openBotStage, openReadyBot } from '../../support/discord-bot.ts';
import { until } from '../../support/until.ts';

/** A channel of a guild that the shard hears of: https://discord.com/developers/docs/events/gateway#sharding */
const channelOf = ({ world }: BotStage['server'], shard: number): string => {
  for (;;) {
    const guild = world.addGuild('More');
    if (Number((BigInt(guild) >> 22n) % 2n) === shard) return world.addChannel({ guild });
  }
};

let stage: BotStage;
afterEach(() => stage.close());

describe('shards', () => {
  test('are one where nothing is set', async () => {
    stage = await openReadyBot();
    expect(stage.server.gateway.identified().map(({ shard }) => shard)).toEqual([[0, 1]]);
  });

  test('are as many as Discord recommends where that is left to it, and each guild is heard', async () => {
    let at = 1_520_000_000_000;
    // Each id is of another millisecond, which is what Discord divides guilds by.
    const now = () => {
      at += 1;
      return at;
    };
    stage = await openBotStage({ shards: 'auto', clock: hurriedClock() }, { shards: 2, now });
    const { server, bot, member, heard } = stage;
    const channels = Array.from({ length: 4 }, () =>
      server.world.addChannel({ guild: server.world.addGuild('More') }),
    );
    await bot.start();
    await until(() => server.commands().length > 0 && bot.health().guilds === 5);
    for (const channel of channels) server.press(channel, member, 'why:1');
    await until(() => heard.length === channels.length);
    expect(server.gateway.identified().map(({ shard }) => shard)).toEqual([
      [0, 2],
      [1, 2],
    ]);
  }, 20_000);

  test('that are too few for Discord are reported as out of reach', async () => {
    stage = await openBotStage({ shards: 1 }, { shards: 2 });
    await stage.bot.start();
    await until(() => stage.log.lines.some(({ event }) => event === 'discord.out-of-reach'));
    expect(stage.bot.health()).toMatchObject({ state: 'out-of-reach', why: expect.stringContaining('4011') });
  });

  test('are divided over processes: each hears its own guilds, and those of another that has ended', async () => {
    stage = await openBotStage({ shards: 2, clock: hurriedClock() }, { shards: 2 });
    const { server, bot, heard, member } = stage;
    const channels = Array.from({ length: 2 }, (_, shard) => channelOf(server, shard));
    const other = await openBotStage({ shards: 2, clock: hurriedClock() }, {}, server);
    bot.divided?.start(0);
    other.bot.divided?.start(1);
    const { size } = server.world.guilds;
    await until(() => bot.health().guilds + other.bot.health().guilds === size);
    for (const channel of channels) server.press(channel, member, 'why:1');
    await until(() => heard.length === 1 && other.heard.length === 1);
    await other.bot.stop();
    bot.divided?.start(1);
    await until(() => bot.health().guilds === size);
    for (const channel of channels) server.press(channel, member, 'why:2');
    await until(() => heard.length === 1 + channels.length);
    expect(bot.health().state).toBe('connected');
    expect(server.gateway.identified().map(({ shard }) => shard)).toEqual([
      [0, 2],
      [1, 2],
      [1, 2],
    ]);
  }, 20_000);
});
