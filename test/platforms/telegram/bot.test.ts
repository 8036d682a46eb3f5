import { afterEach, describe, expect, test } from '@jest/globals';
import type { Answer } from '../../../src/domain/command.ts';
import { openTelegramStage, type TelegramBotStage, textAnswer } from '../../support/telegram-stage.ts';
import { until } from '../../support/until.ts';

let stage: TelegramBotStage | undefined;
const open = async (...options: Parameters<typeof openTelegramStage>): Promise<TelegramBotStage> => {
  stage = await openTelegramStage(...options);
  return stage;
};
afterEach(async () => {
  await stage?.close();
  stage = undefined;
});

const lastText = (of: TelegramBotStage): string | undefined => of.server.sends.at(-1)?.text;

describe('a private chat', () => {
  test('answers a command with what the commands say, in the language of the asker', async () => {
    const on = await open();
    const anna = on.server.person('Anna', 'de');
    const chat = on.server.privateChat(anna);
    on.server.say(chat, anna, '/subscribe binance okx in nigeria');
    await until(() => lastText(on) === 'subscribe binance okx in nigeria (set-up)');
    expect(on.commands).toEqual([
      {
        name: 'subscribe',
        words: 'binance okx in nigeria',
        destination: { platform: 'telegram', chat: String(chat.id) },
        language: 'de',
        may: 'set-up',
        asker: String(anna.id),
      },
    ]);
  });

  test('gives the operators their rights', async () => {
    const on = await open({ operators: new Set(['501']) });
    const root = on.server.person('Root');
    on.server.say(on.server.privateChat(root), root, '/ops');
    await until(() => on.commands.length === 1);
    expect(on.commands).toMatchObject([{ name: 'ops', may: 'operate', asker: '501' }]);
  });

  test('says that it failed when a command throws, and goes on', async () => {
    const on = await open({
      onCommand: ({ name }) =>
        name === 'latest' ? Promise.reject(new Error('broken')) : Promise.resolve(textAnswer('fine')),
    });
    const anna = on.server.person('Anna');
    const chat = on.server.privateChat(anna);
    on.server.say(chat, anna, '/latest');
    on.server.say(chat, anna, '/help');
    await until(() => on.server.messages(chat).length === 2);
    expect(on.server.messages(chat).map(({ text }) => text)).toEqual(['en: failed', 'fine']);
    expect(on.log.map(({ event }) => event)).toContain('telegram.command-failed');
  });

  test('answers one chat while another waits for its answer', async () => {
    let release: (answer: Answer) => void = () => undefined;
    const slow = new Promise<Answer>((resolve) => {
      release = resolve;
    });
    const on = await open({
      onCommand: ({ name }) => (name === 'latest' ? slow : Promise.resolve(textAnswer('quick'))),
    });
    const [anna, ben] = [on.server.person('Anna'), on.server.person('Ben')];
    on.server.say(on.server.privateChat(anna), anna, '/latest');
    on.server.say(on.server.privateChat(ben), ben, '/help');
    await until(() => lastText(on) === 'quick');
    release(textAnswer('at last'));
    await until(() => lastText(on) === 'at last');
    expect(on.server.sends).toHaveLength(2);
  });

  test('answers the commands of one chat in their order', async () => {
    const on = await open();
    const anna = on.server.person('Anna');
    for (const words of ['1', '2', '3', '4'])
      on.server.say(on.server.privateChat(anna), anna, `/check ${words}`);
    await until(() => on.server.sends.length === 4);
    expect(on.server.sends.map(({ text }) => text)).toEqual([1, 2, 3, 4].map((at) => `check ${at} (set-up)`));
  });

  test('refuses a flood beyond what may wait', async () => {
    let release: (answer: Answer) => void = () => undefined;
    const slow = new Promise<Answer>((resolve) => {
      release = resolve;
    });
    const on = await open({ onCommand: () => slow });
    const anna = on.server.person('Anna');
    on.server.say(on.server.privateChat(anna), anna, '/latest');
    await until(() => on.commands.length === 1);
    for (let at = 0; at < 49; at += 1) on.server.say(on.server.privateChat(anna), anna, '/latest');
    await until(() => on.log.filter(({ event }) => event === 'telegram.flood').length === 40);
    release({ cards: [], private: false });
    await until(() => on.commands.length === 10);
    expect(on.commands).toHaveLength(10);
  });

  test('waits out the limits of Telegram before it answers again', async () => {
    const on = await open();
    const anna = on.server.person('Anna');
    on.server.fail('sendMessage', {
      error_code: 429,
      description: 'Too Many Requests: retry after 1',
      parameters: { retry_after: 1 },
    });
    on.server.say(on.server.privateChat(anna), anna, '/latest');
    await until(() => on.server.sends.length === 1);
    expect(on.server.calls.filter(({ method }) => method === 'sendMessage')).toHaveLength(2);
  });

  test('sends an answer as plain text when Telegram cannot parse it', async () => {
    const on = await open();
    const anna = on.server.person('Anna');
    on.server.fail('sendMessage', { error_code: 400, description: "Bad Request: can't parse entities: x" });
    on.server.say(on.server.privateChat(anna), anna, '/latest');
    await until(() => on.server.sends.length === 1);
    expect(on.server.sends[0]?.entities).toEqual([]);
    expect(on.log.map(({ event }) => event)).toContain('telegram.answer-rejected');
  });
});

