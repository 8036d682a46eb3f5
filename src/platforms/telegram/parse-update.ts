import type { Chat, Message, Update, User, UserFromGetMe } from 'telegraf/types';
import { COMMAND_NAMES, type CommandName } from '../../domain/command.ts';
import type { Destination } from '../../domain/destination.ts';
import { ASK_VERB, askedIn } from './prompt.ts';

/** By what right somebody speaks; of a `member` only the list of administrators tells. */
export type Standing = 'private' | 'channel' | 'anonymous-admin' | 'member' | 'outsider';

/** Somebody wants something of us: typed, answered to a prompt, or pressed. */
export interface Asked {
  readonly kind: 'asked';
  readonly name: CommandName;
  readonly words: string;
  readonly destination: Destination;
  readonly language: string;
  readonly standing: Standing;
  readonly asker?: string;
  /** The message that asks, or carries the pressed button. */
  readonly messageId: string;
  /** Set where a button was pressed. */
  readonly queryId?: string;
  /** Plain words in a private chat: they may answer what we asked last. */
  readonly isPlain?: true;
}

/** We came, left, or our rights or the topic changed. */
export interface Presence {
  readonly kind: 'presence';
  readonly destination: Destination;
  readonly place: 'private' | 'group' | 'channel';
  /** The chat's name, and its handle where it has one. */
  readonly title: string;
  /** What stands for the chat in a command that is said elsewhere. */
  readonly handle: string;
  readonly mayPost: boolean;
  readonly present: boolean;
  /** We were not there before. */
  readonly joined: boolean;
  readonly by: string;
  readonly language: string;
}

/** What an update means to us. */
export type Happening =
  | Asked
  | Presence
  | { readonly kind: 'moved'; readonly from: Destination; readonly to: Destination }
  /** A button of ours that asks for words. */
  | {
      readonly kind: 'question';
      readonly asks: string;
      readonly destination: Destination;
      readonly isPrivate: boolean;
      readonly asker: { readonly id: string; readonly name: string };
      readonly queryId: string;
      readonly language: string;
    }
  | { readonly kind: 'stale-press'; readonly queryId: string; readonly language: string }
  | {
      readonly kind: 'inline';
      readonly queryId: string;
      readonly words: string;
      readonly language: string;
      readonly asker: string;
    }
  | { readonly kind: 'nothing' };

/** The updates that `parseUpdate` reads; Telegram sends no others. */
export const UPDATE_KINDS = [
  'message',
  'channel_post',
  'callback_query',
  'my_chat_member',
  'inline_query',
] as const;

const NOTHING: Happening = { kind: 'nothing' };
const DEFAULT_LANGUAGE = 'en';

const languageOf = (user: User | undefined): string => user?.language_code ?? DEFAULT_LANGUAGE;

const isCommandName = (name: string): name is CommandName =>
  (COMMAND_NAMES as readonly string[]).includes(name);

/** A thread counts only in topics: replies in groups without topics carry a thread id as well. */
const destinationOf = (chat: Chat, message?: Partial<Message.TextMessage>): Destination => ({
  platform: 'telegram',
  chat: String(chat.id),
  ...(message?.is_topic_message && message.message_thread_id !== undefined
    ? { thread: String(message.message_thread_id) }
    : {}),
});

type Said = Pick<Asked, 'name' | 'words' | 'isPlain'>;

const COMMAND = /^\/(\w+)(?:@(\w+))?(?:\s+|$)/;
/** Marks of writing direction, which come along when an example is copied from a message in Arabic. */
const DIRECTION_MARKS = /[\u200e\u200f\u2066-\u2069]/g;

/** `/name@bot words`; undefined where it is no command, or another bot's. An unknown one asks for help about it. */
export const commandIn = (text: string, me: UserFromGetMe): Said | undefined => {
  const match = COMMAND.exec(text);
  if (match === null) return undefined;
  const [whole, typed = '', bot] = match;
  if (bot !== undefined && bot.toLowerCase() !== me.username.toLowerCase()) return undefined;
  const name = typed.toLowerCase();
  const words = text.slice(whole.length).trim();
  return isCommandName(name) ? { name, words } : { name: 'help', words: `${name} ${words}`.trim() };
};

/** Words without a command: the answer to our prompt, or, where we are alone with somebody, a question. */
const wordsIn = (message: Message.TextMessage, me: UserFromGetMe): Said | undefined => {
  const asked = askedIn(message.reply_to_message, me.id);
  if (asked !== undefined) return commandIn(`/${asked} ${message.text}`, me);
  return message.chat.type === 'private'
    ? { name: 'check', words: message.text.trim(), isPlain: true }
    : undefined;
};

