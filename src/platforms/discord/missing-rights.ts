import { type Client, PermissionFlagsBits } from 'discord.js';
import type { Destination } from '../../domain/destination.ts';

/** Names of rights as Discord's settings show them in English. */
export type MissingRights = readonly string[];

/** What alerts need; a thread needs its own right to speak. */
const NEEDED = {
  'View Channel': PermissionFlagsBits.ViewChannel,
  'Send Messages': PermissionFlagsBits.SendMessages,
  'Send Messages in Threads': PermissionFlagsBits.SendMessagesInThreads,
  'Create Public Threads': PermissionFlagsBits.CreatePublicThreads,
  'Embed Links': PermissionFlagsBits.EmbedLinks,
  'Attach Files': PermissionFlagsBits.AttachFiles,
  'Read Message History': PermissionFlagsBits.ReadMessageHistory,
  'Mention @everyone, @here, and All Roles': PermissionFlagsBits.MentionEveryone,
} as const;

/** What we may not do in a channel or thread, from memory; undefined where the gateway has not told us of it. */
export const missingRights = (
  client: Client | undefined,
  { chat, thread }: Destination,
): MissingRights | undefined => {
  const channel = client?.channels.cache.get(thread ?? chat) ?? client?.channels.cache.get(chat);
  if (channel === undefined || client?.user == null) return undefined;
  if (channel.isDMBased()) return [];
  const granted = channel.permissionsFor(client.user);
  if (granted === null) return undefined;
  return Object.entries(NEEDED).flatMap(([name, bit]) => (granted.has(bit) ? [] : [name]));
};
