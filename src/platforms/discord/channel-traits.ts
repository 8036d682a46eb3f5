import { ChannelType, type Client } from 'discord.js';
import type { ChannelTraits } from './send.ts';

/** What a channel is, from the gateway's memory; undefined where it has not told us of it. */
export const channelTraits = (client: Client | undefined, channelId: string): ChannelTraits | undefined => {
  const channel = client?.channels.cache.get(channelId);
  if (channel === undefined) return undefined;
  if (channel.isThreadOnly())
    return { kind: 'forum', tags: channel.availableTags.map(({ id, name }) => ({ id, name })) };
  return { kind: channel.type === ChannelType.GuildAnnouncement ? 'announcement' : 'text' };
};