const standingOf = ({ chat, sender_chat: sender }: Message): Standing => {
  if (chat.type === 'private') return 'private';
  if (chat.type === 'channel') return 'channel';
  if (sender === undefined) return 'member';
  // An administrator who hides behind the group; any other chat is a guest who may only ask.
  return sender.id === chat.id ? 'anonymous-admin' : 'outsider';
};

const ofText = (message: Message.TextMessage, me: UserFromGetMe): Happening => {
  // A copy of the linked channel's post, and what somebody passes on, are nobody's words to us.
  if (message.is_automatic_forward || message.forward_origin !== undefined) return NOTHING;
  const text = message.text.replace(DIRECTION_MARKS, '');
  const said = text.startsWith('/') ? commandIn(text, me) : wordsIn(message, me);
  if (said === undefined) return NOTHING;
  const standing = standingOf(message);
  const isPerson = standing === 'private' || standing === 'member';
  return {
    kind: 'asked',
    ...said,
    destination: destinationOf(message.chat, message),
    language: languageOf(isPerson ? message.from : undefined),
    standing,
    ...(isPerson && message.from !== undefined ? { asker: String(message.from.id) } : {}),
    messageId: String(message.message_id),
  };
};

/** Names of places, for those who are not in them. */
const nameOf = (chat: Chat): Pick<Presence, 'title' | 'handle'> => {
  const username = 'username' in chat ? chat.username : undefined;
  const title = 'title' in chat ? chat.title : '';
  return {
    title: username === undefined ? title : `${title} (@${username})`,
    handle: `@${chat.id}`,
  };
};

const ofMessage = (message: Message, me: UserFromGetMe): Happening => {
  const from = destinationOf(message.chat);
  if ('migrate_to_chat_id' in message)
    return { kind: 'moved', from, to: { ...from, chat: String(message.migrate_to_chat_id) } };
  if ('forum_topic_reopened' in message)
    return {
      kind: 'presence',
      destination: destinationOf(message.chat, message),
      place: 'group',
      present: true,
      joined: false,
      ...nameOf(message.chat),
      mayPost: true,
      by: String(message.from?.id ?? ''),
      language: languageOf(message.from),
    };
  return 'text' in message ? ofText(message, me) : NOTHING;
};

const ofPress = (query: Update.CallbackQueryUpdate['callback_query']): Happening => {
  const { message, from, id: queryId } = query;
  const language = languageOf(from);
  const stale: Happening = { kind: 'stale-press', queryId, language };
  if (message === undefined || !('data' in query)) return stale;
  const [verb = '', ...rest] = query.data.split('~');
  const destination = destinationOf(message.chat, 'text' in message ? message : undefined);
  const isPrivate = message.chat.type === 'private';
  if (verb === ASK_VERB) {
    const asker = { id: String(from.id), name: from.first_name };
    return { kind: 'question', asks: rest.join('~'), destination, isPrivate, asker, queryId, language };
  }
  if (!isCommandName(verb)) return stale;
  return {
    kind: 'asked',
    name: verb,
    words: rest.join('~'),
    destination,
    language,
    standing: isPrivate ? 'private' : 'member',
    asker: String(from.id),
    messageId: String(message.message_id),
    queryId,
  };
};

const isThere = ({ status }: { readonly status: string }): boolean =>
  status !== 'left' && status !== 'kicked';

const ofStanding = ({
  chat,
  from,
  old_chat_member: before,
  new_chat_member: now,
}: Update.MyChatMemberUpdate['my_chat_member']): Presence => ({
  kind: 'presence',
  destination: destinationOf(chat),
  place: chat.type === 'private' || chat.type === 'channel' ? chat.type : 'group',
  ...nameOf(chat),
  mayPost: chat.type !== 'channel' || ('can_post_messages' in now && now.can_post_messages === true),
  present: isThere(now),
  joined: isThere(now) && !isThere(before),
  by: String(from.id),
  language: languageOf(from),
});

/** Reads one update. Pure. */
export const parseUpdate = (update: Update, me: UserFromGetMe): Happening => {
  if ('message' in update) return ofMessage(update.message, me);
  if ('channel_post' in update) return ofMessage(update.channel_post, me);
  if ('callback_query' in update) return ofPress(update.callback_query);
  if ('my_chat_member' in update) return ofStanding(update.my_chat_member);
  if ('inline_query' in update) {
    const { id: queryId, query, from } = update.inline_query;
    return {
      kind: 'inline',
      queryId,
      words: query.trim(),
      language: languageOf(from),
      asker: String(from.id),
    };
  }
  return NOTHING;
};
