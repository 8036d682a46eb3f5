import { type REST, Routes } from 'discord.js';
import { hashId } from '../../domain/hash-id.ts';
import type { Millis } from '../../domain/instant.ts';
import { findCopy, findPost, type Uncertain } from './copies.ts';
import { LIMITS } from './limits.ts';
import type { Body } from './render.ts';

interface Written {
  readonly id: string;
}

/** A post in a forum: a thread with its first message. */
export interface Post {
  readonly title: string;
  readonly tagIds: readonly string[];
  readonly body: Body;
}

/** Single requests, each with its deadline; they throw what discord.js' REST client throws. */
export interface Writer {
  /** Gives the id of the message, also where an earlier attempt had written it; `again` looks for that one first. */
  post(channelId: string, body: Body, deliveryId: string, again: boolean): Promise<string>;
  /** Opens a post in a forum and gives its id: the thread and its first message share it. */
  open(forumId: string, post: Post, deliveryId: string, again: boolean): Promise<string>;
  patch(channelId: string, messageId: string, body: Body): Promise<void>;
  /** Hands a message of an announcement channel to the servers that follow it. */
  publish(channelId: string, messageId: string): Promise<void>;
}

/** Discord makes one message of those that carry the same nonce; a notice that belongs to no delivery has none. */
const nonceOf = (deliveryId: string): Pick<Body, 'nonce' | 'enforce_nonce'> =>
  deliveryId === ''
    ? {}
    : { nonce: deliveryId.length <= LIMITS.nonce ? deliveryId : hashId(deliveryId), enforce_nonce: true };

export const createWriter = (rest: REST, uncertain: Uncertain, deadlineMs: Millis): Writer => {
  const signal = (): AbortSignal => AbortSignal.timeout(deadlineMs);

  return {
    post: async (channelId, body, deliveryId, again) => {
      // Nobody knows how long ago a former run sent it: its nonce may be forgotten.
      const copy =
        again || uncertain.nonceForgotten(deliveryId)
          ? await findCopy(rest, channelId, body, signal())
          : undefined;
      if (copy !== undefined) return copy;
      const nonce = nonceOf(deliveryId);
      const sent = await rest.post(Routes.channelMessages(channelId), {
        body: { ...body, ...nonce },
        signal: signal(),
      });
      return (sent as Written).id;
    },
    // Posts know no nonce: after the least doubt we look first.
    open: async (forumId, { title, tagIds, body }, deliveryId, again) => {
      const copy =
        again || uncertain.has(deliveryId)
          ? await findPost(rest, forumId, { title, body }, signal())
          : undefined;
      if (copy !== undefined) return copy;
      const sent = await rest.post(Routes.threads(forumId), {
        body: { name: title, applied_tags: tagIds, message: body },
        signal: signal(),
      });
      return (sent as Written).id;
    },
    patch: async (channelId, messageId, body) => {
      await rest.patch(Routes.channelMessage(channelId, messageId), { body, signal: signal() });
    },
    publish: async (channelId, messageId) => {
      await rest.post(Routes.channelMessageCrosspost(channelId, messageId), { signal: signal() });
    },
  };
};
