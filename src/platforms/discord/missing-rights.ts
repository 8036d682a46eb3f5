import { type Client, PermissionFlagsBits } from 'discord.js';
import type { Destination } from '../../domain/destination.ts';

/** Names of rights, as in `forbidden` outcomes; the words for them are the locales'. */
export type MissingRights = readonly string[];

/** What alerts need; a thread needs its own right to speak. */
const NEEDED = {
  'view-channel': PermissionFlagsBits.ViewChannel,
  'send-messages': PermissionFlagsBits.SendMessages,
  'send-in-threads': PermissionFlagsBits.SendMessagesInThreads,
  'create-threads': PermissionFlagsBits.CreatePublicThreads,
  'embed-links': PermissionFlagsBits.EmbedLinks,
  'attach-files': PermissionFlagsBits.AttachFiles,
  'read-history': PermissionFlagsBits.ReadMessageHistory,
  'mention-roles': PermissionFlagsBits.MentionEveryone,
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
