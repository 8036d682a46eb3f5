import { parseTelegramHtml } from './telegram-html.ts';
import {
  chatJson,
  chatOf,
  messageJson,
  messageOf,
  type Params,
  type ReplyMarkup,
  type ShownMessage,
  type TelegramChat,
  type TelegramWorld,
} from './telegram-world.ts';

/** What an accepted call does and returns. The rules have let it through. */
type Method = (params: Params, world: TelegramWorld) => unknown;

const required = (world: TelegramWorld, params: Params): TelegramChat => {
  const chat = chatOf(world, params);
  if (chat === undefined) throw new Error('the rules let a call without a chat through');
  return chat;
};

const parsedText = ({ text, parse_mode: mode }: Params): Pick<ShownMessage, 'text' | 'html' | 'entities'> => {
  const html = String(text);
  const parsed = mode === 'HTML' ? parseTelegramHtml(html) : { text: html, entities: [] };
  if (typeof parsed === 'string') throw new Error(`the rules let a text through: ${parsed}`);
  return { ...parsed, html };
};

const replyTarget = (world: TelegramWorld, chat: number, params: Params): { replyTo?: number } => {
  const id = (params.reply_parameters as Params | undefined)?.message_id;
  return id !== undefined && messageOf(world, chat, id) !== undefined ? { replyTo: Number(id) } : {};
};

const tell = (world: TelegramWorld, { chat, text, markup }: ShownMessage, isEdit: boolean): void => {
  const buttons = (markup?.inline_keyboard ?? []).map((row) => row.map((button) => button.text));
  world.story.push({ chat, who: world.me.first_name, text, buttons, isEdit });
};

const sendMessage: Method = (params, world) => {
  const chat = required(world, params);
  const message: ShownMessage = {
    message_id: world.nextId++,
    chat: chat.id,
    ...(params.message_thread_id === undefined ? {} : { thread: Number(params.message_thread_id) }),
    ...parsedText(params),
    markup: params.reply_markup as ReplyMarkup | undefined,
    ...replyTarget(world, chat.id, params),
    silent: params.disable_notification === true,
    edits: 0,
  };
  world.shown.push(message);
  tell(world, message, false);
  world.sends.push({ chat: chat.id, at: world.now() });
  return messageJson(world, message);
};

const editMessageText: Method = (params, world) => {
  const message = messageOf(world, required(world, params).id, params.message_id);
  if (message === undefined) throw new Error('the rules let an edit of nothing through');
  Object.assign(message, parsedText(params), { markup: params.reply_markup, edits: message.edits + 1 });
  tell(world, message, true);
  return messageJson(world, message);
};

const memberOf: Method = (params, world) => {
  const chat = required(world, params);
  const id = Number(params.user_id);
  const user = id === world.me.id ? world.me : world.users.get(id);
  if (id === world.me.id)
    return {
      user,
      status: chat.bot,
      ...(chat.bot === 'administrator' ? { can_post_messages: chat.canPost } : {}),
    };
  return { user, status: chat.admins.has(id) ? 'administrator' : 'member' };
};

/** Settings are kept per method, scope and language, and read back by the `get` of the same name. */
const settingKey = (method: string, { scope, language_code: language }: Params): string =>
  [method.replace(/^[sg]etMy/, ''), JSON.stringify(scope ?? { type: 'default' }), language ?? ''].join('|');

const setting =
  (name: string, field: string): Method =>
  (params, world) => {
    world.settings.set(settingKey(name, params), params[field]);
    return true;
  };

export const TELEGRAM_METHODS: Readonly<Record<string, Method>> = {
  getMe: (_, { me }) => ({
    ...me,
    can_join_groups: true,
    can_read_all_group_messages: false,
    supports_inline_queries: true,
  }),
  getWebhookInfo: (_, { webhook, updates }) => ({
    url: webhook?.url ?? '',
    has_custom_certificate: false,
    pending_update_count: updates.length,
    ...(webhook?.lastError !== undefined && {
      last_error_date: webhook.lastError.date,
      last_error_message: webhook.lastError.message,
    }),
  }),
  setWebhook: ({ url, secret_token: secret, allowed_updates: allowed }, world) => {
    world.webhook = {
      url: String(url),
      secret: secret as string | undefined,
      allowed: allowed as readonly string[] | undefined,
    };
    return true;
  },
  deleteWebhook: (_, world) => {
    world.webhook = undefined;
    return true;
  },
  sendMessage,
  editMessageText,
  editMessageReplyMarkup: (params, world) => {
    const message = messageOf(world, required(world, params).id, params.message_id);
    if (message === undefined) throw new Error('the rules let an edit of nothing through');
    message.markup = params.reply_markup as ReplyMarkup | undefined;
    return messageJson(world, message);
  },
  deleteMessage: (params, world) => {
    const message = messageOf(world, required(world, params).id, params.message_id);
    if (message !== undefined) message.isDeleted = true;
    return true;
  },
  answerCallbackQuery: (params, world) => {
    const id = String(params.callback_query_id);
    const { chat } = world.queries.get(id) ?? {};
    world.queries.set(id, { answer: params });
    if (chat !== undefined && params.text !== undefined)
      world.story.push({ chat, who: world.me.first_name, text: String(params.text), isNotice: true });
    return true;
  },
  answerInlineQuery: (params, world) => {
    world.queries.set(String(params.inline_query_id), { answer: params });
    return true;
  },
  getChat: (params, world) => chatJson(required(world, params)),
  getChatMember: memberOf,
  getChatAdministrators: (params, world) => {
    const { admins, type, canPost } = required(world, params);
    return [...admins].map((id) => ({
      user: world.users.get(id),
      status: 'administrator',
      ...(type === 'channel' ? { can_post_messages: id !== world.me.id || canPost } : {}),
    }));
  },
  leaveChat: (params, world) => {
    required(world, params).bot = 'left';
    return true;
  },
  setMyCommands: setting('setMyCommands', 'commands'),
  getMyCommands: (params, world) => world.settings.get(settingKey('getMyCommands', params)) ?? [],
  setMyDescription: setting('setMyDescription', 'description'),
  getMyDescription: (params, world) => ({
    description: world.settings.get(settingKey('getMyDescription', params)) ?? '',
  }),
  setMyShortDescription: setting('setMyShortDescription', 'short_description'),
  getMyShortDescription: (params, world) => ({
    short_description: world.settings.get(settingKey('getMyShortDescription', params)) ?? '',
  }),
};
