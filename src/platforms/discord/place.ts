import { ChannelType } from 'discord.js';
import type { Destination } from '../../domain/destination.ts';

/** A channel or thread as Discord sends it along. */
export interface Place {
  readonly id: string;
  readonly type: number;
  readonly parent_id?: string | null | undefined;
}

const THREADS: readonly number[] = [
  ChannelType.AnnouncementThread,
  ChannelType.PublicThread,
  ChannelType.PrivateThread,
];

/** A thread belongs to its channel: `chat` is the parent. */
export const destinationOf = ({ id, type, parent_id: parent }: Place): Destination =>
  THREADS.includes(type) && typeof parent === 'string'
    ? { platform: 'discord', chat: parent, thread: id }
    : { platform: 'discord', chat: id };
