import { MessageFlags, type REST, Routes } from 'discord.js';
import type { Message } from '../../domain/card.ts';
import type { Destination } from '../../domain/destination.ts';
import { hashId } from '../../domain/hash-id.ts';
import type { Millis } from '../../domain/instant.ts';
import type { Outcome } from '../../domain/outcome.ts';
import type { Clock, Logger, Messenger } from '../../domain/ports.ts';
import { createUncertain, findCopy } from './copies.ts';
import { LIMITS } from './limits.ts';
import { joinMessageId, splitMessageId } from './message-id.ts';
import { outcomeOf } from './outcome.ts';
import { payloadOf } from './payload.ts';
import { type Body, NO_MENTIONS, type Payload, render } from './render.ts';

/** What a channel is, as far as it changes how we write there; undefined where the gateway has not told yet. */
export type ChannelKind = 'text' | 'announcement' | 'forum';

export interface SendDeps {
  readonly rest: REST;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly deadlineMs: Millis;
  readonly channelKind: (channelId: string) => ChannelKind | undefined;
}

/** Cannot send messages in a non-text channel: a forum takes posts only. */
const NOT_TEXT = 50008;

interface Sent {
  readonly id: string;
}

const nonceOf = (deliveryId: string): string =>
  deliveryId.length <= LIMITS.nonce ? deliveryId : hashId(deliveryId);

const flagsOf = (body: Body, silent: boolean): Pick<Body, 'flags'> => {
  const flags = (body.flags ?? 0) | (silent ? MessageFlags.SuppressNotifications : 0);
  return flags === 0 ? {} : { flags };
};

const bodyOf = ({ body }: Payload, message: Message, replyTo: string | undefined): Body => ({
  ...body,
  ...flagsOf(body, message.silent === true),
  ...(message.mention === undefined
    ? {}
    : {
        content: `<@&${message.mention}> ${body.content ?? ''}`.trim(),
        allowed_mentions: { ...NO_MENTIONS, roles: [message.mention] },
      }),
  ...(replyTo === undefined ? {} : { message_reference: { message_id: replyTo, fail_if_not_exists: false } }),
});

/** Sends and edits by REST alone: whether the gateway is connected makes no difference. */
export const createMessenger = ({ rest, clock, logger, deadlineMs, channelKind }: SendDeps): Messenger => {
  const uncertain = createUncertain(clock);
  /** Forums that we learnt by their refusal, while the gateway was away. */
  const learntForums = new Set<string>();
  let refused: Outcome | undefined;

  const signal = (): AbortSignal => AbortSignal.timeout(deadlineMs);

  const isForum = (channelId: string): boolean =>
    channelKind(channelId) === 'forum' || learntForums.has(channelId);

  const post = async (channelId: string, body: Body, deliveryId: string): Promise<string> => {
    const nonce = nonceOf(deliveryId);
    const copy = uncertain.nonceForgotten(deliveryId)
      ? await findCopy(rest, channelId, body, signal())
      : undefined;
    if (copy !== undefined) return copy;
    const sent = (await rest.post(Routes.channelMessages(channelId), {
      body: { ...body, nonce, enforce_nonce: true },
      signal: signal(),
    })) as Sent;
    return sent.id;
  };

  /** A post of its own in a forum: the thread and its first message share one id. */
  const openPost = async (forum: string, title: string, message: Body): Promise<string> => {
    const sent = (await rest.post(Routes.threads(forum), {
      body: { name: title, message },
      signal: signal(),
    })) as Sent;
    return joinMessageId({ thread: sent.id, message: sent.id });
  };

  const publish = async (channelId: string, messageId: string): Promise<void> => {
    try {
      await rest.post(Routes.channelMessageCrosspost(channelId, messageId), { signal: signal() });
    } catch (error) {
      // The channel itself has the message: followers of other servers miss this one, no more.
      logger.warn('discord.publish-failed', { outcome: outcomeOf(error) });
    }
  };

  const sendTo = async (
    channelId: string,
    payload: Payload,
    message: Message,
    deliveryId: string,
  ): Promise<string> => {
    const reply = message.replyTo === undefined ? undefined : splitMessageId(message.replyTo);
    if (reply?.thread !== undefined) {
      const id = await post(reply.thread, bodyOf(payload, message, reply.message), deliveryId);
      return joinMessageId({ thread: reply.thread, message: id });
    }
    if (isForum(channelId)) return openPost(channelId, payload.title, bodyOf(payload, message, undefined));
    const id = await post(channelId, bodyOf(payload, message, reply?.message), deliveryId);
    if (payload.publish && channelKind(channelId) === 'announcement') await publish(channelId, id);
    return id;
  };

  const settle = (error: unknown, deliveryId: string | undefined): Outcome => {
    const outcome = outcomeOf(error);
    if (outcome.kind === 'unauthorised') refused = outcome;
    if (outcome.kind === 'unknown' && deliveryId !== undefined) uncertain.note(deliveryId);
    return outcome;
  };

  const learnForum = (error: unknown, channelId: string): boolean => {
    const isNew =
      typeof error === 'object' &&
      error !== null &&
      'code' in error &&
      error.code === NOT_TEXT &&
      !isForum(channelId);
    if (isNew) learntForums.add(channelId);
    return isNew;
  };

  const send = async (destination: Destination, message: Message, deliveryId: string): Promise<Outcome> => {
    if (refused !== undefined) return refused;
    const channelId = destination.thread ?? destination.chat;
    try {
      const messageId = await sendTo(channelId, payloadOf(message), message, deliveryId);
      uncertain.forget(deliveryId);
      return { kind: 'sent', messageId };
    } catch (error) {
      if (learnForum(error, channelId)) return send(destination, message, deliveryId);
      const outcome = settle(error, deliveryId);
      // The incident's own post was deleted, not the forum.
      const inPost = message.replyTo !== undefined && splitMessageId(message.replyTo).thread !== undefined;
      return outcome.kind === 'gone' && inPost ? { kind: 'reply-lost' } : outcome;
    }
  };

  const edit = async (destination: Destination, messageId: string, message: Message): Promise<Outcome> => {
    if (refused !== undefined) return refused;
    const channelId = destination.thread ?? destination.chat;
    // Followers would get every edit of a published message, and Discord allows few of them.
    if (channelKind(channelId) === 'announcement') return { kind: 'sent', messageId };
    const target = splitMessageId(messageId);
    try {
      const { flags: _, ...body } = bodyOf(payloadOf(message), message, undefined);
      await rest.patch(Routes.channelMessage(target.thread ?? channelId, target.message), {
        body: { content: '', embeds: [], ...body },
        signal: signal(),
      });
      return { kind: 'sent', messageId };
    } catch (error) {
      return settle(error, undefined);
    }
  };

  return { platform: 'discord', render, send, edit };
};
