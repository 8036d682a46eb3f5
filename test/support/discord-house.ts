import type { Clock } from '../../src/domain/ports.ts';
import { systemClock } from '../../src/ops/clock.ts';
import type { InteractionRecord } from './discord-interactions.ts';
import type { DiscordServer } from './discord-server.ts';
import type { StoredMessage } from './discord-world.ts';
import { eventually, openWholeBot, type WholeBot } from './whole-bot.ts';

/** The whole bot with the shipped catalogue and words, between loopback feeds and the stand-in for Discord. */
export interface DiscordHouse {
  readonly bot: WholeBot;
  readonly server: DiscordServer;
  /** Resolves once the interaction has this many answers, a modal or choices. */
  answered(record: InteractionRecord, count?: number): Promise<InteractionRecord>;
  /** Resolves once what the feeds show from now on is news. */
  polled(): Promise<void>;
  /** The first message in a channel in which `word` occurs. */
  message(channel: string, word: string): Promise<StoredMessage>;
  /** Threads of a forum, oldest first. */
  posts(forum: string): readonly string[];
  close(): Promise<void>;
}

export const textOf = ({ body }: Pick<StoredMessage, 'body'>): string => JSON.stringify(body);

export const openDiscordHouse = async (
  environment: Readonly<Record<string, string>> = {},
  clock: Clock = systemClock,
): Promise<DiscordHouse> => {
  const bot = await openWholeBot({ TELEGRAM_BOT_TOKEN: '', OPERATORS: '', ...environment }, clock);
  await bot.start();
  const server = bot.discord;
  await eventually('the slash commands', () => server.commands().length > 0, 30_000);

  return {
    bot,
    server,
    answered: async (record, count = 1) => {
      const { answers } = record;
      await eventually(
        'an answer',
        () => answers.length >= count || record.modal !== undefined || record.choices !== undefined,
        30_000,
      );
      return record;
    },
    polled: () =>
      eventually('the first polls', () => bot.polls('courier') > 1 && bot.polls('gazette') > 1, 30_000),
    message: async (channel, word) => {
      const find = () => server.messages(channel).find((message) => textOf(message).includes(word));
      await eventually(`a message with ${word}`, () => find() !== undefined, 30_000);
      const found = find();
      if (found === undefined) throw new Error(`no message with ${word}`);
      return found;
    },
    posts: (forum) =>
      [...server.world.channels.values()].filter(({ parent }) => parent === forum).map(({ id }) => id),
    close: () => bot.close(),
  };
};
