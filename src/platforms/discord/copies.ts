import { type REST, Routes } from 'discord.js';
import { type Instant, SECOND } from '../../domain/instant.ts';
import type { Clock } from '../../domain/ports.ts';
import type { Body } from './render.ts';

/** Discord remembers a nonce for "the past few minutes": we trust it for less. */
const NONCE_TRUSTED = 90 * SECOND;

/** More uncertain deliveries than this means that the platform is down; the oldest are given up. */
const MOST = 10_000;

const LOOK_BACK = 20;

/** Posts of one title that are read: incidents of the same headline are few. */
const MOST_POSTS = 5;

/** Deliveries whose request left and whose answer never came: they may stand in the channel already. */
export interface Uncertain {
  note(deliveryId: string): void;
  forget(deliveryId: string): void;
  has(deliveryId: string): boolean;
  /** True when a repeat can no longer be absorbed by its nonce. */
  nonceForgotten(deliveryId: string): boolean;
}

export const createUncertain = (clock: Clock): Uncertain => {
  const since = new Map<string, Instant>();
  return {
    note(deliveryId) {
      if (deliveryId === '' || since.has(deliveryId)) return;
      since.set(deliveryId, clock.monotonic());
      const oldest = since.size > MOST ? since.keys().next().value : undefined;
      if (oldest !== undefined) since.delete(oldest);
    },
    forget: (deliveryId) => void since.delete(deliveryId),
    has: (deliveryId) => since.has(deliveryId),
    nonceForgotten: (deliveryId) => {
      const noted = since.get(deliveryId);
      return noted !== undefined && clock.monotonic() - noted > NONCE_TRUSTED;
    },
  };
};

interface Written {
  readonly id: string;
  readonly content?: string;
  readonly author?: { readonly bot?: boolean };
  readonly embeds?: readonly {
    readonly title?: string;
    readonly description?: string;
    readonly footer?: { readonly text?: string };
  }[];
}

/** What makes a message this one: its text, or headline, body and the short id in the footer. */
const fingerprint = ({ content, embeds }: Pick<Written, 'content' | 'embeds'>): string => {
  const [embed] = embeds ?? [];
  return JSON.stringify([content ?? '', embed?.title, embed?.description, embed?.footer?.text]);
};

/** The id of a message among the last 20 that says the same as `body`, if one stands there. */
export const findCopy = async (
  rest: REST,
  channelId: string,
  body: Body,
  signal: AbortSignal,
): Promise<string | undefined> => {
  const query = new URLSearchParams({ limit: String(LOOK_BACK) });
  const recent = (await rest.get(Routes.channelMessages(channelId), { query, signal })) as readonly Written[];
  const wanted = fingerprint(body as Pick<Written, 'content' | 'embeds'>);
  return recent.find((message) => message.author?.bot === true && fingerprint(message) === wanted)?.id;
};

interface Place {
  readonly id: string;
  readonly name?: string;
  readonly parent_id?: string;
  readonly guild_id?: string;
}

/** The id of the newest open post in a forum that says the same, if there is one: a title alone may be of another incident. */
export const findPost = async (
  rest: REST,
  forumId: string,
  { title, body }: { readonly title: string; readonly body: Body },
  signal: AbortSignal,
): Promise<string | undefined> => {
  const { guild_id: guild = '' } = (await rest.get(Routes.channel(forumId), { signal })) as Place;
  const { threads } = (await rest.get(Routes.guildActiveThreads(guild), { signal })) as {
    readonly threads: readonly Place[];
  };
  const alike = threads
    .filter(({ parent_id: parent, name }) => parent === forumId && name === title)
    .map(({ id }) => id)
    .sort((a, b) => (BigInt(a) < BigInt(b) ? 1 : -1));
  for (const id of alike.slice(0, MOST_POSTS))
    if ((await findCopy(rest, id, body, signal)) !== undefined) return id;
  return undefined;
};
