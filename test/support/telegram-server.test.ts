import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { parseTelegramHtml } from './telegram-html.ts';
import { TELEGRAM_RULES } from './telegram-rules.ts';
import { startTelegramServer, type TelegramServer } from './telegram-server.ts';
import type { Params, TelegramChat } from './telegram-world.ts';

let now = 1_000_000;
let server: TelegramServer;
beforeEach(async () => {
  now = 1_000_000;
  server = await startTelegramServer({ limits: true, now: () => now });
});
afterEach(() => server.close());

interface Answer {
  readonly ok: boolean;
  readonly error_code?: number;
  readonly description?: string;
  readonly parameters?: Params;
  readonly result?: unknown;
}

const call = async (method: string, params: Params = {}, token = server.token): Promise<Answer> => {
  const response = await fetch(`${server.url}/bot${token}/${method}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(params),
  });
  return (await response.json()) as Answer;
};
const chat = (options: Partial<TelegramChat> = {}): TelegramChat =>
  server.chat('supergroup', { bot: 'member', ...options });
const send = (to: { readonly id: number }, more: Params = {}): Promise<Answer> =>
  call('sendMessage', { chat_id: to.id, text: 'hello', ...more });
const button = (more: Params): Params => ({ reply_markup: { inline_keyboard: [[{ text: 'x', ...more }]] } });
const stranger = (): TelegramChat => server.privateChat(server.person('Anna'));

/** By the beginning of its sentence, a call against each rule, and what the platform answers. */
const AGAINST: readonly (readonly [string, () => Promise<Answer>, number, string])[] = [
  ['The token looks something like', () => call('getMe', {}, 'nonsense'), 404, 'Not Found'],
  ['Each bot is given a unique', () => call('getMe', {}, '1:other'), 401, 'Unauthorized'],
  [
    'This method will not work if an outgoing webhook',
    async () => {
      await call('setWebhook', { url: 'http://127.0.0.1:9/telegram' });
      return call('getUpdates');
    },
    409,
    "can't use getUpdates method while webhook is active",
  ],
  [
    'A secret token',
    () => call('setWebhook', { url: 'http://127.0.0.1:9/telegram', secret_token: 'a b' }),
    400,
    'secret token contains unallowed characters',
  ],
  ['Unique identifier for the target chat', () => send({ id: 5 }), 400, 'chat not found'],
  ['The group has been migrated', () => send(chat({ migratedTo: -100 })), 400, 'upgraded to a supergroup'],
  ['user is deactivated', () => send({ ...chat({ deactivated: true }) }), 403, 'the group chat was deleted'],
  ["Bots can't initiate conversations", () => send(stranger()), 403, "can't initiate conversation"],
  [
    'bot was blocked by the user',
    () => send(Object.assign(stranger(), { bot: 'kicked' })),
    403,
    'bot was blocked by the user',
  ],
  ['bot was kicked from', () => send(chat({ bot: 'kicked' })), 403, 'kicked from the supergroup chat'],
  ['can_post_messages', () => send(chat({ canPost: false })), 400, 'not enough rights to send text'],
  [
    'Unique identifier for the target message thread',
    () => send(chat(), { message_thread_id: 7 }),
    400,
    'message thread not found',
  ],
  ['All queries must be made using UTF-8', () => send(chat(), { text: 'a \ud83d' }), 400, 'UTF-8'],
  [
    'All <, > and & symbols',
    () => send(chat(), { text: '1 < 2', parse_mode: 'HTML' }),
    400,
    "can't parse entities",
  ],
  ['Text of the message', () => send(chat(), { text: 'x'.repeat(4097) }), 400, 'message is too long'],
  [
    'callback_data',
    () => send(chat(), button({ callback_data: 'й'.repeat(33) })),
    400,
    'BUTTON_DATA_INVALID',
  ],
  ['Exactly one of the optional', () => send(chat(), button({})), 400, 'text buttons are unallowed'],
  ['url: HTTP', () => send(chat(), button({ url: 'ftp://x' })), 400, 'Wrong HTTP URL'],
  [
    'Pass True if the message should be sent',
    () => send(chat(), { reply_parameters: { message_id: 5 } }),
    400,
    'message to be replied not found',
  ],
  [
    'message_id: Identifier',
    () => call('editMessageText', { chat_id: chat().id, message_id: 5, text: 'x' }),
    400,
    'message to edit not found',
  ],
  [
    'message is not modified',
    async () => {
      const group = chat();
      await send(group);
      const message_id = server.messages(group)[0]?.message_id;
      return call('editMessageText', { chat_id: group.id, message_id, text: 'hello' });
    },
    400,
    'message is not modified',
  ],
  [
    'callback_query_id',
    () => call('answerCallbackQuery', { callback_query_id: '5' }),
    400,
    'query is too old',
  ],
  [
    'text: Text of the notification',
    () => {
      server.world.queries.set('5', {});
      return call('answerCallbackQuery', { callback_query_id: '5', text: 'x'.repeat(201) });
    },
    400,
    'MESSAGE_TOO_LONG',
  ],
  [
    'command: 1-32',
    () => call('setMyCommands', { commands: [{ command: 'Not/valid', description: 'x' }] }),
    400,
    'BOT_COMMAND_INVALID',
  ],
  [
    'In a single chat',
    async () => {
      const group = chat();
      await send(group);
      return send(group);
    },
    429,
    'retry after 1',
  ],
  [
    'In a group',
    async () => {
      const group = chat();
      for (let at = 0; at < 20; at += 1) {
        await send(group);
        now += 1500;
      }
      return send(group);
    },
    429,
    'retry after 30',
  ],
  [
    'For bulk notifications',
    async () => {
      for (let at = 0; at < 30; at += 1) await send(chat());
      return send(chat());
    },
    429,
    'retry after 1',
  ],
];

describe('the stand-in for the Bot API', () => {
  test.each(AGAINST)('refuses what is against "%s"', async (_, against, code, description) => {
    const answer = await against();
    expect(answer).toMatchObject({
      ok: false,
      error_code: code,
      description: expect.stringContaining(description),
    });
  });

  test('has a case for each of its rules', () => {
    const without = TELEGRAM_RULES.filter(({ says }) => !AGAINST.some(([start]) => says.startsWith(start)));
    expect(without.map(({ says }) => says)).toEqual([]);
  });

  test('names a source beside each rule', () => {
    expect(TELEGRAM_RULES.filter(({ source }) => !source.startsWith('https://'))).toEqual([]);
  });

  test('accepts what is against no rule, and shows it', async () => {
    const group = chat({ is_forum: true, topics: new Map([[7, 'open']]) });
    const text = '<b>1 &lt; 2</b> <a href="https://example.com">page</a>';
    const answer = await send(group, { text, parse_mode: 'HTML', message_thread_id: 7 });
    expect(answer.ok).toBe(true);
    expect(server.messages(group)).toMatchObject([
      {
        text: '1 < 2 page',
        thread: 7,
        entities: [
          { type: 'bold', offset: 0, length: 5 },
          { type: 'text_link', offset: 6, length: 4, url: 'https://example.com' },
        ],
      },
    ]);
  });

  test('ends the older of two polls with a conflict', async () => {
    const older = call('getUpdates', { timeout: 5 });
    await new Promise((resolve) => setTimeout(resolve, 20));
    const newer = call('getUpdates', { timeout: 1 });
    expect(await older).toMatchObject({ error_code: 409 });
    expect(await newer).toEqual({ ok: true, result: [] });
  });

  test('repeats updates until a higher offset confirms them', async () => {
    const anna = server.person('Anna');
    server.say(chat({ bot: 'administrator' }), anna, 'one');
    const first = (await call('getUpdates')).result as readonly { update_id: number }[];
    expect((await call('getUpdates')).result).toEqual(first);
    expect((await call('getUpdates', { offset: (first[0]?.update_id ?? 0) + 1 })).result).toEqual([]);
  });

  test.each([
    ['talk', 'hello all', 'member', 0],
    ['a command', '/latest', 'member', 1],
    ['a command to this bot', '/latest@curbwatch_bot', 'member', 1],
    ['a command to another bot', '/latest@other_bot', 'member', 0],
    ['talk, being administrator', 'hello all', 'administrator', 1],
  ] as const)('in a group lets the bot see %s: %j', async (_, text, bot, seen) => {
    server.say(chat({ bot }), server.person('Anna'), text);
    expect((await call('getUpdates')).result).toHaveLength(seen);
  });

  test('tells of a private chat only that the bot was blocked and unblocked', async () => {
    const anna = server.person('Anna');
    const own = server.privateChat(anna);
    server.say(own, anna, '/start');
    server.removeBot(own, anna);
    server.say(own, anna, '/start');
    const updates = (await call('getUpdates')).result as readonly object[];
    expect(updates.map((update) => Object.keys(update)[1])).toEqual([
      'message',
      'my_chat_member',
      'my_chat_member',
      'message',
    ]);
  });

  test('writes down the conversation', async () => {
    const group = chat({ bot: 'administrator' });
    const anna = server.person('Anna');
    server.say(group, anna, '/start');
    await send(group, button({ callback_data: 'a~b' }));
    const [message] = server.messages(group);
    if (message !== undefined) server.press(message, 'x', anna);
    expect(server.transcript(group)).toBe(
      '**Anna**\n> /start\n\n**Curbwatch**\n> hello\n>\n> `[ x ]`\n\n**Anna**\n> [x]\n',
    );
  });
});

describe('entity parsing', () => {
  test.each([
    ['<b>open', 'Can\'t find end tag corresponding to start tag "b"'],
    ['<b><i>x</b></i>', 'Unmatched end tag at byte offset 7, expected "</i>", found "</b>"'],
    ['<blink>x</blink>', 'Unsupported start tag "blink" at byte offset 0'],
    ['й < x', 'Unclosed start tag at byte offset 3'],
    ['x</b>', 'Unexpected end tag at byte offset 1'],
  ])('refuses %s', (html, error) => {
    expect(parseTelegramHtml(html)).toBe(error);
  });

  test('knows four names and all numbers', () => {
    expect(parseTelegramHtml('&lt;&gt;&amp;&quot;&#1049;&#x1F600;&nbsp;')).toMatchObject({
      text: '<>&"Й😀&nbsp;',
    });
  });
});
