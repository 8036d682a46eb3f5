import { type Client, GatewayDispatchEvents } from 'discord.js';
import type { Destination } from '../../domain/destination.ts';
import { destinationOf } from './place.ts';

/** What Discord tells of places where we may be subscribed. */
export interface Presence {
  /** `left`: thrown out or deleted; `changed`: a right or a lock may have been mended. */
  readonly change: 'joined' | 'left' | 'changed';
  readonly destinations: readonly Destination[];
  /** The guild's own language where it is known, BCP 47. */
  readonly language?: string;
}

interface Packet {
  readonly id?: string;
  readonly type?: number;
  readonly guild_id?: string;
  readonly parent_id?: string;
  readonly unavailable?: boolean;
  readonly preferred_locale?: string;
  readonly system_channel_id?: string | null;
  readonly channels?: readonly Packet[];
  readonly threads?: readonly Packet[];
  readonly user?: { readonly id?: string };
}

/** Dispatches that tell of places. */
export const PRESENCE_EVENTS = [
  GatewayDispatchEvents.GuildCreate,
  GatewayDispatchEvents.GuildDelete,
  GatewayDispatchEvents.ChannelDelete,
  GatewayDispatchEvents.ThreadDelete,
  GatewayDispatchEvents.ChannelUpdate,
  GatewayDispatchEvents.ThreadUpdate,
  GatewayDispatchEvents.GuildRoleUpdate,
  GatewayDispatchEvents.GuildMemberUpdate,
] as const;
export type PresenceEvent = (typeof PRESENCE_EVENTS)[number];

const placesOf = (client: Client, guildId: string): readonly Destination[] =>
  [...(client.guilds.cache.get(guildId)?.channels.cache.values() ?? [])].map(({ id, type, parentId }) =>
    destinationOf({ id, type, parent_id: parentId }),
  );

const channelPlace = ({ id = '', type = 0, parent_id: parent }: Packet): Destination =>
  destinationOf({ id, type, parent_id: parent });

/** All of a guild's places, the one for its system messages first. */
const told = ({ channels = [], threads = [], system_channel_id: system }: Packet): readonly Destination[] =>
  [...channels, ...threads]
    .toSorted((a, b) => Number(b.id === system) - Number(a.id === system))
    .map(channelPlace);

/** Guilds are told again after every connect and outage: of one that we knew, what may have been mended meanwhile. */
const joined = (client: Client, packet: Packet): Presence => {
  const { id = '', preferred_locale: language } = packet;
  const isNew = client.isReady() && !client.guilds.cache.has(id);
  return {
    change: isNew ? 'joined' : 'changed',
    destinations: told(packet),
    ...(isNew && language !== undefined ? { language } : {}),
  };
};

const left = (destinations: readonly Destination[]): Presence => ({ change: 'left', destinations });

const changed = (destinations: readonly Destination[]): Presence => ({ change: 'changed', destinations });

/**
 * Reads a raw dispatch before discord.js takes it into its caches: it forgets a guild's channels as the guild goes.
 * Nothing where the event means nothing to us: a guild that is `unavailable` is an outage of Discord's, not a removal.
 */
export const presenceOf = (client: Client, event: PresenceEvent, packet: Packet): Presence | undefined => {
  switch (event) {
    case GatewayDispatchEvents.GuildCreate:
      return joined(client, packet);
    case GatewayDispatchEvents.GuildDelete:
      return packet.unavailable === true ? undefined : left(placesOf(client, packet.id ?? ''));
    case GatewayDispatchEvents.ChannelDelete:
    case GatewayDispatchEvents.ThreadDelete:
      return left([channelPlace(packet)]);
    case GatewayDispatchEvents.ChannelUpdate:
    case GatewayDispatchEvents.ThreadUpdate:
      return changed([channelPlace(packet)]);
    case GatewayDispatchEvents.GuildMemberUpdate:
      return packet.user?.id === client.user?.id
        ? changed(placesOf(client, packet.guild_id ?? ''))
        : undefined;
    default:
      return changed(placesOf(client, packet.guild_id ?? ''));
  }
};