describe('a group', () => {
  test('hears commands, not talk, and hangs the answer under the question', async () => {
    const on = await open();
    const ben = on.server.person('Ben');
    const group = on.server.chat('supergroup', { bot: 'member' });
    on.server.say(group, ben, 'is binance still open?');
    on.server.say(group, ben, '/check@other_bot binance');
    on.server.say(group, ben, '/check@Curbwatch_Bot binance');
    await until(() => on.server.sends.length === 1);
    expect(on.commands.map(({ words }) => words)).toEqual(['binance']);
    expect(on.server.calls.find(({ method }) => method === 'sendMessage')?.params).toHaveProperty(
      'reply_parameters',
    );
  });

  test.each([
    ['an administrator', true, 'set-up'],
    ['anyone else', false, 'ask'],
  ])('lets %s do what is due to them', async (_, isAdmin, may) => {
    const on = await open();
    const ben = on.server.person('Ben');
    const group = on.server.chat('group', { bot: 'member', admins: new Set(isAdmin ? [ben.id] : []) });
    on.server.say(group, ben, '/subscribe');
    await until(() => on.commands.length === 1);
    expect(on.commands).toMatchObject([{ may }]);
  });

  test('asks Telegram for the administrators once for several commands', async () => {
    const on = await open();
    const ben = on.server.person('Ben');
    const group = on.server.chat('group', { bot: 'member', admins: new Set([ben.id]) });
    for (const text of ['/filters', '/latest', '/subscribe']) on.server.say(group, ben, text);
    await until(() => on.server.sends.length === 3);
    expect(on.server.calls.filter(({ method }) => method === 'getChatAdministrators')).toHaveLength(1);
  });

  test('takes somebody whose rights cannot be checked for a guest', async () => {
    const on = await open();
    const ben = on.server.person('Ben');
    const group = on.server.chat('group', { bot: 'member', admins: new Set([ben.id]) });
    on.server.fail('getChatAdministrators', { error_code: 500, description: 'Internal Server Error' });
    on.server.say(group, ben, '/subscribe');
    await until(() => on.commands.length === 1);
    expect(on.commands).toMatchObject([{ may: 'ask' }]);
  });

  test('knows an anonymous administrator', async () => {
    const on = await open();
    const group = on.server.chat('supergroup', { bot: 'member' });
    on.server.say(group, on.server.person('Ben'), '/subscribe', { anonymously: true });
    await until(() => on.commands.length === 1);
    expect(on.commands).toEqual([expect.objectContaining({ may: 'set-up' })]);
    expect(on.commands[0]).not.toHaveProperty('asker');
  });

  test('does not take a copied post of the linked channel for a command', async () => {
    const on = await open();
    const channel = on.server.chat('channel');
    const group = on.server.chat('supergroup', { bot: 'administrator' });
    const ben = on.server.person('Ben');
    on.server.say(group, ben, '/subscribe', { copiedFrom: channel });
    on.server.say(group, ben, '/latest');
    await until(() => on.commands.length === 1);
    expect(on.commands.map(({ name }) => name)).toEqual(['latest']);
  });

  test('lets somebody who speaks as a channel only ask', async () => {
    const on = await open();
    const group = on.server.chat('supergroup', { bot: 'member' });
    on.server.say(group, on.server.person('Ben'), '/subscribe', { as: on.server.chat('channel') });
    await until(() => on.commands.length === 1);
    expect(on.commands).toMatchObject([{ may: 'ask' }]);
  });

  test.each([
    ['is meant for another bot', '/check@other_bot binance', {}],
    ['is passed on from elsewhere', '/check binance', { isForwarded: true }],
    ['is talk', 'check binance', {}],
  ])('leaves alone what %s, though an administrator sees it', async (_, text, options) => {
    const on = await open();
    const ben = on.server.person('Ben');
    const group = on.server.chat('supergroup', { bot: 'administrator' });
    on.server.say(group, ben, text, options);
    on.server.say(group, ben, '/latest');
    await until(() => on.commands.length === 1);
    expect(on.commands.map(({ name }) => name)).toEqual(['latest']);
  });

  test('answers in the topic, and takes a thread of replies for no topic', async () => {
    const on = await open();
    const ben = on.server.person('Ben');
    const forum = on.server.chat('supergroup', {
      bot: 'member',
      is_forum: true,
      topics: new Map([[7, 'open']]),
    });
    on.server.say(forum, ben, '/latest', { thread: 7 });
    const answer = await until(() => on.server.messages(forum)[0]);
    const group = on.server.chat('supergroup', { bot: 'member' });
    on.server.say(group, ben, '/latest', { replyTo: answer });
    await until(() => on.server.messages(group).length === 1);
    expect(on.commands.map(({ destination }) => destination.thread)).toEqual(['7', undefined]);
    expect(answer.thread).toBe(7);
  });

  test('follows a group that becomes a supergroup', async () => {
    const on = await open();
    const ben = on.server.person('Ben');
    const group = on.server.chat('group', { bot: 'member' });
    const supergroup = on.server.migrate(group, ben);
    await until(() => on.moves.length === 1);
    expect(on.moves).toEqual([
      [
        { platform: 'telegram', chat: String(group.id) },
        { platform: 'telegram', chat: String(supergroup.id) },
      ],
    ]);
  });

  test('completes a question by the reply to it', async () => {
    const on = await open({
      onCommand: ({ name, words }) =>
        Promise.resolve(
          words === ''
            ? {
                cards: [{ shape: 'text', paragraphs: [['Which exchange?']], asks: 'exchange', buttons: [] }],
                private: false,
              }
            : textAnswer(`${name}: ${words}`),
        ),
    });
    const ben = on.server.person('Ben');
    const group = on.server.chat('supergroup', { bot: 'member' });
    on.server.say(group, ben, '/exchange');
    const question = await until(() => on.server.messages(group)[0]);
    expect(question.markup).toEqual({ force_reply: true, selective: true });
    on.server.say(group, ben, 'binance', { replyTo: question });
    await until(() => lastText(on) === 'exchange: binance');
    expect(on.commands.map(({ words }) => words)).toEqual(['', 'binance']);
  });
});

