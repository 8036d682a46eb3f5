import type { Answer, Command } from '../../src/domain/command.ts';
import type { Destination } from '../../src/domain/destination.ts';
import type { Logger } from '../../src/domain/ports.ts';
import { createTelegram, type TelegramBot, type TelegramOptions } from '../../src/platforms/telegram/bot.ts';
import type { Presence } from '../../src/platforms/telegram/parse-update.ts';
import { startTelegramServer, type TelegramServer } from './telegram-server.ts';

/** The real bot against the stand-in for Telegram, and what it heard. */
export interface TelegramBotStage {
  readonly server: TelegramServer;
  readonly bot: TelegramBot;
  readonly commands: readonly Command[];
  readonly presences: readonly Presence[];
  readonly moves: readonly (readonly [Destination, Destination])[];
  readonly log: readonly { readonly event: string; readonly fields?: Readonly<Record<string, unknown>> }[];
  readonly refusals: readonly string[];
  close(): Promise<void>;
}

export const textAnswer = (text: string, more: Partial<Answer> = {}): Answer => ({
  cards: [{ shape: 'text', paragraphs: [[text]], buttons: [] }],
  private: false,
  ...more,
});

/** By default each command is answered with its name and words. */
export const openTelegramStage = async (
  options: Partial<TelegramOptions> & { readonly server?: TelegramServer } = {},
): Promise<TelegramBotStage> => {
  const server = options.server ?? (await startTelegramServer());
  const commands: Command[] = [];
  const presences: Presence[] = [];
  const moves: [Destination, Destination][] = [];
  const refusals: string[] = [];
  const log: { event: string; fields?: Readonly<Record<string, unknown>> }[] = [];
  const write = (event: string, fields?: Readonly<Record<string, unknown>>): void => {
    log.push({ event, ...(fields === undefined ? {} : { fields }) });
  };
  const logger: Logger = { debug: write, info: write, warn: write, error: write };
  const bot = createTelegram({
    token: server.token,
    apiRoot: server.url,
    operators: new Set(),
    menu: [],
    logger,
    clock: { now: Date.now, monotonic: () => performance.now() },
    firstPause: 10,
    onUnauthorised: (why) => refusals.push(why),
    say: (language, phrase) => `${language}: ${phrase}`,
    ...options,
    onCommand: (command) => {
      commands.push(command);
      return (
        options.onCommand?.(command) ??
        Promise.resolve(textAnswer(`${command.name} ${command.words} (${command.may})`))
      );
    },
    onPresence: async (presence) => {
      presences.push(presence);
      return options.onPresence?.(presence);
    },
    onMoved: async (from, to) => {
      moves.push([from, to]);
    },
  });
  await bot.start();
  return {
    server,
    bot,
    commands,
    presences,
    moves,
    log,
    refusals,
    close: async () => {
      await bot.stop();
      if (options.server === undefined) await server.close();
    },
  };
};
