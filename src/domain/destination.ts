export const PLATFORMS = ['telegram', 'discord', 'terminal'] as const;
export type Platform = (typeof PLATFORMS)[number];

/** Where messages go: a chat or channel, and a topic or thread in it. */
export interface Destination {
  readonly platform: Platform;
  /** The platform's own id of the chat or channel, as text. */
  readonly chat: string;
  readonly thread?: string;
}

/** `telegram~123`, `telegram~123~45`: the destination as a store key; no `:` (BullMQ and keyv refuse or split it). */
export const destinationKey = ({ platform, chat, thread }: Destination): string =>
  thread === undefined ? `${platform}~${chat}` : `${platform}~${chat}~${thread}`;
