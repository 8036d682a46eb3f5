import type { TelegramEntity } from './telegram-html.ts';

export interface TelegramUser {
  readonly id: number;
  readonly is_bot: boolean;
  readonly first_name: string;
  readonly username?: string;
  readonly language_code?: string;
}

/** What the bot is in a chat; a private chat is `left` until the person starts the bot. */
export type Standing = 'member' | 'administrator' | 'left' | 'kicked';

export interface TelegramChat {
  id: number;
  readonly type: 'private' | 'group' | 'supergroup' | 'channel';
  readonly title?: string;
  readonly username?: string;
  readonly is_forum: boolean;
  bot: Standing;
  /** The right to post (channels) or to send messages (groups). */
  canPost: boolean;
  /** User ids. */
  readonly admins: Set<number>;
  /** Open or closed topics by thread id. */
  readonly topics: Map<number, 'open' | 'closed'>;
  deactivated: boolean;
  migratedTo?: number;
}

/** A message that people see now, as the bot last sent or edited it. */
export interface ShownMessage {
  readonly message_id: number;
  readonly chat: number;
  readonly thread?: number;
  text: string;
  html: string;
  entities: readonly TelegramEntity[];
  markup: ReplyMarkup | undefined;
  readonly replyTo?: number;
  readonly silent: boolean;
  edits: number;
  isDeleted?: boolean;
}

export interface InlineButton {
  readonly text: string;
  readonly url?: string;
  readonly callback_data?: string;
}

export interface ReplyMarkup {
  readonly inline_keyboard?: readonly (readonly InlineButton[])[];
  readonly force_reply?: boolean;
}

export interface Update {
  readonly update_id: number;
  readonly kind: string;
  readonly body: Readonly<Record<string, unknown>>;
}

/** One turn of a conversation. */
export interface Spoken {
  readonly chat: number;
  readonly who: string;
  readonly text: string;
  readonly buttons?: readonly (readonly string[])[];
  readonly isEdit?: boolean;
  /** A notice to the one who pressed, which the chat does not show. */
  readonly isNotice?: boolean;
}

export type Params = Readonly<Record<string, unknown>>;

/** Where updates are posted to instead of waiting for a poll, and how that goes. */
export interface WebhookState {
  readonly url: string;
  readonly secret: string | undefined;
  readonly allowed: readonly string[] | undefined;
  lastError?: { readonly date: number; readonly message: string };
}

/** All that the stand-in knows. The rules read it, the methods change it. */
export interface TelegramWorld {
  readonly token: string;
  readonly me: TelegramUser;
  readonly chats: Map<number, TelegramChat>;
  readonly users: Map<number, TelegramUser>;
  readonly shown: ShownMessage[];
  readonly queries: Map<string, { chat?: number; answer?: Params }>;
  readonly settings: Map<string, unknown>;
  /** When each accepted message was sent, for the limits. */
  readonly sends: { readonly chat: number; readonly at: number }[];
  /** All that was said, pressed, sent and edited, in its order. */
  readonly story: Spoken[];
  updates: Update[];
  webhook?: WebhookState | undefined;
  nextId: number;
  /** Whether the limits on sending apply. */
  limits: boolean;
  now(): number;
}

export const chatOf = (world: TelegramWorld, { chat_id: id }: Params): TelegramChat | undefined =>
  typeof id === 'string' && id.startsWith('@')
    ? [...world.chats.values()].find(({ username }) => username === id.slice(1))
    : world.chats.get(Number(id));

export const messageOf = (world: TelegramWorld, chat: number, id: unknown): ShownMessage | undefined =>
  world.shown.find((message) => message.chat === chat && message.message_id === Number(id));

/** The chat as updates and results carry it. */
export const chatJson = ({ id, type, title, username, is_forum }: TelegramChat): Params => ({
  id,
  type,
  ...(title === undefined ? {} : { title }),
  ...(username === undefined ? {} : { username }),
  ...(is_forum ? { is_forum } : {}),
});

export const messageJson = (world: TelegramWorld, message: ShownMessage): Params => {
  const chat = world.chats.get(message.chat);
  return {
    message_id: message.message_id,
    date: Math.floor(world.now() / 1000),
    chat: chat === undefined ? { id: message.chat } : chatJson(chat),
    from: world.me,
    text: message.text,
    entities: message.entities,
    ...(message.thread === undefined ? {} : { message_thread_id: message.thread, is_topic_message: true }),
    ...(message.markup === undefined ? {} : { reply_markup: message.markup }),
  };
};