describe('a channel', () => {
  test('takes commands from its posts: posting is the right', async () => {
    const on = await open();
    const channel = on.server.chat('channel', { bot: 'administrator' });
    on.server.post(channel, '/subscribe binance');
    await until(() => on.server.messages(channel).length === 1);
    expect(on.commands).toMatchObject([{ name: 'subscribe', may: 'set-up' }]);
  });

  test('is set up from the private chat of its administrator', async () => {
    const on = await open();
    const anna = on.server.person('Anna');
    const channel = on.server.chat('channel', {
      bot: 'administrator',
      username: 'anna_news',
      admins: new Set([anna.id, on.server.world.me.id]),
    });
    on.server.world.users.set(on.server.world.me.id, on.server.world.me);
    on.server.say(on.server.privateChat(anna), anna, '/subscribe @anna_news binance');
    await until(() => on.server.messages(on.server.privateChat(anna)).length === 1);
    expect(on.commands).toMatchObject([
      { words: 'binance', destination: { platform: 'telegram', chat: String(channel.id) }, may: 'set-up' },
    ]);
    expect(on.server.messages(channel)).toEqual([]);
  });

  test.each([
    ['who does not administer it', { bot: 'administrator' as const }, 'en: chat-not-yours'],
    ['when it does not exist', undefined, 'en: chat-unknown'],
    [
      'whose channel does not let the bot post',
      { bot: 'administrator' as const, admins: new Set([501]) },
      'en: chat-closed-to-us',
    ],
  ])('is not set up by somebody %s', async (_, chat, answer) => {
    const on = await open();
    const anna = on.server.person('Anna');
    if (chat !== undefined) on.server.chat('channel', { ...chat, username: 'anna_news' });
    on.server.say(on.server.privateChat(anna), anna, '/subscribe @anna_news binance');
    await until(() => lastText(on) === answer);
    expect(on.commands).toEqual([]);
  });
});

