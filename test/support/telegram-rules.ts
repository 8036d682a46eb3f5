import { parseTelegramHtml } from './telegram-html.ts';
import {
  chatOf,
  type InlineButton,
  messageOf,
  type Params,
  type ReplyMarkup,
  type TelegramChat,
  type TelegramWorld,
} from './telegram-world.ts';

/** One call of a method; `token` as it stood in the address. */
export interface Call {
  readonly token: string;
  readonly method: string;
  readonly params: Params;
}

export interface Refusal {
  readonly error_code: number;
  readonly description: string;
  readonly parameters?: { readonly retry_after?: number; readonly migrate_to_chat_id?: number };
}

/** A sentence of the documentation, and when and how the platform refuses a call because of it. */
export interface Rule {
  /** Methods that it governs; all where absent. */
  readonly on?: readonly string[];
  readonly says: string;
  readonly source: string;
  refuse(call: Call, world: TelegramWorld): Refusal | undefined;
}

const API = 'https://core.telegram.org/bots/api';
const FAQ = 'https://core.telegram.org/bots/faq';
/** What the documentation leaves out: texts that the open server sends (github.com/tdlib/telegram-bot-api). */
const SEEN = 'https://github.com/tdlib/telegram-bot-api';

const SENDING = ['sendMessage'];
const WRITING = ['sendMessage', 'editMessageText', 'editMessageReplyMarkup'];
const IN_CHAT = [...WRITING, 'getChat', 'getChatMember', 'getChatAdministrators', 'leaveChat'];

const bad = (description: string): Refusal => ({
  error_code: 400,
  description: `Bad Request: ${description}`,
});
const forbidden = (description: string): Refusal => ({
  error_code: 403,
  description: `Forbidden: ${description}`,
});
const tooMany = (ms: number): Refusal => {
  const retry_after = Math.max(1, Math.ceil(ms / 1000));
  return {
    error_code: 429,
    description: `Too Many Requests: retry after ${retry_after}`,
    parameters: { retry_after },
  };
};

/** A rule about the chat of the call, once it is known. */
const inChat =
  (refuse: (chat: TelegramChat, call: Call, world: TelegramWorld) => Refusal | undefined) =>
  (call: Call, world: TelegramWorld): Refusal | undefined => {
    const chat = chatOf(world, call.params);
    return chat === undefined ? undefined : refuse(chat, call, world);
  };

/** A rule about the text after entities parsing. */
const ofText =
  (refuse: (text: string) => Refusal | undefined) =>
  ({ params }: Call): Refusal | undefined => {
    const text = String(params.text ?? '');
    const parsed = params.parse_mode === 'HTML' ? parseTelegramHtml(text) : { text };
    return refuse(typeof parsed === 'string' ? text : parsed.text);
  };

/** A rule about each button. */
const ofButtons =
  (refuse: (button: InlineButton) => Refusal | undefined) =>
  ({ params }: Call): Refusal | undefined =>
    ((params.reply_markup as ReplyMarkup | undefined)?.inline_keyboard ?? [])
      .flat()
      .map(refuse)
      .find((refusal) => refusal !== undefined);

/** At most `most` messages in `span` milliseconds among those that count. */
const paced =
  (most: number, span: number, counts: (chat: TelegramChat, sentTo: number) => boolean) =>
  (chat: TelegramChat, _call: Call, world: TelegramWorld): Refusal | undefined => {
    if (!world.limits) return undefined;
    const recent = world.sends.filter(({ chat: to, at }) => at > world.now() - span && counts(chat, to));
    const oldest = recent.at(-most);
    return oldest === undefined ? undefined : tooMany(oldest.at + span - world.now());
  };

const isGroup = ({ type }: TelegramChat): boolean => type === 'group' || type === 'supergroup';

const AUTHORISING: readonly Rule[] = [
  {
    says: 'The token looks something like 123456:ABC-DEF1234ghIkl-zyx57W2v1u123ew11',
    source: `${API}#authorizing-your-bot`,
    refuse: ({ token }) =>
      /^\d+:[\w-]+$/.test(token) ? undefined : { error_code: 404, description: 'Not Found' },
  },
  {
    says: 'Each bot is given a unique authentication token when it is created.',
    source: `${API}#authorizing-your-bot`,
    refuse: ({ token }, world) =>
      token === world.token ? undefined : { error_code: 401, description: 'Unauthorized' },
  },
];

