import type { Clock, Logger, Messenger } from '../../src/domain/ports.ts';
import { closeRest, openRest } from '../../src/platforms/discord/rest.ts';
import { type ChannelTraits, createMessenger } from '../../src/platforms/discord/send.ts';
import { FAULTS, type Fault } from './discord-rest.ts';
import { type DiscordServer, type DiscordServerOptions, openDiscordServer } from './discord-server.ts';
import { type StoredMessage, tagName } from './discord-world.ts';

/** A clock that a test moves by hand; both hands together. */
export const createHandClock = (start = 1_520_000_000_000): Clock & { advance(ms: number): void } => {
  let at = start;
  return {
    now: () => at,
    monotonic: () => at,
    advance: (ms) => {
      at += ms;
    },
  };
};

export interface LogLine {
  readonly level: string;
  readonly event: string;
  readonly fields?: Readonly<Record<string, unknown>> | undefined;
}

/** A logger that keeps its lines. */
export const createKeptLogger = (): Logger & { readonly lines: readonly LogLine[] } => {
  const lines: LogLine[] = [];
  const at =
    (level: string) =>
    (event: string, fields?: Readonly<Record<string, unknown>>): void =>
      void lines.push({ level, event, fields });
  return { lines, debug: at('debug'), info: at('info'), warn: at('warn'), error: at('error') };
};

/** Takes the markup off: what a reader sees of escaped text. */
export const asShown = (markdown: string): string =>
  markdown.replace(/(?<!\\)\*\*/g, '').replace(/\\([^0-9A-Za-z\s])/g, '$1');

interface ShownEmbed {
  readonly title?: string;
  readonly description?: string;
  readonly fields?: readonly { readonly name: string; readonly value: string }[];
  readonly footer?: { readonly text: string };
}

/** A message as its reader sees it, part below part. */
export const shownMessage = ({ body }: Pick<StoredMessage, 'body'>): string => {
  const [embed] = (body.embeds as readonly ShownEmbed[] | undefined) ?? [];
  const fields = embed?.fields?.map(({ name, value }) => `${asShown(name)}: ${asShown(value)}`) ?? [];
  const marked = [body.content as string | undefined, embed?.title, embed?.description].map((part) =>
    asShown(part ?? ''),
  );
  return [...marked, ...fields, embed?.footer?.text ?? ''].filter(Boolean).join('\n');
};

/** Troubles of the messenger contract, as Discord makes them. */
const TROUBLES = {
  'rate-limited-for-7s': FAULTS.wait(7),
  'server-fault': FAULTS.serverError,
  forbidden: FAULTS.missingPermissions,
  gone: { status: 404, body: { code: 10003, message: 'Unknown Channel' } },
  'not-understood': { status: 400, body: { code: 50035, message: 'Invalid Form Body' } },
  'token-refused': { status: 401, body: { code: 0, message: '401: Unauthorized' } },
  'answer-lost': 'lose-answer',
} as const satisfies Record<string, Fault>;
export type DiscordTrouble = keyof typeof TROUBLES | 'connection-refused';
export const DISCORD_TROUBLES = [...Object.keys(TROUBLES), 'connection-refused'] as readonly DiscordTrouble[];

export interface DiscordStage {
  readonly messenger: Messenger;
  readonly server: DiscordServer;
  readonly clock: ReturnType<typeof createHandClock>;
  readonly destination: { readonly platform: 'discord'; readonly chat: string };
  /** A messenger of a later run, which remembers nothing. */
  restarted(): Messenger;
  shown(): readonly string[];
  prepare(trouble: DiscordTrouble): Promise<void>;
  close(): Promise<void>;
}

/** A messenger before a loopback Discord with one guild and one channel; the gateway is not connected. */
export const openDiscordStage = async ({
  deadlineMs = 5000,
  isGatewayAway = false,
  ...options
}: DiscordServerOptions & {
  readonly deadlineMs?: number;
  readonly isGatewayAway?: boolean;
} = {}): Promise<DiscordStage> => {
  const clock = createHandClock();
  const server = await openDiscordServer({ now: clock.now, ...options });
  const chat = server.world.addChannel({ guild: server.world.addGuild('Readers') });
  const rest = openRest({ token: server.token, apiRoot: server.apiRoot, perSecond: 50, deadlineMs });
  const traitsOf = (id: string): ChannelTraits | undefined => {
    const channel = server.world.channels.get(id);
    if (isGatewayAway || channel === undefined) return undefined;
    if (channel.kind === 'forum')
      return { kind: 'forum', tags: channel.tags.map((tag) => ({ id: tag, name: tagName(tag) })) };
    return { kind: channel.kind === 'announcement' ? 'announcement' : 'text' };
  };
  const open = (): Messenger =>
    createMessenger({ rest, clock, logger: createKeptLogger(), deadlineMs, traitsOf });
  return {
    messenger: open(),
    restarted: open,
    server,
    clock,
    destination: { platform: 'discord', chat },
    shown: () => server.messages(chat).map(shownMessage),
    prepare: async (trouble) => {
      if (trouble === 'connection-refused') await server.close();
      else server.fail(/^POST \/channels\//, TROUBLES[trouble]);
    },
    close: async () => {
      closeRest(rest);
      if (server.listening()) await server.close();
    },
  };
};
