import { afterEach, expect, test } from '@jest/globals';
import { systemClock } from '../src/ops/clock.ts';
import { describeWithRedis } from './support/queue-stage.ts';
import { eventually, openWholeBot, type WholeBot } from './support/whole-bot.ts';

/** `(guild_id >> 22) % num_shards`: https://discord.com/developers/docs/events/gateway#sharding */
const shardOf = (guild: string): number => Number((BigInt(guild) >> 22n) % 2n);

describeWithRedis('the shards of Discord', () => {
  let bot: WholeBot;
  afterEach(() => bot.close(), 60_000);

  test('are divided over two processes, and all are the other’s when one has ended', async () => {
    bot = await openWholeBot({ DISCORD_SHARDS: '2', TELEGRAM_BOT_TOKEN: '' }, systemClock, [{}, {}]);
    const { discord } = bot;
    const channels = new Map<number, string>();
    while (channels.size < 2) {
      const guild = discord.world.addGuild('More');
      channels.set(shardOf(guild), discord.world.addChannel({ guild }));
    }
    /** How many processes have come to have a shard: each says it once. */
    const connected = (): number => bot.log.lines.filter(({ event }) => event === 'discord.connected').length;
    const ask = async (channel: string): Promise<void> => {
      const { answers } = discord.slash(channel, bot.discordAdmin, 'latest');
      await eventually(`an answer in ${channel}`, () => answers.length > 0, 30_000);
    };
    await bot.start();
    // Who is first has both, until the other is there.
    await eventually('a shard for each', () => connected() === 2, 60_000);
    await eventually('both shards', () => discord.gateway.connected() === 2, 30_000);
    for (const channel of channels.values()) await ask(channel);

    const before = discord.gateway.identified().length;
    await bot.leave(0);
    await eventually('the shard of who ended', () => discord.gateway.identified().length > before, 30_000);
    await eventually('both shards again', () => discord.gateway.connected() === 2, 30_000);
    for (const channel of channels.values()) await ask(channel);
    expect(discord.gateway.identified()).toHaveLength(before + 1);
  }, 150_000);
});
