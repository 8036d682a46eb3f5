import type { Json } from './discord-payload.ts';
import { CHANNEL, type ChannelKind, PERMISSION, type PermissionName } from './discord-rules.ts';

export interface Channel {
  readonly id: string;
  readonly kind: ChannelKind;
  readonly guild?: string;
  readonly parent?: string;
  readonly name: string;
  /** The person on the other side of a direct message. */
  readonly recipient?: string;
  /** Ids of the tags of a forum. */
  readonly tags: readonly string[];
  tagRequired: boolean;
  locked: boolean;
  readonly denied: Set<PermissionName>;
}

export interface Guild {
  readonly id: string;
  readonly name: string;
  readonly locale: string;
  readonly features: readonly string[];
  available: boolean;
}

export interface User {
  readonly id: string;
  readonly name: string;
  readonly locale: string;
  readonly permissions: bigint;
  /** Refuses direct messages of the bot. */
  closed: boolean;
  /** Is in no server in which the bot is. */
  apart: boolean;
}

export interface StoredMessage {
  readonly id: string;
  readonly channel: string;
  readonly author: string;
  readonly at: number;
  readonly nonce?: string;
  body: Json;
  edits: number;
  published: boolean;
}

export const ALL_PERMISSIONS = Object.values(PERMISSION).reduce((all, bit) => all | bit, 0n);

/** A tag that is no number is its own name. */
export const tagName = (id: string): string => (/^\d+$/.test(id) ? `tag${id}` : id);

/** What Discord knows: guilds, channels, people, messages and commands. Ids rise, as snowflakes do. */
export const createDiscordWorld = (now: () => number) => {
  const guilds = new Map<string, Guild>();
  const channels = new Map<string, Channel>();
  const users = new Map<string, User>();
  const messages = new Map<string, StoredMessage[]>();
  let counter = 0n;
  // Snowflakes carry the time since 2015 in their upper bits; the client reads it back.
  const nextId = (): string => {
    counter += 1n;
    return String((BigInt(now() - 1_420_070_400_000) << 22n) + counter);
  };
  const botId = nextId();
  const applicationId = botId;

  const addGuild = (name: string, locale = 'en-US', features: readonly string[] = []): string => {
    const id = nextId();
    guilds.set(id, { id, name, locale, features, available: true });
    return id;
  };

  const addChannel = (given: Partial<Omit<Channel, 'id' | 'denied'>> & { readonly id?: string }): string => {
    const id = given.id ?? nextId();
    const defaults = { kind: 'text' as const, name: 'general', tags: [], tagRequired: false, locked: false };
    channels.set(id, { ...defaults, ...given, id, denied: new Set() });
    messages.set(id, []);
    return id;
  };

  const addUser = (given: Partial<Omit<User, 'id'>> = {}): string => {
    const id = nextId();
    users.set(id, {
      name: `user${id.slice(-4)}`,
      locale: 'en-US',
      permissions: 0n,
      closed: false,
      apart: false,
      ...given,
      id,
    });
    return id;
  };

  const addMessage = (channel: string, body: Json, author = botId, id = nextId()): StoredMessage => {
    const nonce = typeof body.nonce === 'string' ? { nonce: body.nonce } : {};
    const message = { id, channel, author, at: now(), body, edits: 0, published: false, ...nonce };
    messages.get(channel)?.push(message);
    return message;
  };

  const permissionsIn = (channel: Channel): bigint =>
    [...channel.denied].reduce((set, name) => set & ~PERMISSION[name], ALL_PERMISSIONS);

  const channelJson = (channel: Channel): Json => ({
    id: channel.id,
    type: CHANNEL[channel.kind],
    name: channel.name,
    ...(channel.guild === undefined ? {} : { guild_id: channel.guild }),
    ...(channel.parent === undefined ? {} : { parent_id: channel.parent }),
    ...(channel.kind === 'dm' ? { recipients: [userJson(channel.recipient ?? '')] } : {}),
    ...(channel.kind === 'forum'
      ? {
          available_tags: channel.tags.map((id) => ({
            id,
            name: tagName(id),
            moderated: false,
            emoji_id: null,
            emoji_name: null,
          })),
          flags: channel.tagRequired ? 16 : 0,
        }
      : {}),
    ...(isThread(channel)
      ? {
          thread_metadata: {
            archived: false,
            locked: channel.locked,
            auto_archive_duration: 1440,
            archive_timestamp: '2026-01-01T00:00:00Z',
          },
          owner_id: botId,
          message_count: 0,
          member_count: 1,
        }
      : {}),
    position: 0,
    permission_overwrites:
      isThread(channel) || channel.guild === undefined
        ? []
        : [{ id: botId, type: 1, allow: '0', deny: String(ALL_PERMISSIONS & ~permissionsIn(channel)) }],
  });

  const userJson = (id: string): Json => ({
    id,
    username: id === botId ? 'curbwatch' : (users.get(id)?.name ?? 'someone'),
    discriminator: '0',
    global_name: null,
    avatar: null,
    bot: id === botId,
  });

  const memberJson = (id: string): Json => ({
    user: userJson(id),
    roles: [],
    joined_at: '2026-01-01T00:00:00Z',
    deaf: false,
    mute: false,
    flags: 0,
  });

  const guildJson = (guild: Guild): Json => {
    const own = [...channels.values()].filter((channel) => channel.guild === guild.id);
    return {
      id: guild.id,
      name: guild.name,
      unavailable: false,
      preferred_locale: guild.locale,
      owner_id: '1',
      features: guild.features,
      roles: [
        {
          id: guild.id,
          name: '@everyone',
          permissions: String(ALL_PERMISSIONS),
          position: 0,
          color: 0,
          hoist: false,
          managed: false,
          mentionable: false,
          flags: 0,
        },
      ],
      emojis: [],
      stickers: [],
      members: [memberJson(botId)],
      member_count: 2,
      channels: own.filter((channel) => !isThread(channel)).map(channelJson),
      threads: own.filter(isThread).map(channelJson),
      presences: [],
      voice_states: [],
      stage_instances: [],
      guild_scheduled_events: [],
      soundboard_sounds: [],
      joined_at: '2026-01-01T00:00:00Z',
      large: false,
    };
  };

  const messageJson = (message: StoredMessage): Json => ({
    ...message.body,
    id: message.id,
    channel_id: message.channel,
    author: userJson(message.author),
    timestamp: new Date(message.at).toISOString(),
    edited_timestamp: message.edits > 0 ? new Date(now()).toISOString() : null,
    type: 0,
  });

  return {
    guilds,
    channels,
    users,
    messages,
    botId,
    applicationId,
    nextId,
    addGuild,
    addChannel,
    addUser,
    addMessage,
    permissionsIn,
    channelJson,
    userJson,
    memberJson,
    guildJson,
    messageJson,
  };
};
export type DiscordWorld = ReturnType<typeof createDiscordWorld>;

export const isThread = ({ kind }: Channel): boolean =>
  kind === 'publicThread' || kind === 'announcementThread';
