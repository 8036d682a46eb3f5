import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, test } from '@jest/globals';
import type { TelegramOptions } from '../../../src/platforms/telegram/bot.ts';
import type { Receiver } from '../../../src/platforms/telegram/webhook.ts';
import { startTelegramServer, type TelegramServer } from '../../support/telegram-server.ts';
import { openTelegramStage, type TelegramBotStage, textAnswer } from '../../support/telegram-stage.ts';
import type { TelegramChat, TelegramUser } from '../../support/telegram-world.ts';
import { until } from '../../support/until.ts';

const SECRET = 'a-secret-of-the-tests';

const closing: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

/** A server of ours at an address that can be told before there is a bot behind it. */
const openAddress = async () => {
  const behind: { receiver?: Receiver | undefined } = {};
  const server: Server = createServer((request, response) => {
    const { receiver } = behind;
    if (receiver === undefined || request.url !== receiver.path) response.writeHead(404).end();
    else receiver.receive(request, response).catch((error: unknown) => response.destroy(error as Error));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  closing.push(
    () =>
      new Promise((resolve) => {
        server.close(resolve);
        server.closeAllConnections();
      }),
  );
  return { behind, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/telegram` };
};

const openServer = async (): Promise<TelegramServer> => {
  const server = await startTelegramServer();
  closing.push(server.close);
  return server;
};

const open = async (
  server: TelegramServer,
  { behind, url }: Awaited<ReturnType<typeof openAddress>>,
  options: Partial<TelegramOptions> = {},
): Promise<TelegramBotStage> => {
  const stage = await openTelegramStage({
    server,
    webhook: { url, secret: SECRET },
    lookEvery: 50,
    ...options,
  });
  behind.receiver = stage.bot.receiver;
  closing.push(stage.close);
  return stage;
};

const meet = (server: TelegramServer): { readonly chat: TelegramChat; readonly anna: TelegramUser } => {
  const anna = server.person('Anna');
  return { anna, chat: server.privateChat(anna) };
};

const methods = ({ calls }: TelegramServer): readonly string[] => calls.map(({ method }) => method);

describe('a webhook', () => {
  test('brings commands, and polls nothing', async () => {
    const server = await openServer();
    const on = await open(server, await openAddress());
    const { chat, anna } = meet(server);
    server.say(chat, anna, '/latest');
    await until(() => server.sends.length === 1, 'an answer');
    expect(on.commands.map(({ name }) => name)).toEqual(['latest']);
    expect(on.bot.health().state).toBe('receiving');
    expect(server.world.webhook).toMatchObject({ secret: SECRET });
    await until(() => server.world.updates.length === 0, 'the update to be taken');
  });

  test.each([
    ['no secret', 'POST', '', undefined, 403],
    ['a wrong secret', 'POST', '', 'a-secret-of-another', 403],
    ['the secret and more', 'POST', '', `${SECRET}s`, 403],
    ['another method', 'GET', '', SECRET, 403],
    ['another path', 'POST', '/else', SECRET, 404],
  ])('refuses %s', async (_, method, more, secret, status) => {
    const address = await openAddress();
    const on = await open(await openServer(), address);
    const update = {
      update_id: 1,
      message: {
        ...{ message_id: 1, date: 0, text: '/latest' },
        ...{ chat: { id: 7, type: 'private' }, from: { id: 7, is_bot: false, first_name: 'Eve' } },
      },
    };
    const response = await fetch(`${address.url}${more}`, {
      method,
      headers: secret === undefined ? {} : { 'x-telegram-bot-api-secret-token': secret },
      ...(method === 'POST' && { body: JSON.stringify(update) }),
    });
    expect(response.status).toBe(status);
    expect(on.commands).toEqual([]);
  });

  test('has what a poller left, and a poller has what the webhook left', async () => {
    const server = await openServer();
    const { chat, anna } = meet(server);
    const poller = await openTelegramStage({ server });
    await until(() => poller.bot.health().state === 'polling', 'polling');
    await poller.close();
    server.say(chat, anna, '/latest');
    const hooked = await open(server, await openAddress());
    await until(() => hooked.commands.length === 1, 'what the poller left');
    await hooked.bot.stop();
    server.say(chat, anna, '/help');
    const again = await openTelegramStage({ server });
    closing.push(again.close);
    await until(() => again.commands.length === 1, 'what the webhook left');
    expect(again.commands[0]?.name).toBe('help');
    expect(server.world.webhook).toBeUndefined();
  });

  test('is set again when another program took it', async () => {
    const server = await openServer();
    const address = await openAddress();
    await open(server, address);
    await until(() => server.world.webhook !== undefined, 'the webhook');
    server.world.webhook = undefined;
    await until(() => server.world.webhook?.url === address.url, 'the webhook again');
    expect(methods(server).filter((method) => method === 'setWebhook')).toHaveLength(2);
  });

  test('is set though Telegram was out of reach', async () => {
    const server = await openServer();
    server.fail('getMe', 'reset', 2);
    server.fail('setWebhook', { error_code: 502, description: 'Bad Gateway' });
    const on = await open(server, await openAddress());
    await until(() => on.bot.health().state === 'receiving', 'the webhook');
  });

  test('tells that Telegram does not get through, and that it does again', async () => {
    const server = await openServer();
    const address = await openAddress();
    const on = await open(server, address);
    const { chat, anna } = meet(server);
    address.behind.receiver = undefined;
    server.say(chat, anna, '/latest');
    await until(() => on.bot.health().state === 'out-of-reach', 'the trouble');
    expect(on.bot.health().why).toContain('404');
    address.behind.receiver = on.bot.receiver;
    await until(() => on.bot.health().state === 'receiving', 'the recovery');
    expect(on.commands).toHaveLength(1);
  });

  test('takes an update only when it is answered, so that one that dies with its process comes again', async () => {
    const server = await openServer();
    const address = await openAddress();
    let answer = (): void => undefined;
    const slow = await open(server, address, {
      onCommand: () =>
        new Promise((resolve) => {
          answer = () => resolve(textAnswer('late'));
        }),
    });
    const { chat, anna } = meet(server);
    server.say(chat, anna, '/latest');
    await until(() => slow.commands.length === 1, 'the command');
    expect(server.world.updates).toHaveLength(1);
    answer();
    await until(() => server.world.updates.length === 0, 'the update to be taken');
  });

  test('is refused with its token, and says so', async () => {
    const server = await openServer();
    const on = await open(server, await openAddress(), { token: '999:another' });
    await until(() => on.refusals.length === 1, 'the refusal');
    expect(on.bot.health().state).toBe('unauthorised');
  });
});
