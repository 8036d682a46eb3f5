import { afterEach, describe, expect, test } from '@jest/globals';
import { GatewayDispatchEvents } from 'discord.js';
import { createIdentifyThrottle } from '../../../src/platforms/discord/identify-throttle.ts';
import { type OpenClient, openClient } from '../../../src/platforms/discord/open-client.ts';
import { type DiscordServer, openDiscordServer } from '../../support/discord-server.ts';
import { until } from '../../support/until.ts';

let server: DiscordServer;
let open: OpenClient;

afterEach(async () => {
  await open.close();
  await server.close();
});

const MANY = 300;

describe('the caches of the client', () => {
  test('keep guilds, channels and roles, and neither people nor messages', async () => {
    server = await openDiscordServer();
    const guild = server.world.addGuild('Readers');
    const channel = server.world.addChannel({ guild });
    const clock = { now: Date.now, monotonic: () => performance.now() };
    open = openClient({ apiRoot: server.apiRoot, shards: 1, throttle: createIdentifyThrottle(clock) });
    const { client } = open;
    await client.login(server.token);
    await until(() => client.guilds.cache.size === 1 && client.isReady());
    let heard = 0;
    client.ws.on(GatewayDispatchEvents.InteractionCreate, () => {
      heard += 1;
    });
    for (let at = 0; at < MANY; at += 1) {
      const user = server.world.addUser();
      server.press(channel, user, 'why:1');
      server.gateway.dispatch('GUILD_MEMBER_UPDATE', { guild_id: guild, ...server.world.memberJson(user) });
      const message = server.world.addMessage(channel, { content: 'x' }, user);
      server.gateway.dispatch('MESSAGE_CREATE', { guild_id: guild, ...server.world.messageJson(message) });
    }
    await until(() => heard === MANY);
    const known = client.guilds.cache.get(guild);
    const messages = client.channels.cache.get(channel);
    // We and the last whom we met; among the people some that are not yet swept.
    expect(known?.members.cache.size).toBeLessThanOrEqual(2);
    expect(client.users.cache.size).toBeLessThanOrEqual(11);
    expect(messages?.isTextBased() === true && messages.messages.cache.size).toBe(0);
    expect([client.channels.cache.size, known?.roles.cache.size]).toEqual([1, 1]);
  });
});
