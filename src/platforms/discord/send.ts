import { MessageFlags, type REST } from 'discord.js';
import type { Message } from '../../domain/card.ts';
import type { Destination } from '../../domain/destination.ts';
import type { Millis } from '../../domain/instant.ts';
import type { Outcome } from '../../domain/outcome.ts';
import type { Clock, Logger, Messenger } from '../../domain/ports.ts';
import type { CommandIds } from './command-mentions.ts';
import { createUncertain } from './copies.ts';
import { createInvalidAnswers, MOST_INVALID } from './invalid-answers.ts';
import { LIMITS } from './limits.ts';
import { joinMessageId, splitMessageId } from './message-id.ts';
import { outcomeOf } from './outcome.ts';
import { payloadOf } from './payload.ts';
import { createPublications, type Worth } from './publications.ts';
import { type Body, NO_MENTIONS, type Payload, render } from './render.ts';
import { createWriter, type Post } from './write.ts';

/** What a channel is, as far as it changes how we write there. */
export type ChannelTraits =
  | { readonly kind: 'text' | 'announcement' }
  | { readonly kind: 'forum'; readonly tags: readonly { readonly id: string; readonly name: string }[] };

export interface SendDeps {
  readonly rest: REST;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly deadlineMs: Millis;
  /** Refusals in ten minutes from which on only channels are written to that took a message before; 2,000 unless set. */
  readonly mostInvalid?: number;
  /** Undefined where the gateway has not told yet. */
  readonly traitsOf: (channelId: string) => ChannelTraits | undefined;
  readonly commandIds?: () => CommandIds;
  /** The first right that alerts need and that is missing there, as far as the gateway has told. */
  readonly missingRight?: (destination: Destination) => string | undefined;
}

/** Cannot send messages in a non-text channel: a forum takes posts only. */
const NOT_TEXT = 50008;

const channelOf = ({ chat, thread }: Destination): string => thread ?? chat;

const isNotText = (error: unknown): boolean =>
  typeof error === 'object' && error !== null && 'code' in error && error.code === NOT_TEXT;

const flagsOf = ({ flags }: Body, { silent }: Message): Pick<Body, 'flags'> => {
  const all = (flags ?? 0) | (silent === true ? MessageFlags.SuppressNotifications : 0);
  return all === 0 ? {} : { flags: all };
};

const mentionOf = ({ content }: Body, { mention }: Message): Partial<Body> =>
  mention === undefined
    ? {}
    : {
        content: `<@&${mention}> ${content ?? ''}`.trim(),
        allowed_mentions: { ...NO_MENTIONS, roles: [mention] },
      };

const bodyOf = ({ body }: Payload, message: Message, replyTo?: string): Body => ({
  ...body,
  ...flagsOf(body, message),
  ...mentionOf(body, message),
  ...(replyTo === undefined ? {} : { message_reference: { message_id: replyTo, fail_if_not_exists: false } }),
});

const simple = (name: string): string => name.toLowerCase().replaceAll(/[\s_-]+/g, ' ');

/** Names of tags are short and chosen by people: "Licence" will do for `licence-denied-or-revoked`. */
const isTagOf = (tag: string, wanted: readonly string[]): boolean =>
  tag.trim() !== '' && wanted.some((name) => `${simple(name)} `.startsWith(`${simple(tag)} `));

/** A forum's tags are told apart by their names; at most five may be applied. */
const postOf = (payload: Payload, message: Message, traits: ChannelTraits | undefined): Post => {
  const known = traits?.kind === 'forum' ? traits.tags : [];
  const tags = known.filter(({ name }) => isTagOf(name, payload.tags)).slice(0, LIMITS.postTags);
  return { title: payload.title, tagIds: tags.map(({ id }) => id), body: bodyOf(payload, message) };
};

/** An edit says everything anew, also what is no longer there; flags stay as they were. */
const editOf = (message: Message): Body => {
  const { flags: _, ...body } = bodyOf(payloadOf(message), message);
  return { content: '', embeds: [], ...body };
};

