import { afterEach, describe, expect, test } from '@jest/globals';
import { startTelegramServer, type TelegramServer } from '../../support/telegram-server.ts';
import { openTelegramStage, type TelegramBotStage, textAnswer } from '../../support/telegram-stage.ts';
import { until } from '../../support/until.ts';

const servers: TelegramServer[] = [];
const stages: TelegramBotStage[] = [];
const serve = async (...options: Parameters<typeof startTelegramServer>): Promise<TelegramServer> => {
  const server = await startTelegramServer(...options);
  servers.push(server);
  return server;
};
const open = async (...options: Parameters<typeof openTelegramStage>): Promise<TelegramBotStage> => {
  const stage = await openTelegramStage(...options);
  stages.push(stage);
  return stage;
};
afterEach(async () => {
  for (const stage of stages.splice(0)) await stage.close();
  for (const server of servers.splice(0)) await server.close();
});

const speak = (server: TelegramServer, text: string): void => {
  const anna = [...server.world.users.values()][0] ?? server.person('Anna');
  server.say(server.privateChat(anna), anna, text);
};
const CONFLICT = { error_code: 409, description: 'Conflict: terminated by other getUpdates request' };
const events = (stage: TelegramBotStage): readonly string[] => stage.log.map(({ event }) => event);

describe('polling', () => {
  test.each([
    ['another instance polls', CONFLICT],
    ['the server fails', { error_code: 502, description: 'Bad Gateway' }],
    ['the connection breaks', 'reset'],
    ['a proxy answers nonsense', 'garbage'],
  ] as const)('goes on after %s', async (_, fault) => {
    const server = await serve();
    server.fail('getUpdates', fault, 3);
    const on = await open({ server });
    speak(server, '/latest');
    await until(() => server.sends.length === 1);
    expect(on.bot.health().state).toBe('polling');
  });

  test('hears no update twice, though polling broke after it', async () => {
    const server = await serve();
    const on = await open({ server });
    speak(server, '/latest');
    await until(() => server.sends.length === 1);
    server.fail('getUpdates', CONFLICT, 2);
    speak(server, '/help');
    await until(() => server.sends.length === 2);
    expect(on.commands.map(({ name }) => name)).toEqual(['latest', 'help']);
  });

  test('hears no update again after a restart', async () => {
    const server = await serve();
    const before = await open({ server });
    speak(server, '/latest');
    await until(() => server.sends.length === 1);
    await before.bot.stop();
    const after = await open({ server });
    speak(server, '/help');
    await until(() => server.sends.length === 2);
    expect(after.commands.map(({ name }) => name)).toEqual(['help']);
  });

  test('says once that Telegram is out of reach, and once that it is back', async () => {
    const server = await serve();
    await server.unplug();
    const on = await open({ server });
    await until(() => on.bot.health().state === 'out-of-reach');
    expect(on.bot.health().why).toBe('ECONNREFUSED');
    await server.plug();
    await until(() => on.bot.health().state === 'polling');
    expect(events(on).filter((event) => /out-of-reach|polling/.test(event))).toEqual([
      'telegram.out-of-reach',
      'telegram.polling',
    ]);
  });

  test.each(['999999:not-ours', 'no token at all'])('ends when the token %s is refused', async (token) => {
    const server = await serve();
    const on = await open({ server, token });
    await until(() => on.refusals.length === 1);
    expect(on.bot.health().state).toBe('unauthorised');
  });

  test('knows without an update that Telegram is back', async () => {
    const server = await serve();
    server.fail('getUpdates', 'reset', 2);
    const on = await open({ server });
    const states = (): readonly string[] => events(on).filter((event) => /out-of-reach|polling/.test(event));
    await until(() => states().length === 3);
    expect(states()).toEqual(['telegram.polling', 'telegram.out-of-reach', 'telegram.polling']);
  });

  test('never writes the token to the log', async () => {
    const server = await serve();
    server.fail('getMe', 'reset', 2);
    server.fail('getUpdates', 'garbage', 2);
    const on = await open({ server, onCommand: () => Promise.reject(new Error('broken')) });
    speak(server, '/latest');
    await until(() => server.sends.length === 1);
    const written = on.log.map(({ event, fields }) => [
      event,
      ...Object.values(fields ?? {}).map(describeValue),
    ]);
    expect(JSON.stringify(written)).not.toContain(server.token.split(':')[1]);
  });

  test('goes on after an update that it cannot read', async () => {
    const server = await serve();
    const on = await open({ server });
    const anna = server.person('Anna');
    server.serve(server.privateChat(anna), anna, { text: { not: 'a text' } });
    speak(server, '/latest');
    await until(() => on.commands.length === 1);
    expect(events(on)).toContain('telegram.update-unread');
  });

  test('stops at once while it waits for news', async () => {
    const on = await open({ server: await serve() });
    await until(() => on.bot.health().state === 'polling');
    const began = Date.now();
    await on.bot.stop();
    expect(Date.now() - began).toBeLessThan(1000);
    expect(on.bot.health().state).toBe('stopped');
  });

  test('lets the command under way finish when it stops', async () => {
    const server = await serve();
    const on = await open({
      server,
      onCommand: async () => {
        await new Promise((resolve) => setTimeout(resolve, 50));
        return textAnswer('finished');
      },
    });
    speak(server, '/latest');
    await until(() => on.commands.length === 1);
    await on.bot.stop();
    expect(server.sends.map(({ text }) => text)).toEqual(['finished']);
  });
});

const describeValue = (value: unknown): string =>
  value instanceof Error ? `${value.stack} ${JSON.stringify(value)}` : JSON.stringify(value);

describe('menus', () => {
  const menu = [
    { name: 'latest', for: 'anyone', description: { en: 'The latest', de: 'Das Neueste' } },
    { name: 'subscribe', for: 'set-up', description: { en: 'Get alerts', de: 'Benachrichtigen' } },
  ] as const;
  const settings = (server: TelegramServer) =>
    server.calls.filter(({ method }) => method === 'setMyCommands').map(({ params }) => params);

  test('are set per language and kind of chat', async () => {
    const server = await serve();
    await open({ server, menu });
    await until(() => settings(server).length === 6);
    expect(settings(server)).toContainEqual({
      scope: { type: 'all_group_chats' },
      language_code: 'de',
      commands: [{ command: 'latest', description: 'Das Neueste' }],
    });
  });

  test('are not sent again when they stand so', async () => {
    const server = await serve();
    const first = await open({ server, menu });
    await until(() => settings(server).length === 6);
    await first.bot.stop();
    await open({ server, menu });
    await until(() => server.calls.filter(({ method }) => method === 'getMyCommands').length === 12);
    expect(settings(server)).toHaveLength(6);
  });
});
