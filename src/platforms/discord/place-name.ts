import type { Client } from 'discord.js';
import type { Destination } from '../../domain/destination.ts';

/** `#alerts (Readers)`: a channel as people know it; undefined where the gateway has not told us of it. */
export const placeName = (client: Client | undefined, { chat, thread }: Destination): string | undefined => {
  const channel = client?.channels.cache.get(thread ?? chat) ?? client?.channels.cache.get(chat);
  if (channel === undefined || channel.isDMBased()) return undefined;
  return `#${channel.name} (${channel.guild.name})`;
};
