import type { Settings } from '../config/settings.ts';
import type { Answer, Command } from '../domain/command.ts';
import { type Destination, PLATFORMS, type Platform } from '../domain/destination.ts';
import type { Outcome } from '../domain/outcome.ts';
import type { Clock, Logger, Messenger, Words } from '../domain/ports.ts';
import type { Receiver } from '../ops/health-server.ts';
import type { DiscordOptions, Divided } from '../platforms/discord/create-discord.ts';
import type { TelegramOptions } from '../platforms/telegram/bot.ts';
import { createTerminal, type TerminalOptions } from '../platforms/terminal/bot.ts';
import type { Ties } from './ties.ts';

/** A platform as the app starts, stops and asks after it. */
export interface PlatformBot {
  readonly messenger: Messenger;
  /** What the platform posts to us, where it is told to; at any process that the address leads to. */
  readonly receiver?: Receiver;
  /** Instead of `start`, where several processes may each do some of it. */
  readonly divided?: Divided;
  start(): Promise<void>;
  stop(): Promise<void>;
  health(): { readonly state: string; readonly why?: string };
  /** Another process asked something in a private chat. */
  asked?(place: string, asks: string | undefined): void;
  /** Where the platform has links that carry a wish; undefined before it has told us our name. */
  linksTo?(payload: string): { readonly person: string; readonly group: string } | undefined;
  /** Which of the rights that alerts need are missing there; undefined where it does not know. */
  missingRights?(destination: Destination): readonly string[] | undefined;
  /** Where a person's direct messages have an address of their own. */
  openDirect?(userId: string): Promise<Destination | Outcome>;
  /** What people call a place, where the platform has told us. */
  placeName?(destination: Destination): string | undefined;
}

/** The terminal's streams; absent where the bot runs on Telegram and Discord alone. */
export type TerminalStreams = Pick<
  TerminalOptions,
  'input' | 'output' | 'isTTY' | 'colour' | 'columns' | 'onEnd'
>;

export interface PlatformParts {
  readonly settings: Settings;
  readonly terminal?: TerminalStreams;
  readonly words: Words;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly menu: TelegramOptions['menu'];
  readonly commandTable: DiscordOptions['commandTable'];
  readonly complete: DiscordOptions['complete'];
  readonly onCommand: (command: Command) => Promise<Answer>;
  readonly onTelegramPresence: TelegramOptions['onPresence'];
  readonly onDiscordPresence: DiscordOptions['onPresence'];
  readonly onMoved: (from: Destination, to: Destination) => Promise<void>;
  /** A question of ours in a private chat of Telegram, for other processes. */
  readonly onAsked: (place: string, asks: string | undefined) => void;
  readonly takeTurn: Ties['takeTurn'];
  readonly onUnauthorised: (platform: Platform, why: string) => void;
}

const operatorsOf = (settings: Settings, platform: Platform): ReadonlySet<string> =>
  new Set(
    settings.operators
      .filter((id) => id.startsWith(`${platform}-`))
      .map((id) => id.slice(platform.length + 1)),
  );

const openTelegram = async (parts: PlatformParts, token: string): Promise<PlatformBot> => {
  // Loaded only where it is used: a library that is not needed costs no start-up time.
  const { createTelegram } = await import('../platforms/telegram/bot.ts');
  const { settings, words, clock, logger } = parts;
  return createTelegram({
    token,
    apiRoot: settings.telegramApiRoot,
    ...(settings.telegramWebhook !== undefined && { webhook: settings.telegramWebhook }),
    operators: operatorsOf(settings, 'telegram'),
    menu: parts.menu,
    clock,
    logger,
    onCommand: parts.onCommand,
    onPresence: parts.onTelegramPresence,
    onMoved: parts.onMoved,
    onAsked: parts.onAsked,
    onUnauthorised: (why) => parts.onUnauthorised('telegram', why),
    say: (language, phrase) => words.say(language, `platform.${phrase}`),
  });
};

const openDiscord = async (parts: PlatformParts, token: string): Promise<PlatformBot> => {
  const { createDiscord } = await import('../platforms/discord/create-discord.ts');
  const { settings, words, clock, logger } = parts;
  return createDiscord({
    token,
    apiRoot: settings.discordApiRoot,
    isPaced: Number.isFinite(settings.discordPerSecond),
    shards: settings.discordShards,
    takeTurn: parts.takeTurn,
    operators: operatorsOf(settings, 'discord'),
    commandTable: parts.commandTable,
    clock,
    logger,
    onCommand: parts.onCommand,
    complete: parts.complete,
    onPresence: parts.onDiscordPresence,
    onUnauthorised: (why) => parts.onUnauthorised('discord', why),
    say: (language, phrase) => words.say(language, `platform.${phrase}`),
  });
};

const openTerminal = ({ words, logger, onCommand }: PlatformParts, streams: TerminalStreams): PlatformBot =>
  createTerminal({
    ...streams,
    language: Intl.DateTimeFormat().resolvedOptions().locale,
    logger,
    onCommand,
    say: (language, phrase) => words.say(language, `platform.${phrase}`),
  });

const HOW_TO_ADD: Readonly<Record<Exclude<Platform, 'terminal'>, string>> = {
  telegram: 'get a token from @BotFather and set TELEGRAM_BOT_TOKEN',
  discord: 'create an application at https://discord.com/developers/applications and set DISCORD_BOT_TOKEN',
};

/** Opens each platform that has a token; with none, the terminal. A missing token is one line that says how to add it. */
export const openPlatforms = async (parts: PlatformParts): Promise<ReadonlyMap<Platform, PlatformBot>> => {
  const { telegramToken, discordToken } = parts.settings;
  const open = new Map<Platform, PlatformBot>();
  if (telegramToken !== undefined) open.set('telegram', await openTelegram(parts, telegramToken));
  if (discordToken !== undefined) open.set('discord', await openDiscord(parts, discordToken));
  if (parts.terminal !== undefined && open.size === 0)
    open.set('terminal', openTerminal(parts, parts.terminal));
  for (const platform of PLATFORMS)
    if (platform !== 'terminal' && !open.has(platform))
      parts.logger.info('platform.left-out', { platform, toAdd: HOW_TO_ADD[platform] });
  return open;
};
