import { Agent } from 'node:http';
import { describe, expect, test } from '@jest/globals';
import { Telegram } from 'telegraf';
import { createCall } from '../../../src/platforms/telegram/call.ts';
import { createTelegramMessenger } from '../../../src/platforms/telegram/send.ts';
import { type MessengerStage, messengerContract, type Trouble } from '../../contracts/messenger.contract.ts';
import { startTelegramServer, type TelegramServer } from '../../support/telegram-server.ts';
import type { TelegramChat } from '../../support/telegram-world.ts';

/** What waits for an answer that never comes waits so long; a busy machine takes half a second for one that comes. */
const DEADLINE = 3000;

interface TelegramStage extends MessengerStage {
  readonly server: TelegramServer;
  readonly chat: TelegramChat;
}

const openStage = async (): Promise<TelegramStage> => {
  const server = await startTelegramServer();
  const agent = new Agent({ keepAlive: true });
  const api = new Telegram(server.token, { apiRoot: server.url, agent });
  const chat = server.chat('supergroup', { bot: 'member' });
  let unplugged = false;
  const troubles: Readonly<Record<Trouble, () => void | Promise<void>>> = {
    'rate-limited-for-7s': () =>
      server.fail('sendMessage', {
        error_code: 429,
        description: 'Too Many Requests: retry after 7',
        parameters: { retry_after: 7 },
      }),
    'server-fault': () => server.fail('sendMessage', { error_code: 502, description: 'Bad Gateway' }),
    'connection-refused': async () => {
      unplugged = true;
      await server.unplug();
    },
    gone: () => {
      chat.bot = 'kicked';
    },
    forbidden: () => {
      chat.canPost = false;
    },
    moved: () => {
      chat.migratedTo = -100200300;
    },
    'not-understood': () =>
      server.fail('sendMessage', { error_code: 400, description: "Bad Request: can't parse entities: x" }),
    'token-refused': () => server.fail('sendMessage', { error_code: 401, description: 'Unauthorized' }),
    'answer-lost': () => server.fail('sendMessage', 'answer-lost'),
  };
  return {
    server,
    chat,
    messenger: createTelegramMessenger(createCall(api, DEADLINE)),
    destination: { platform: 'telegram', chat: String(chat.id) },
    shown: () => server.messages(chat).map(({ text }) => text),
    prepare: (trouble) => troubles[trouble](),
    close: async () => {
      agent.destroy();
      if (!unplugged) await server.close();
    },
  };
};

messengerContract('telegram', openStage, [
  'rate-limited-for-7s',
  'server-fault',
  'connection-refused',
  'gone',
  'forbidden',
  'moved',
  'not-understood',
  'token-refused',
  'answer-lost',
]);

describe('the telegram messenger', () => {
  const onStage = async (act: (stage: TelegramStage) => Promise<void>): Promise<void> => {
    const stage = await openStage();
    try {
      await act(stage);
    } finally {
      await stage.close();
    }
  };
  const words = (text: string) => ({ shape: 'text', paragraphs: [[text]], buttons: [] }) as const;

  test('writes into the topic of its destination', () =>
    onStage(async ({ messenger, destination, chat, server }) => {
      chat.topics.set(7, 'open');
      await messenger.send({ ...destination, thread: '7' }, messenger.render(words('hello')), 'd');
      expect(server.messages(chat)).toMatchObject([{ thread: 7, text: 'hello' }]);
    }));

  test.each([
    ['a closed topic', 'closed' as const, { kind: 'forbidden', right: 'open-topic' }],
    ['a deleted topic', undefined, { kind: 'gone' }],
  ])('tells %s apart', (_, topic, outcome) =>
    onStage(async ({ messenger, destination, chat }) => {
      if (topic !== undefined) chat.topics.set(7, topic);
      expect(
        await messenger.send({ ...destination, thread: '7' }, messenger.render(words('hello')), 'd'),
      ).toMatchObject(outcome);
    }),
  );

  test('names the supergroup to which a group moved', () =>
    onStage(async ({ messenger, destination, prepare }) => {
      await prepare('moved');
      expect(await messenger.send(destination, messenger.render(words('hello')), 'd')).toEqual({
        kind: 'moved',
        destination: { platform: 'telegram', chat: '-100200300' },
      });
    }));

  test('sends the plain text when the payload was taken out', () =>
    onStage(async ({ messenger, destination, chat, server }) => {
      await messenger.send(destination, { payload: undefined, plain: '<b>1 & 2' }, 'd');
      expect(server.messages(chat)).toMatchObject([{ text: '<b>1 & 2', entities: [] }]);
    }));

  test('sends silently when asked', () =>
    onStage(async ({ messenger, destination, chat, server }) => {
      await messenger.send(destination, { ...messenger.render(words('hello')), silent: true }, 'd');
      expect(server.messages(chat)).toMatchObject([{ silent: true }]);
    }));

  test('hangs a reply under the earlier message', () =>
    onStage(async ({ messenger, destination, chat, server }) => {
      await messenger.send(destination, messenger.render(words('first')), 'd');
      const [first] = server.messages(chat);
      const replyTo = String(first?.message_id);
      await messenger.send(destination, { ...messenger.render(words('second')), replyTo }, 'e');
      expect(server.messages(chat).at(-1)?.replyTo).toBe(first?.message_id);
    }));

  test('takes an edit that changes nothing for done', () =>
    onStage(async ({ messenger, destination, chat, server }) => {
      const message = messenger.render(words('same'));
      await messenger.send(destination, message, 'd');
      const id = String(server.messages(chat)[0]?.message_id);
      expect(await messenger.edit(destination, id, message)).toEqual({ kind: 'sent', messageId: id });
    }));

  test('says when the message to edit is gone', () =>
    onStage(async ({ messenger, destination }) => {
      expect(await messenger.edit(destination, '77', messenger.render(words('x')))).toEqual({
        kind: 'reply-lost',
      });
    }));

  test('keeps the token out of what it says about a broken connection', () =>
    onStage(async ({ messenger, destination, server }) => {
      server.fail('sendMessage', 'reset');
      const outcome = await messenger.send(destination, messenger.render(words('x')), 'd');
      expect(outcome).toEqual({ kind: 'unknown', why: 'ECONNRESET' });
    }));
});
