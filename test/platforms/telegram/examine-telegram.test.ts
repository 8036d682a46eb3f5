import { afterEach, describe, expect, test } from '@jest/globals';
import { examineTelegram } from '../../../src/platforms/telegram/examine-telegram.ts';
import { type FeedServer, startFeedServer } from '../../support/feed-server.ts';
import { startTelegramServer } from '../../support/telegram-server.ts';

let odd: FeedServer | undefined;

afterEach(async () => {
  await odd?.close();
  odd = undefined;
});

/** A bot whose owner turned the switches the other way. */
const oddBot = async (): Promise<string> => {
  odd = await startFeedServer((request, response) => {
    const result = request.url?.endsWith('/getMe')
      ? {
          id: 1,
          is_bot: true,
          first_name: 'Odd',
          username: 'odd_bot',
          can_join_groups: false,
          can_read_all_group_messages: true,
          supports_inline_queries: false,
        }
      : { url: 'https://hooks.example/secret-path', has_custom_certificate: false, pending_update_count: 3 };
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify({ ok: true, result }));
  });
  return odd.url('');
};

describe('the examination of a Telegram token', () => {
  test('is content with a bot that may do all, and changes nothing', async () => {
    const server = await startTelegramServer();
    const findings = await examineTelegram(server.token, server.url);
    expect(findings.map(({ state }) => state)).toEqual(['good', 'good', 'good', 'good', 'good']);
    expect(findings[0]?.what).toContain('@curbwatch_bot');
    expect(server.calls.map(({ method }) => method)).toEqual(['getMe', 'getWebhookInfo']);
    await server.close();
  });

  test.each([
    ['bad', 'cannot be added to groups', '/setjoingroups'],
    ['doubtful', 'inline mode is off', '/setinline'],
    ['doubtful', 'gets every message of its groups', '/setprivacy'],
    ['doubtful', 'a webhook sends all messages to hooks.example', '/newbot'],
  ])('finds %s: %s, and what to do: %s', async (state, what, cure) => {
    const findings = await examineTelegram('1:token', await oddBot());
    expect(findings).toContainEqual({
      state,
      what: expect.stringContaining(what),
      cure: expect.stringContaining(cure),
    });
    expect(JSON.stringify(findings)).not.toContain('secret-path');
  });

  test('tells a token that is refused from a host that does not answer, and shows the token in neither', async () => {
    const server = await startTelegramServer();
    const refused = await examineTelegram('999:wrong-token', server.url);
    await server.close();
    const silent = await examineTelegram('999:wrong-token', server.url);
    expect(refused).toMatchObject([{ state: 'bad', cure: expect.stringContaining('@BotFather') }]);
    expect(silent).toMatchObject([{ state: 'bad', cure: expect.stringContaining('network') }]);
    expect(JSON.stringify([refused, silent])).not.toContain('wrong-token');
  });

  test('knows a webhook of our own: not set yet, in use, and out of Telegram’s reach', async () => {
    const server = await startTelegramServer();
    const ours = 'https://bot.example.org/telegram';
    const examine = async () => (await examineTelegram(server.token, server.url, ours)).at(-1);
    expect(await examine()).toMatchObject({ state: 'doubtful', what: expect.stringContaining('not post') });
    server.world.webhook = { url: ours, secret: 'a', allowed: undefined };
    expect(await examine()).toMatchObject({
      state: 'good',
      what: expect.stringContaining('bot.example.org'),
    });
    server.world.webhook.lastError = { date: 1, message: 'Connection refused' };
    server.world.updates.push({ update_id: 1, kind: 'message', body: {} });
    expect(await examine()).toMatchObject({
      state: 'bad',
      what: expect.stringContaining('Connection refused'),
      cure: expect.stringContaining('HTTP_PORT'),
    });
    await server.close();
  });
});