describe('coming and going', () => {
  test.each([
    ['a group', 'group', 'member'],
    ['a channel', 'channel', 'administrator'],
  ] as const)('tells of being added to and removed from %s', async (_, type, standing) => {
    const on = await open();
    const ben = on.server.person('Ben', 'pt-br');
    const chat = on.server.chat(type);
    on.server.addBot(chat, ben, standing);
    on.server.removeBot(chat, ben);
    await until(() => on.presences.length === 2);
    const common = { place: type, by: String(ben.id), language: 'pt-br' };
    expect(on.presences).toMatchObject([
      { ...common, present: true, joined: true },
      { ...common, present: false, joined: false },
    ]);
  });

  test('greets in the group to which it was added', async () => {
    const on = await open({ onPresence: async () => textAnswer('hello') });
    const group = on.server.chat('group');
    on.server.addBot(group, on.server.person('Ben'));
    await until(() => on.server.messages(group).length === 1);
    expect(on.server.messages(group)).toMatchObject([{ text: 'hello' }]);
  });

  test('says nothing in a channel, but to who added it there', async () => {
    const on = await open({ onPresence: async ({ joined }) => (joined ? textAnswer('hello') : undefined) });
    const ben = on.server.person('Ben');
    const chat = on.server.privateChat(ben);
    chat.bot = 'member';
    const channel = on.server.chat('channel');
    on.server.addBot(channel, ben, 'administrator');
    await until(() => on.server.messages(chat).length === 1);
    expect(on.server.messages(channel)).toEqual([]);
  });

  test('tells when a closed topic is open again', async () => {
    const on = await open();
    const forum = on.server.chat('supergroup', { is_forum: true, bot: 'member' });
    on.server.serve(forum, on.server.person('Ben'), { forum_topic_reopened: {} }, 7);
    await until(() => on.presences.length === 1);
    expect(on.presences).toMatchObject([
      { destination: { chat: String(forum.id), thread: '7' }, present: true, joined: false },
    ]);
  });
});