/** Sends and edits by REST alone: whether the gateway is connected makes no difference. */
export const createMessenger = ({
  rest,
  clock,
  logger,
  deadlineMs,
  traitsOf,
  ...deps
}: SendDeps): Messenger => {
  const invalid = createInvalidAnswers(rest, clock, deps.mostInvalid ?? MOST_INVALID);
  const uncertain = createUncertain(clock);
  const publications = createPublications(clock);
  const writer = createWriter(rest, uncertain, deadlineMs);
  /** Forums that we learnt by their refusal, while the gateway was away. */
  const learntForums = new Set<string>();
  let refused: Outcome | undefined;

  const isForum = (channelId: string): boolean =>
    traitsOf(channelId)?.kind === 'forum' || learntForums.has(channelId);

  const publish = async (channelId: string, messageId: string, worth: Worth): Promise<void> => {
    if (!publications.take(channelId, worth)) return logger.info('discord.not-published', { worth });
    try {
      await writer.publish(channelId, messageId);
    } catch (error) {
      // The channel itself has the message: followers of other servers miss this one, no more.
      logger.warn('discord.publish-failed', { outcome: outcomeOf(error) });
    }
  };

  const deliver = async (
    channelId: string,
    message: Message,
    deliveryId: string,
    again: boolean,
  ): Promise<string> => {
    const payload = payloadOf(message);
    const reply = message.replyTo === undefined ? undefined : splitMessageId(message.replyTo);
    if (reply?.thread !== undefined) {
      const id = await writer.post(reply.thread, bodyOf(payload, message, reply.message), deliveryId, again);
      return joinMessageId({ thread: reply.thread, message: id });
    }
    if (isForum(channelId)) {
      const id = await writer.open(
        channelId,
        postOf(payload, message, traitsOf(channelId)),
        deliveryId,
        again,
      );
      return joinMessageId({ thread: id, message: id });
    }
    const id = await writer.post(channelId, bodyOf(payload, message, reply?.message), deliveryId, again);
    if (payload.publish !== undefined && traitsOf(channelId)?.kind === 'announcement')
      await publish(channelId, id, payload.publish);
    return id;
  };

  const failed = (error: unknown, deliveryId: string, { replyTo }: Message): Outcome => {
    const outcome = outcomeOf(error);
    if (outcome.kind === 'unauthorised') refused = outcome;
    if (outcome.kind === 'unknown') uncertain.note(deliveryId);
    // The incident's own post was deleted, not the forum.
    const isInPost = replyTo !== undefined && splitMessageId(replyTo).thread !== undefined;
    return outcome.kind === 'gone' && isInPost ? { kind: 'reply-lost' } : outcome;
  };

  /** Discord says that a right is missing, and not which. */
  const named = (outcome: Outcome, destination: Destination): Outcome =>
    outcome.kind === 'forbidden' && (outcome.right === 'send-messages' || outcome.right === 'view-channel')
      ? { ...outcome, right: deps.missingRight?.(destination) ?? outcome.right }
      : outcome;

  const send = async (
    destination: Destination,
    message: Message,
    deliveryId: string,
    again = false,
  ): Promise<Outcome> => {
    if (refused !== undefined) return refused;
    const channelId = channelOf(destination);
    const unproven = invalid.refusal(channelId);
    if (unproven !== undefined) return unproven;
    try {
      const messageId = await deliver(channelId, message, deliveryId, again);
      uncertain.forget(deliveryId);
      invalid.prove(channelId);
      return { kind: 'sent', messageId };
    } catch (error) {
      if (!isNotText(error) || isForum(channelId)) {
        const outcome = named(failed(error, deliveryId, message), destination);
        if (outcome.kind === 'forbidden' || outcome.kind === 'gone') invalid.disprove(channelId);
        return outcome;
      }
      learntForums.add(channelId);
      return send(destination, message, deliveryId, again);
    }
  };

  const edit = async (destination: Destination, messageId: string, message: Message): Promise<Outcome> => {
    if (refused !== undefined) return refused;
    const channelId = channelOf(destination);
    // Followers would get every edit of a published message, and Discord allows few of them.
    if (traitsOf(channelId)?.kind === 'announcement') return { kind: 'sent', messageId };
    const place = splitMessageId(messageId);
    try {
      await writer.patch(place.thread ?? channelId, place.message, editOf(message));
      return { kind: 'sent', messageId };
    } catch (error) {
      return failed(error, '', message);
    }
  };

  return { platform: 'discord', render: (card) => render(card, deps.commandIds?.()), send, edit };
};
