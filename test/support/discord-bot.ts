import type { Answer, Command } from '../../src/domain/command.ts';
import type { Clock } from '../../src/domain/ports.ts';
import type { CommandTable } from '../../src/platforms/discord/command-table.ts';
import { createDiscord, type DiscordOptions } from '../../src/platforms/discord/create-discord.ts';
import type { Presence } from '../../src/platforms/discord/presence.ts';
import { PERMISSION } from './discord-rules.ts';
import { type DiscordServer, type DiscordServerOptions, openDiscordServer } from './discord-server.ts';
import { createKeptLogger } from './discord-stage.ts';
import { until } from './until.ts';

const realClock: Clock = { now: () => Date.now(), monotonic: () => performance.now() };

export const TABLE: CommandTable = [
  {
    name: 'subscribe',
    description: { en: 'Alerts for this channel', de: 'Meldungen für diesen Kanal' },
    names: { en: 'subscribe', de: 'abonnieren' },
    who: 'set-up',
    options: [
      { name: 'channel', description: { en: 'Where to' }, type: 'place' },
      {
        name: 'exchanges',
        description: { en: 'Exchanges' },
        type: 'text',
        completes: 'exchange',
      },
      { name: 'countries', description: { en: 'Countries' }, type: 'text', completes: 'place', before: 'in' },
      {
        name: 'severity',
        description: { en: 'From which severity' },
        type: 'text',
        choices: [{ value: 'high', label: { en: 'High', de: 'Hoch' } }],
      },
      { name: 'mention', description: { en: 'Role' }, type: 'role', before: 'mention' },
    ],
  },
  {
    name: 'check',
    description: { en: 'What is restricted' },
    who: 'ask',
    options: [
      { name: 'place', description: { en: 'Country' }, type: 'text' },
      { name: 'exchange', description: { en: 'Exchange' }, type: 'text', required: true },
    ],
  },
  { name: 'help', description: { en: 'Help' }, who: 'ask', options: [] },
  { name: 'ops', description: { en: 'Operators' }, who: 'operate', options: [] },
];

export const say = (text: string): Answer => ({
  cards: [{ shape: 'text', paragraphs: [[text]], buttons: [] }],
  private: true,
});

/** What the bot under test was told, in order. */
export interface BotStage {
  readonly server: DiscordServer;
  readonly bot: ReturnType<typeof createDiscord>;
  readonly heard: Command[];
  readonly presences: Presence[];
  readonly refusals: string[];
  readonly log: ReturnType<typeof createKeptLogger>;
  readonly guild: string;
  readonly channel: string;
  /** May set up the server. */
  readonly admin: string;
  readonly member: string;
  close(): Promise<void>;
}

/** The whole Discord platform before a loopback Discord, not yet started. */
export const openBotStage = async (
  options: Partial<DiscordOptions> = {},
  serverOptions: DiscordServerOptions = {},
  /** Another process's, where this one shares its token. */
  shared?: DiscordServer,
): Promise<BotStage> => {
  const server = shared ?? (await openDiscordServer(serverOptions));
  const { world } = server;
  const guild = world.addGuild('Readers', 'de');
  const channel = world.addChannel({ guild });
  const admin = world.addUser({ permissions: PERMISSION.manageGuild });
  const member = world.addUser({ locale: 'de' });
  const heard: Command[] = [];
  const presences: Presence[] = [];
  const refusals: string[] = [];
  const log = createKeptLogger();
  const bot = createDiscord({
    token: server.token,
    apiRoot: server.apiRoot,
    operators: new Set(),
    commandTable: TABLE,
    logger: log,
    clock: realClock,
    firstPause: 20,
    onCommand: async (command) => {
      heard.push(command);
      return say(`done ${command.name}`);
    },
    complete: () => [],
    say: (language, phrase) => `${phrase} (${language})`,
    onPresence: async (presence) => void presences.push(presence),
    onUnauthorised: (why) => void refusals.push(why),
    ...options,
  });
  const close = async (): Promise<void> => {
    await bot.stop();
    if (shared === undefined && server.listening()) await server.close();
  };
  return { server, bot, heard, presences, refusals, log, guild, channel, admin, member, close };
};

/** Started, connected, and with its commands registered. */
export const openReadyBot = async (...given: Parameters<typeof openBotStage>): Promise<BotStage> => {
  const stage = await openBotStage(...given);
  await stage.bot.start();
  await until(() => stage.server.commands().length > 0);
  return stage;
};

/** Ten seconds pass with every look at the clock: IDENTIFY need not wait for its turn. */
export const hurriedClock = (): Clock => {
  let at = 0;
  const monotonic = () => {
    at += 10_000;
    return at;
  };
  return { now: () => Date.now(), monotonic };
};
