import type { Answer, CommandName } from '../../domain/command.ts';
import type { Destination } from '../../domain/destination.ts';
import type { Call } from './call.ts';
import { outcomeOf } from './outcome.ts';
import type { Asked } from './parse-update.ts';
import type { Rights } from './rights.ts';

/** Commands that set up a place, and so may name another one than where they are given. */
const ABOUT_A_PLACE: ReadonlySet<CommandName> = new Set([
  'subscribe',
  'filters',
  'unsubscribe',
  'pause',
  'resume',
  'digest',
  'quiet',
  'language',
  'test',
  'diagnose',
  'export',
  'forget',
] as const);

export type OtherChat =
  | { readonly kind: 'here' }
  | {
      readonly kind: 'there';
      readonly destination: Destination;
      readonly words: string;
      /** What it is called, and what stands for it in a command. */
      readonly title: string;
      readonly handle: string;
    }
  | { readonly kind: 'refused'; readonly why: 'chat-unknown' | 'chat-not-yours' | 'chat-closed-to-us' };

/** A public name, or an id as our own buttons carry it. */
const HANDLE = /^@(?:[a-z]\w{3,31}|-\d{5,20})$/i;

const HERE: OtherChat = { kind: 'here' };

/** An answer about another place says so, and what can be pressed in it is meant for that place. */
export const aboutElsewhere = (answer: Answer, title: string, handle: string): Answer => ({
  ...answer,
  cards: answer.cards.map((card) =>
    card.shape === 'alert'
      ? card
      : {
          ...card,
          paragraphs: [[{ text: title, bold: true }], ...card.paragraphs],
          buttons: card.buttons.map((row) =>
            row.map((button) =>
              'verb' in button && (ABOUT_A_PLACE as ReadonlySet<string>).has(button.verb)
                ? { ...button, id: `${button.id} ${handle}`.trim() }
                : button,
            ),
          ),
          ...(card.asks === undefined ? {} : { asks: `${card.asks} ${handle}` }),
        },
  ),
});

/**
 * A person who administers a channel or public group may set it up from the private chat: `/subscribe @channel binance`.
 * @param me our own Telegram id
 */
export const findOtherChat = async (
  call: Call,
  rights: Rights,
  me: string,
  { name, words, standing, asker }: Asked,
): Promise<OtherChat> => {
  const mention = words.split(/\s+/).find((word) => HANDLE.test(word));
  if (mention === undefined || standing !== 'private' || !ABOUT_A_PLACE.has(name)) return HERE;
  try {
    const chat = await call('getChat', { chat_id: mention.replace('@-', '-') });
    const administrators = await rights.administratorsOf(String(chat.id));
    if (!administrators.some(({ id }) => id === asker)) return { kind: 'refused', why: 'chat-not-yours' };
    const us = administrators.find(({ id }) => id === me);
    if (chat.type === 'channel' && us?.mayPost !== true) return { kind: 'refused', why: 'chat-closed-to-us' };
    return {
      kind: 'there',
      destination: { platform: 'telegram', chat: String(chat.id) },
      title: 'title' in chat ? chat.title : mention,
      handle: `@${chat.id}`,
      words: words.replace(mention, ' ').replace(/\s+/g, ' ').trim(),
    };
  } catch (error) {
    const { kind } = outcomeOf(error, { platform: 'telegram', chat: mention });
    if (kind === 'gone') return { kind: 'refused', why: 'chat-unknown' };
    throw new Error(`cannot look at ${mention}`, { cause: error });
  }
};
