import type { Message } from '../../domain/card.ts';
import type { Destination } from '../../domain/destination.ts';
import type { Outcome } from '../../domain/outcome.ts';
import type { Messenger } from '../../domain/ports.ts';
import { type Call, TelegramFault } from './call.ts';
import { outcomeOf } from './outcome.ts';
import { renderTelegram, type TelegramPayload } from './render.ts';

const isPayload = (payload: unknown): payload is TelegramPayload =>
  typeof payload === 'object' && payload !== null && 'parse_mode' in payload;

/** The rendered message, or its plain text where the payload was taken out after a refusal. */
const contentOf = ({ payload, plain }: Message) =>
  isPayload(payload) ? { ...payload } : { text: plain, link_preview_options: { is_disabled: true } as const };

const placeOf = ({ chat, thread }: Destination) => ({
  chat_id: chat,
  ...(thread === undefined ? {} : { message_thread_id: Number(thread) }),
});

/** Where it says so, the reply target may be gone: Telegram then sends without the reply, in the same call. */
const replyOf = ({ replyTo }: Message) =>
  replyTo === undefined
    ? {}
    : { reply_parameters: { message_id: Number(replyTo), allow_sending_without_reply: true } };

/** Telegram as a messenger. */
export const createTelegramMessenger = (call: Call): Messenger => {
  const send = async (destination: Destination, message: Message): Promise<Outcome> => {
    try {
      const sent = await call('sendMessage', {
        ...placeOf(destination),
        ...contentOf(message),
        ...replyOf(message),
        ...(message.silent ? { disable_notification: true } : {}),
      });
      return { kind: 'sent', messageId: String(sent.message_id) };
    } catch (error) {
      return outcomeOf(error, destination);
    }
  };

  const edit = async (destination: Destination, messageId: string, message: Message): Promise<Outcome> => {
    const { reply_markup: markup, ...content } = { reply_markup: undefined, ...contentOf(message) };
    try {
      await call('editMessageText', {
        chat_id: destination.chat,
        message_id: Number(messageId),
        ...content,
        ...(markup !== undefined && 'inline_keyboard' in markup ? { reply_markup: markup } : {}),
      });
      return { kind: 'sent', messageId };
    } catch (error) {
      // It already reads as it should.
      if (error instanceof TelegramFault && /message is not modified/.test(error.message))
        return { kind: 'sent', messageId };
      return outcomeOf(error, destination);
    }
  };

  return { platform: 'telegram', render: renderTelegram, send, edit };
};