const WEBHOOKS: readonly Rule[] = [
  {
    on: ['getUpdates'],
    says: 'This method will not work if an outgoing webhook is set up.',
    source: `${API}#getupdates`,
    refuse: (_, { webhook }) =>
      webhook === undefined
        ? undefined
        : {
            error_code: 409,
            description:
              "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first",
          },
  },
  {
    on: ['setWebhook'],
    says: 'A secret token, 1-256 characters. Only characters A-Z, a-z, 0-9, _ and - are allowed.',
    source: `${API}#setwebhook`,
    refuse: ({ params: { secret_token: secret } }) =>
      secret === undefined || /^[\w-]{1,256}$/.test(String(secret))
        ? undefined
        : bad('secret token contains unallowed characters'),
  },
];

const PLACES: readonly Rule[] = [
  {
    on: IN_CHAT,
    says: 'Unique identifier for the target chat or username of the target channel (in the format @channelusername)',
    source: `${API}#sendmessage`,
    refuse: ({ params }, world) => (chatOf(world, params) === undefined ? bad('chat not found') : undefined),
  },
  {
    on: IN_CHAT,
    says: 'The group has been migrated to a supergroup with the specified identifier.',
    source: `${API}#responseparameters`,
    refuse: inChat(({ migratedTo }) =>
      migratedTo === undefined
        ? undefined
        : {
            ...bad('group chat was upgraded to a supergroup chat'),
            parameters: { migrate_to_chat_id: migratedTo },
          },
    ),
  },
  {
    on: WRITING,
    says: 'user is deactivated',
    source: SEEN,
    refuse: inChat(({ deactivated, type }) => {
      if (!deactivated) return undefined;
      return forbidden(type === 'private' ? 'user is deactivated' : 'the group chat was deleted');
    }),
  },
  {
    on: WRITING,
    says: "Bots can't initiate conversations with users. A user must either add them to a group or send them a message first.",
    source: 'https://core.telegram.org/bots',
    refuse: inChat(({ bot, type }) =>
      type === 'private' && bot === 'left'
        ? forbidden("bot can't initiate conversation with a user")
        : undefined,
    ),
  },
  {
    on: WRITING,
    says: 'bot was blocked by the user',
    source: SEEN,
    refuse: inChat(({ bot, type }) =>
      type === 'private' && bot === 'kicked' ? forbidden('bot was blocked by the user') : undefined,
    ),
  },
  {
    on: IN_CHAT,
    says: 'bot was kicked from the group chat; bot is not a member of the channel chat',
    source: SEEN,
    refuse: inChat(({ bot, type }) => {
      if (type === 'private') return undefined;
      if (bot === 'kicked') return forbidden(`bot was kicked from the ${type} chat`);
      return bot === 'left' ? forbidden(`bot is not a member of the ${type} chat`) : undefined;
    }),
  },
  {
    on: SENDING,
    says: 'can_post_messages: True, if the administrator can post messages in the channel',
    source: `${API}#chatadministratorrights`,
    refuse: inChat(({ canPost, type }) => {
      if (canPost) return undefined;
      return bad(
        type === 'channel'
          ? 'need administrator rights in the channel chat'
          : 'not enough rights to send text messages to the chat',
      );
    }),
  },
  {
    on: SENDING,
    says: 'Unique identifier for the target message thread (topic) of a forum; for forum supergroups only',
    source: `${API}#sendmessage`,
    refuse: inChat(({ topics }, { params }) => {
      if (params.message_thread_id === undefined) return undefined;
      const topic = topics.get(Number(params.message_thread_id));
      if (topic === undefined) return bad('message thread not found');
      return topic === 'closed' ? bad('TOPIC_CLOSED') : undefined;
    }),
  },
];

