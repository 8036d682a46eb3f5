import type { Telegram } from 'telegraf';
import type { Message } from '../../domain/card.ts';
import type { Destination } from '../../domain/destination.ts';
import { type Millis, SECOND } from '../../domain/instant.ts';
import type { Outcome } from '../../domain/outcome.ts';
import type { Messenger } from '../../domain/ports.ts';
import { outcomeOf, refusalIn } from './outcome.ts';
import { renderTelegram, type TelegramPayload } from './render.ts';

/** telegraf alone waits 500 seconds. */
export const CALL_DEADLINE: Millis = 20 * SECOND;

type CallOptions = NonNullable<Parameters<Telegram['callApi']>[2]>;

/** Gives a call of telegraf's up after so long: then nobody knows whether it was carried out. */
export const within = (deadlineMs: Millis): CallOptions => ({
  // telegraf's types name the signal of a polyfill; at run time both are the same.
  signal: AbortSignal.timeout(deadlineMs) as unknown as NonNullable<CallOptions['signal']>,
});

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

/**
 * Telegram as a messenger.
 * @param api telegraf's client
 */
export const createTelegramMessenger = (
  api: Pick<Telegram, 'callApi'>,
  deadlineMs: Millis = CALL_DEADLINE,
): Messenger => {
  const send = async (destination: Destination, message: Message): Promise<Outcome> => {
    try {
      const sent = await api.callApi(
        'sendMessage',
        {
          ...placeOf(destination),
          ...contentOf(message),
          ...replyOf(message),
          ...(message.silent ? { disable_notification: true } : {}),
        },
        within(deadlineMs),
      );
      return { kind: 'sent', messageId: String(sent.message_id) };
    } catch (error) {
      return outcomeOf(error, destination);
    }
  };

  const edit = async (destination: Destination, messageId: string, message: Message): Promise<Outcome> => {
    try {
      const { reply_markup: markup, ...content } = { reply_markup: undefined, ...contentOf(message) };
      await api.callApi(
        'editMessageText',
        {
          chat_id: destination.chat,
          message_id: Number(messageId),
          ...content,
          ...(markup !== undefined && 'inline_keyboard' in markup ? { reply_markup: markup } : {}),
        },
        within(deadlineMs),
      );
      return { kind: 'sent', messageId };
    } catch (error) {
      // It already reads as it should.
      if (/message is not modified/.test(refusalIn(error)?.description ?? ''))
        return { kind: 'sent', messageId };
      return outcomeOf(error, destination);
    }
  };

  return { platform: 'telegram', render: renderTelegram, send, edit };
};
