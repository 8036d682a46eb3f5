import type { Answer, Command } from '../../domain/command.ts';
import type { Messenger } from '../../domain/ports.ts';
import type { Call } from './call.ts';
import { cut } from './fit.ts';
import type { Happening } from './parse-update.ts';
import type { TelegramPayload } from './render.ts';

type InlineQuestion = Extract<Happening, { kind: 'inline' }>;

const TITLE_LIMIT = 100;
/** Seconds for which Telegram may give the same answer to others: news must not age. */
const CACHED = 30;

/** `@bot nigeria binance` in any chat: the board's answer, to be shared there. Nothing typed, nothing offered. */
export const answerInline = async (
  call: Call,
  messenger: Messenger,
  onCommand: (command: Command) => Promise<Answer>,
  { queryId, words, language, asker }: InlineQuestion,
): Promise<void> => {
  const destination = { platform: 'telegram', chat: asker } as const;
  const { cards } =
    words === ''
      ? { cards: [] }
      : await onCommand({ name: 'check', words, destination, language, may: 'ask', asker });
  const results = cards.map((card, at) => {
    const { payload, plain } = messenger.render({ ...card, buttons: [] });
    const { text, parse_mode, link_preview_options } = payload as TelegramPayload;
    const [title = '', ...rest] = plain.split('\n').filter((line) => line.trim() !== '');
    return {
      type: 'article' as const,
      id: String(at),
      title: cut(title, TITLE_LIMIT),
      description: cut(rest.join(' '), TITLE_LIMIT),
      input_message_content: { message_text: text, parse_mode, link_preview_options },
    };
  });
  await call('answerInlineQuery', {
    inline_query_id: queryId,
    results,
    cache_time: CACHED,
    is_personal: true,
  });
};
