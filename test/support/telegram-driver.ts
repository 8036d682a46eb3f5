import type { TelegramEntity } from './telegram-html.ts';
import { botSees } from './telegram-rules.ts';
import { transcriptOf } from './telegram-transcript.ts';
import {
  chatJson,
  type InlineButton,
  messageJson,
  type Params,
  type ShownMessage,
  type Standing,
  type TelegramChat,
  type TelegramUser,
  type TelegramWorld,
} from './telegram-world.ts';

interface SayOptions {
  readonly thread?: number;
  /** The bot's message that is answered. */
  readonly replyTo?: ShownMessage;
  /** An administrator who speaks as the group itself. */
  readonly anonymously?: boolean;
  /** A post that the platform copied from the linked channel into the group. */
  readonly copiedFrom?: TelegramChat;
  /** A person who speaks as a channel of theirs. */
  readonly as?: TelegramChat;
  /** Passed on from somebody else. */
  readonly isForwarded?: boolean;
}

/** "/command" wherever it starts a word: https://core.telegram.org/bots/api#messageentity. */
const commandsIn = (text: string): { readonly entities?: readonly TelegramEntity[] } => {
  const entities = [...text.matchAll(/(?<!\S)\/\w{1,32}(?:@\w+)?/g)].map(({ 0: { length }, index }) => ({
    type: 'bot_command',
    offset: index,
    length,
  }));
  return entities.length === 0 ? {} : { entities };
};

/** What people do, as seen from the tests. */
export interface TelegramDriver {
  person(name: string, language?: string): TelegramUser;
  /** The person's private chat with the bot, not started yet. */
  privateChat(user: TelegramUser): TelegramChat;
  chat(type: 'group' | 'supergroup' | 'channel', options?: Partial<TelegramChat>): TelegramChat;
  /** A person writes; what the bot may not see by privacy mode does not reach it. */
  say(chat: TelegramChat, from: TelegramUser, text: string, options?: SayOptions): void;
  /** An administrator posts in a channel: the bot sees no person. */
  post(chat: TelegramChat, text: string): void;
  /** A person presses a button of a shown message; gives the id of the query. */
  press(message: ShownMessage, label: string, from: TelegramUser): string;
  /** What the bot answered to a press. */
  answerTo(query: string): Params | undefined;
  /** A person types `@bot query` in any chat; gives the id of the query. */
  askInline(from: TelegramUser, query: string): string;
  /** A service message: `{ migrate_to_chat_id }`, `{ forum_topic_reopened: {} }`, … */
  serve(chat: TelegramChat, from: TelegramUser, service: Params, thread?: number): void;
  /** Changes what the bot is in a chat: added, promoted, blocked, kicked. */
  addBot(chat: TelegramChat, by: TelegramUser, standing?: Standing): void;
  removeBot(chat: TelegramChat, by: TelegramUser): void;
  /** The group becomes a supergroup, which is returned. */
  migrate(chat: TelegramChat, by: TelegramUser): TelegramChat;
  messages(chat: TelegramChat): readonly ShownMessage[];
  /** The conversation as a reader of the documentation sees it, in Markdown. */
  transcript(chat: TelegramChat): string;
}

