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

/** Without these an alert is refused. */
const IN_CHANNELS = ['view-channel', 'send-messages', 'embed-links'];
const IN_THREADS = ['view-channel', 'send-in-threads', 'embed-links'];

/** The first right without which an alert is refused, and which is missing there. */
export const missingRight = (client: Client | undefined, destination: Destination): string | undefined => {
  const needed = destination.thread === undefined ? IN_CHANNELS : IN_THREADS;
  return missingRights(client, destination)?.find((right) => needed.includes(right));
};

/** True where an alert would surely be refused still: what changed there was something else. */
export const isShut = (client: Client | undefined, destination: Destination): boolean => {
  if (missingRight(client, destination) !== undefined) return true;
  const thread = client?.channels.cache.get(destination.thread ?? '');
  return thread?.isThread() === true && thread.locked === true;
};