const TEXTS: readonly Rule[] = [
  {
    on: ['sendMessage', 'editMessageText'],
    says: 'All queries must be made using UTF-8.',
    source: `${API}#making-requests`,
    refuse: ({ params }) =>
      /\p{Surrogate}/u.test(String(params.text)) ? bad('strings must be encoded in UTF-8') : undefined,
  },
  {
    on: ['sendMessage', 'editMessageText'],
    says: 'All <, > and & symbols that are not a part of a tag or an HTML entity must be replaced with the corresponding HTML entities',
    source: `${API}#html-style`,
    refuse: ({ params }) => {
      const parsed = params.parse_mode === 'HTML' ? parseTelegramHtml(String(params.text)) : undefined;
      return typeof parsed === 'string' ? bad(`can't parse entities: ${parsed}`) : undefined;
    },
  },
  {
    on: ['sendMessage', 'editMessageText'],
    says: 'Text of the message to be sent, 1-4096 characters after entities parsing',
    source: `${API}#sendmessage`,
    refuse: ofText((text) => {
      if (text.trim() === '') return bad('message text is empty');
      return text.length > 4096 ? bad('message is too long') : undefined;
    }),
  },
  {
    on: WRITING,
    says: 'callback_data: Data to be sent in a callback query to the bot when the button is pressed, 1-64 bytes',
    source: `${API}#inlinekeyboardbutton`,
    refuse: ofButtons(({ callback_data: data }) =>
      data === undefined || (data !== '' && Buffer.byteLength(data) <= 64)
        ? undefined
        : bad('BUTTON_DATA_INVALID'),
    ),
  },
  {
    on: WRITING,
    says: 'Exactly one of the optional fields must be used to specify type of the button.',
    source: `${API}#inlinekeyboardbutton`,
    refuse: ofButtons(({ text, url, callback_data: data }) =>
      text === '' || (url === undefined) === (data === undefined)
        ? bad('text buttons are unallowed in the inline keyboard')
        : undefined,
    ),
  },
  {
    on: WRITING,
    says: 'url: HTTP or tg:// URL to be opened when the button is pressed.',
    source: `${API}#inlinekeyboardbutton`,
    refuse: ofButtons(({ url }) =>
      url === undefined || /^(?:https?|tg):\/\/\S+$/.test(url)
        ? undefined
        : bad(`inline keyboard button URL '${url}' is invalid: Wrong HTTP URL`),
    ),
  },
];

const TARGETS: readonly Rule[] = [
  {
    on: SENDING,
    says: 'Pass True if the message should be sent even if the specified message to be replied to is not found',
    source: `${API}#replyparameters`,
    refuse: inChat(({ id }, { params }, world) => {
      const reply = params.reply_parameters as Params | undefined;
      if (reply === undefined || reply.allow_sending_without_reply === true) return undefined;
      return messageOf(world, id, reply.message_id) === undefined
        ? bad('message to be replied not found')
        : undefined;
    }),
  },
  {
    on: ['editMessageText', 'editMessageReplyMarkup'],
    says: 'message_id: Identifier of the message to edit',
    source: `${API}#editmessagetext`,
    refuse: inChat(({ id }, { params }, world) =>
      messageOf(world, id, params.message_id) === undefined ? bad('message to edit not found') : undefined,
    ),
  },
  {
    on: ['editMessageText'],
    says: 'message is not modified: specified new message content and reply markup are exactly the same as a current content and reply markup of the message',
    source: SEEN,
    refuse: inChat(({ id }, { params }, world) => {
      const message = messageOf(world, id, params.message_id);
      return message?.html === params.text &&
        JSON.stringify(message?.markup) === JSON.stringify(params.reply_markup)
        ? bad(
            'message is not modified: specified new message content and reply markup are exactly the same as a current content and reply markup of the message',
          )
        : undefined;
    }),
  },
  {
    on: ['answerCallbackQuery'],
    says: 'callback_query_id: Unique identifier for the query to be answered',
    source: `${API}#answercallbackquery`,
    refuse: ({ params }, world) =>
      world.queries.has(String(params.callback_query_id))
        ? undefined
        : bad('query is too old and response timeout expired or query ID is invalid'),
  },
  {
    on: ['answerCallbackQuery'],
    says: 'text: Text of the notification. If not specified, nothing will be shown to the user, 0-200 characters',
    source: `${API}#answercallbackquery`,
    refuse: ({ params }) => (String(params.text ?? '').length > 200 ? bad('MESSAGE_TOO_LONG') : undefined),
  },
  {
    on: ['setMyCommands'],
    says: 'command: 1-32 characters. Can contain only lowercase English letters, digits and underscores. description: 1-256 characters.',
    source: `${API}#botcommand`,
    refuse: ({ params }) =>
      (params.commands as readonly { command: string; description: string }[]).every(
        ({ command, description }) =>
          /^[a-z0-9_]{1,32}$/.test(command) && description !== '' && description.length <= 256,
      )
        ? undefined
        : bad('BOT_COMMAND_INVALID'),
  },
];

