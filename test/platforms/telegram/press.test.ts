import { afterEach, describe, expect, test } from '@jest/globals';
import type { TextCard } from '../../../src/domain/card.ts';
import type { Answer } from '../../../src/domain/command.ts';
import type { Destination } from '../../../src/domain/destination.ts';
import { openTelegramStage, type TelegramBotStage, textAnswer } from '../../support/telegram-stage.ts';
import type { ShownMessage, TelegramChat, TelegramUser } from '../../support/telegram-world.ts';
import { until } from '../../support/until.ts';

let stage: TelegramBotStage | undefined;
afterEach(async () => {
  await stage?.close();
  stage = undefined;
});

const keyboard = (text: string, ...verbs: readonly string[]): TextCard => ({
  shape: 'text',
  paragraphs: [[text]],
  buttons: [verbs.map((verb) => ({ label: verb, verb, id: 'i1' }))],
});

interface Pressed {
  readonly on: TelegramBotStage;
  readonly anna: TelegramUser;
  readonly chat: TelegramChat;
  readonly message: ShownMessage;
}

/** A chat in which a message with these buttons stands. */
const withButtons = async (
  verbs: readonly string[],
  onCommand: () => Promise<Answer>,
  inGroup = false,
): Promise<Pressed> => {
  const on = await openTelegramStage({ onCommand });
  stage = on;
  const anna = on.server.person('Anna');
  const chat = inGroup ? on.server.chat('supergroup') : on.server.privateChat(anna);
  chat.bot = 'member';
  const destination: Destination = { platform: 'telegram', chat: String(chat.id) };
  await on.bot.messenger.send(destination, on.bot.messenger.render(keyboard('pick', ...verbs)), 'd1');
  const message = on.server.messages(chat)[0];
  if (message === undefined) throw new Error('no message to press');
  return { on, anna, chat, message };
};

describe('a pressed button', () => {
  test('comes back as a command', async () => {
    const { on, anna, chat, message } = await withButtons(['mute'], async () => textAnswer('muted'));
    on.server.press(message, 'mute', anna);
    await until(() => on.commands.length === 1);
    expect(on.commands).toEqual([
      {
        name: 'mute',
        words: 'i1',
        destination: { platform: 'telegram', chat: String(chat.id) },
        language: 'en',
        may: 'set-up',
        asker: String(anna.id),
      },
    ]);
  });

  test('stops turning, and its answer is sent', async () => {
    const { on, anna, message, chat } = await withButtons(['why'], async () => textAnswer('because'));
    const query = on.server.press(message, 'why', anna);
    await until(() => on.server.messages(chat).length === 2);
    expect(on.server.answerTo(query)).toEqual({ callback_query_id: query });
  });

  test('shows a short private answer to the asker alone', async () => {
    const { on, anna, message, chat } = await withButtons(['mute'], async () =>
      textAnswer('Muted.', { private: true }),
    );
    const query = on.server.press(message, 'mute', anna);
    expect(await until(() => on.server.answerTo(query))).toMatchObject({ text: 'Muted.', show_alert: true });
    expect(on.server.messages(chat)).toHaveLength(1);
  });

  test('replaces its message where the answer says so', async () => {
    const { on, anna, message, chat } = await withButtons(['filters'], async () => ({
      cards: [keyboard('picked', 'subscribe')],
      private: false,
      inPlace: true,
    }));
    on.server.press(message, 'filters', anna);
    await until(() => message.text === 'picked');
    expect(on.server.messages(chat)).toHaveLength(1);
  });

  test('does no harm when pressed twice', async () => {
    const { on, anna, message, chat } = await withButtons(['filters'], async () => ({
      cards: [keyboard('picked', 'filters')],
      private: false,
      inPlace: true,
    }));
    const queries = [1, 2].map(() => on.server.press(message, 'filters', anna));
    await until(() => queries.every((query) => on.server.answerTo(query) !== undefined));
    await until(() => on.server.calls.filter(({ method }) => method === 'editMessageText').length === 2);
    expect(on.server.messages(chat)).toHaveLength(1);
  });

  test('is answered kindly when nobody knows it any more', async () => {
    const { on, anna, message } = await withButtons(['forgotten'], async () => textAnswer('never'));
    const query = on.server.press(message, 'forgotten', anna);
    expect(await until(() => on.server.answerTo(query))).toMatchObject({ text: 'en: stale-button' });
    expect(on.commands).toEqual([]);
  });

  test('is answered even when the platform says that it is too late', async () => {
    const { on, anna, message, chat } = await withButtons(['why'], async () => textAnswer('because'));
    on.server.fail('answerCallbackQuery', {
      error_code: 400,
      description: 'Bad Request: query is too old and response timeout expired or query ID is invalid',
    });
    on.server.press(message, 'why', anna);
    await until(() => on.server.messages(chat).length === 2);
    expect(on.server.messages(chat).at(-1)?.text).toBe('because');
  });

  test('is checked against the administrators of now, not of before', async () => {
    const { on, anna, chat, message } = await withButtons(['mute'], async () => textAnswer('done'), true);
    chat.admins.add(anna.id);
    on.server.press(message, 'mute', anna);
    await until(() => on.commands.length === 1);
    chat.admins.delete(anna.id);
    on.server.press(message, 'mute', anna);
    await until(() => on.commands.length === 2);
    expect(on.commands.map(({ may }) => may)).toEqual(['set-up', 'ask']);
  });
});

describe('an inline query', () => {
  test('offers the answer of /check to share', async () => {
    const on = await openTelegramStage({ onCommand: async () => textAnswer('Nigeria: blocked') });
    stage = on;
    const query = on.server.askInline(on.server.person('Anna'), 'nigeria binance');
    const answer = await until(() => on.server.answerTo(query));
    expect(answer.results).toMatchObject([
      {
        type: 'article',
        title: 'Nigeria: blocked',
        input_message_content: { message_text: 'Nigeria: blocked' },
      },
    ]);
    expect(on.commands).toMatchObject([{ name: 'check', words: 'nigeria binance', may: 'ask' }]);
  });

  test('offers nothing before something is typed', async () => {
    const on = await openTelegramStage();
    stage = on;
    const query = on.server.askInline(on.server.person('Anna'), '');
    expect((await until(() => on.server.answerTo(query))).results).toEqual([]);
  });
});
