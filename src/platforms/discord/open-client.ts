import {
  Client,
  GatewayDispatchEvents,
  GatewayIntentBits,
  Options,
  SimpleShardingStrategy,
  type WebSocketOptions,
} from 'discord.js';
import { SECOND } from '../../domain/instant.ts';
import type { IdentifyThrottle } from './identify-throttle.ts';

export interface ClientSettings {
  readonly apiRoot: string;
  /** `auto`: as many as Discord recommends. */
  readonly shards: number | 'auto';
  /** One of them, where others are another client's; all unless set. */
  readonly shard?: number;
  readonly throttle: IdentifyThrottle;
}

/** A gateway client and how to be rid of it for good. */
export interface OpenClient {
  readonly client: Client;
  close(): Promise<void>;
}

/** We keep guilds, channels and roles, which discord.js needs; people and messages pass through. */
const makeCache = Options.cacheWithLimits({
  ...Options.DefaultMakeCacheSettings,
  ApplicationCommandManager: 0,
  ApplicationEmojiManager: 0,
  AutoModerationRuleManager: 0,
  BaseGuildEmojiManager: 0,
  DMMessageManager: 0,
  EntitlementManager: 0,
  GuildBanManager: 0,
  GuildEmojiManager: 0,
  GuildForumThreadManager: 100,
  GuildInviteManager: 0,
  GuildMemberManager: { maxSize: 1, keepOverLimit: ({ id, client }) => id === client.user.id },
  GuildMessageManager: 0,
  GuildScheduledEventManager: 0,
  GuildStickerManager: 0,
  MessageManager: 0,
  PresenceManager: 0,
  ReactionManager: 0,
  ReactionUserManager: 0,
  StageInstanceManager: 0,
  ThreadMemberManager: 0,
  UserManager: { maxSize: 10, keepOverLimit: ({ id, client }) => id === client.user?.id },
  VoiceStateManager: 0,
});

/** Guilds that are away during READY keep nobody waiting: commands are taken in before that. */
const WAIT_FOR_GUILDS = 2 * SECOND;

/**
 * discord.js with the `Guilds` intent alone. Once closed it stays closed: left alone, a shard that is told to go while
 * it waits to reconnect comes back half a second later.
 */
export const openClient = ({ apiRoot, shards, shard, throttle }: ClientSettings): OpenClient => {
  let isClosed = false;
  const ws: WebSocketOptions = {
    buildIdentifyThrottler: async () => throttle,
    buildStrategy: (manager) => {
      const { retrieveSessionInfo } = manager.options;
      manager.options.retrieveSessionInfo = (shardId) =>
        isClosed ? new Promise(() => undefined) : retrieveSessionInfo(shardId);
      return new SimpleShardingStrategy(manager);
    },
  };
  const client = new Client({
    intents: [GatewayIntentBits.Guilds],
    ...(shards === 'auto'
      ? { shards }
      : { shardCount: shards, ...(shard !== undefined && { shards: [shard] }) }),
    makeCache,
    sweepers: { ...Options.DefaultSweeperSettings, threads: { interval: 3600, lifetime: 3600 } },
    rest: { api: apiRoot },
    waitGuildTimeout: WAIT_FOR_GUILDS,
    ws,
  });
  const close = async (): Promise<void> => {
    isClosed = true;
    await client.destroy();
  };
  return { client, close };
};

/** Dispatches that discord.js passes on as Discord sent them, whether it is ready or not. */
export const INTERACTION_EVENT = GatewayDispatchEvents.InteractionCreate;
