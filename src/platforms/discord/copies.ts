import { type REST, Routes } from 'discord.js';
import { type Instant, SECOND } from '../../domain/instant.ts';
import type { Clock } from '../../domain/ports.ts';
import type { Body } from './render.ts';

/** Discord remembers a nonce for "the past few minutes": we trust it for less. */
const NONCE_TRUSTED = 90 * SECOND;

/** More uncertain deliveries than this means that the platform is down; the oldest are given up. */
const MOST = 10_000;

const LOOK_BACK = 20;

/** Deliveries whose request left and whose answer never came: they may stand in the channel already. */
export const createUncertain = (clock: Clock) => {
  const since = new Map<string, Instant>();
  return {
    note(deliveryId: string): void {
      if (since.has(deliveryId)) return;
      since.set(deliveryId, clock.monotonic());
      const oldest = since.size > MOST ? since.keys().next().value : undefined;
      if (oldest !== undefined) since.delete(oldest);
    },
    forget: (deliveryId: string): void => void since.delete(deliveryId),
    /** True when a repeat can no longer be absorbed by its nonce. */
    nonceForgotten: (deliveryId: string): boolean => {
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