/** The hand of the tests in the world; `push` hands an update to the polling bot. */
export const createDriver = (
  world: TelegramWorld,
  push: (kind: string, body: Params) => void,
): TelegramDriver => {
  let nextPerson = 501;
  const date = (): number => Math.floor(world.now() / 1000);

  const addChat = (chat: Partial<TelegramChat> & Pick<TelegramChat, 'id' | 'type'>): TelegramChat => {
    const full: TelegramChat = {
      is_forum: false,
      bot: 'left',
      canPost: true,
      admins: new Set(),
      topics: new Map(),
      deactivated: false,
      ...chat,
    };
    world.chats.set(full.id, full);
    return full;
  };

  const setStanding = (chat: TelegramChat, by: TelegramUser, standing: Standing): void => {
    const old = chat.bot;
    chat.bot = standing;
    // "can_post_messages: True, if the administrator can post messages in the channel" (#chatmemberadministrator)
    const rights = chat.type === 'channel' ? { can_post_messages: chat.canPost } : {};
    const member = (status: Standing): Params => ({
      user: world.me,
      status,
      ...(status === 'administrator' ? rights : {}),
    });
    push('my_chat_member', {
      chat: chatJson(chat),
      from: by,
      date: date(),
      old_chat_member: member(old),
      new_chat_member: member(standing),
    });
  };

  const speaker = (chat: TelegramChat, from: TelegramUser, options: SayOptions): Params => {
    if (options.anonymously === true)
      return {
        from: { id: 1087968824, is_bot: true, first_name: 'Group', username: 'GroupAnonymousBot' },
        sender_chat: chatJson(chat),
      };
    if (options.copiedFrom !== undefined)
      return {
        from: { id: 777000, is_bot: false, first_name: 'Telegram' },
        sender_chat: chatJson(options.copiedFrom),
        is_automatic_forward: true,
      };
    if (options.as !== undefined)
      return {
        from: { id: 136817688, is_bot: true, first_name: 'Channel', username: 'Channel_Bot' },
        sender_chat: chatJson(options.as),
      };
    return { from };
  };

  const say: TelegramDriver['say'] = (chat, from, text, options = {}) => {
    world.story.push({ chat: chat.id, who: from.first_name, text });
    // Writing to a bot starts the private chat with it, or unblocks it. "For private chats, this update is received only
    // when the bot is blocked or unblocked by the user." (https://core.telegram.org/bots/api#update)
    if (chat.type === 'private' && chat.bot === 'kicked') setStanding(chat, from, 'member');
    if (chat.type === 'private') chat.bot = 'member';
    if (!botSees({ text, isService: false, repliesToBot: options.replyTo !== undefined }, chat, world))
      return;
    push('message', {
      message_id: world.nextId++,
      date: date(),
      chat: chatJson(chat),
      ...speaker(chat, from, options),
      text,
      ...commandsIn(text),
      ...(options.isForwarded === true
        ? { forward_origin: { type: 'hidden_user', sender_user_name: 'Somebody', date: date() } }
        : {}),
      ...(options.thread === undefined ? {} : { message_thread_id: options.thread, is_topic_message: true }),
      ...(options.replyTo === undefined
        ? {}
        : {
            reply_to_message: messageJson(world, options.replyTo),
            // In groups without topics a reply opens a thread of its own, which is no topic.
            ...(chat.is_forum || chat.type !== 'supergroup'
              ? {}
              : { message_thread_id: options.replyTo.message_id }),
          }),
    });
  };

  const buttonOf = (message: ShownMessage, label: string): InlineButton => {
    const button = (message.markup?.inline_keyboard ?? []).flat().find(({ text }) => text === label);
    if (button?.callback_data === undefined) throw new Error(`no button "${label}" to press`);
    return button;
  };

  const query = (chat?: number): string => {
    const id = String(world.nextId++);
    world.queries.set(id, chat === undefined ? {} : { chat });
    return id;
  };

  return {
    say,
    person: (name, language = 'en') => {
      const id = nextPerson++;
      const user = { id, is_bot: false, first_name: name, language_code: language };
      world.users.set(id, user);
      return user;
    },
    privateChat: ({ id }) => world.chats.get(id) ?? addChat({ id, type: 'private' }),
    chat: (type, options = {}) =>
      addChat({
        id: type === 'group' ? -world.nextId++ : -(1_000_000_000_000 + world.nextId++),
        type,
        title: `A ${type}`,
        ...options,
      }),
    post: (chat, text) => {
      world.story.push({ chat: chat.id, who: chat.title ?? 'Channel', text });
      push('channel_post', {
        message_id: world.nextId++,
        date: date(),
        chat: chatJson(chat),
        sender_chat: chatJson(chat),
        text,
      });
    },
    press: (message, label, from) => {
      const id = query(message.chat);
      world.story.push({ chat: message.chat, who: from.first_name, text: `[${label}]` });
      push('callback_query', {
        id,
        from,
        chat_instance: String(message.chat),
        message: messageJson(world, message),
        data: buttonOf(message, label).callback_data,
      });
      return id;
    },
    answerTo: (id) => world.queries.get(id)?.answer,
    askInline: (from, text) => {
      const id = query();
      push('inline_query', { id, from, query: text, offset: '' });
      return id;
    },
    serve: (chat, from, service, thread) =>
      push('message', {
        message_id: world.nextId++,
        date: date(),
        chat: chatJson(chat),
        from,
        ...(thread === undefined ? {} : { message_thread_id: thread, is_topic_message: true }),
        ...service,
      }),
    addBot: (chat, by, standing = 'member') => setStanding(chat, by, standing),
    removeBot: (chat, by) => setStanding(chat, by, 'kicked'),
    migrate: (chat, by) => {
      const supergroup = addChat({
        ...chat,
        id: -(1_000_000_000_000 + world.nextId++),
        type: 'supergroup',
      });
      chat.migratedTo = supergroup.id;
      const from = { message_id: world.nextId++, date: date(), from: by };
      push('message', { ...from, chat: chatJson(chat), migrate_to_chat_id: supergroup.id });
      push('message', { ...from, chat: chatJson(supergroup), migrate_from_chat_id: chat.id });
      return supergroup;
    },
    transcript: ({ id }) => transcriptOf(world.story.filter(({ chat }) => chat === id)),
    messages: ({ id }) => world.shown.filter(({ chat }) => chat === id),
  };
};