const LIMITS: readonly Rule[] = [
  {
    on: SENDING,
    says: 'In a single chat, avoid sending more than one message per second.',
    source: `${FAQ}#my-bot-is-hitting-limits-how-do-i-avoid-this`,
    refuse: inChat(paced(1, 1000, ({ id }, to) => id === to)),
  },
  {
    on: SENDING,
    says: 'In a group, bots are not be able to send more than 20 messages per minute.',
    source: `${FAQ}#my-bot-is-hitting-limits-how-do-i-avoid-this`,
    refuse: inChat(paced(20, 60_000, (chat, to) => isGroup(chat) && chat.id === to)),
  },
  {
    on: SENDING,
    says: 'For bulk notifications, bots are not able to broadcast more than about 30 messages per second',
    source: `${FAQ}#how-can-i-message-all-of-my-bot-39s-subscribers-at-once`,
    refuse: inChat(paced(30, 1000, () => true)),
  },
];

/** In the order in which the platform looks. */
export const TELEGRAM_RULES: readonly Rule[] = [
  ...AUTHORISING,
  ...WEBHOOKS,
  ...PLACES,
  ...TEXTS,
  ...TARGETS,
  ...LIMITS,
];

export const refusalOf = (call: Call, world: TelegramWorld): Refusal | undefined =>
  TELEGRAM_RULES.filter(({ on }) => on === undefined || on.includes(call.method))
    .map((rule) => rule.refuse(call, world))
    .find((refusal) => refusal !== undefined);

/** A message as people write it, for the rules of what a bot gets to see. */
export interface Written {
  readonly text?: string;
  readonly isService: boolean;
  readonly repliesToBot: boolean;
}

/** What reaches a bot in privacy mode: https://core.telegram.org/bots/faq#what-messages-will-my-bot-get. */
export const PRIVACY_RULES: readonly {
  readonly says: string;
  sees(written: Written, chat: TelegramChat, world: TelegramWorld): boolean;
}[] = [
  { says: 'All service messages.', sees: ({ isService }) => isService },
  { says: 'All messages from private chats with users.', sees: (_, { type }) => type === 'private' },
  {
    says: 'All messages from channels where they are a member.',
    sees: (_, { type }) => type === 'channel',
  },
  {
    says: 'Bot admins and bots with privacy mode disabled will receive all messages except messages sent by other bots.',
    sees: (_, { bot }) => bot === 'administrator',
  },
  {
    says: 'Commands explicitly meant for them (e.g., /command@this_bot).',
    sees: ({ text }, _, { me }) => new RegExp(`^/\\w+@${me.username}\\b`, 'i').test(text ?? ''),
  },
  {
    says: 'General commands from users (e.g. /start) if the bot was the last bot to send a message to the group.',
    sees: ({ text }) => /^\/\w+(?![\w@])/.test(text ?? ''),
  },
  {
    says: 'Replies to any messages implicitly or explicitly meant for this bot.',
    sees: ({ repliesToBot }) => repliesToBot,
  },
];

export const botSees = (written: Written, chat: TelegramChat, world: TelegramWorld): boolean =>
  PRIVACY_RULES.some((rule) => rule.sees(written, chat, world));
