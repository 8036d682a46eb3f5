import type { Clock } from '../../src/domain/ports.ts';
import { systemClock } from '../../src/ops/clock.ts';
import type { TelegramServer } from './telegram-server.ts';
import type { ShownMessage, TelegramChat, TelegramUser } from './telegram-world.ts';
import { until } from './until.ts';
import { openWholeBot, type WholeBot } from './whole-bot.ts';

/** A person in their private chat with the bot. */
export interface Correspondent {
  readonly person: TelegramUser;
  readonly chat: TelegramChat;
  /** Writes; resolves to the bot's next message there. */
  say(text: string): Promise<ShownMessage>;
  /** Presses a button of the bot's last message; resolves to what the chat shows last then. */
  press(label: string): Promise<ShownMessage>;
  /** The bot's last message. */
  last(): ShownMessage;
}

/** The whole bot with the shipped catalogue and words, between loopback feeds and the stand-in for Telegram. */
export interface TelegramHouse {
  readonly bot: WholeBot;
  readonly server: TelegramServer;
  meet(name: string, language?: string): Correspondent;
  /** Does something; resolves to the last message of the chat once the bot has said or changed one there. */
  answered(chat: TelegramChat, act: () => unknown): Promise<ShownMessage>;
  close(): Promise<void>;
}

export const labelsOf = ({ markup }: ShownMessage): readonly string[] =>
  (markup?.inline_keyboard ?? []).flat().map(({ text }) => text);

export const openTelegramHouse = async (
  environment: Readonly<Record<string, string>> = {},
  clock: Clock = systemClock,
): Promise<TelegramHouse> => {
  const bot = await openWholeBot({ DISCORD_BOT_TOKEN: '', ...environment }, clock);
  await bot.start();
  const server = bot.telegram;
  const { story, me } = server.world;

  const spoken = ({ id }: TelegramChat): number =>
    story.filter(({ chat, who }) => chat === id && who === me.first_name).length;
  const last = (chat: TelegramChat): ShownMessage => {
    const message = server.messages(chat).at(-1);
    if (message === undefined) throw new Error('the bot has said nothing there');
    return message;
  };
  const answered: TelegramHouse['answered'] = async (chat, act) => {
    const before = spoken(chat);
    act();
    await until(() => spoken(chat) > before, 'the bot to say something');
    return last(chat);
  };
  const meet: TelegramHouse['meet'] = (name, language = 'en') => {
    const person = server.person(name, language);
    const chat = server.privateChat(person);
    return {
      person,
      chat,
      say: (text) => answered(chat, () => server.say(chat, person, text)),
      press: (label) => answered(chat, () => server.press(last(chat), label, person)),
      last: () => last(chat),
    };
  };
  return { bot, server, meet, answered, close: () => bot.close() };
};
