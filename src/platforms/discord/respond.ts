import { setTimeout as wait } from 'node:timers/promises';
import {
  type APIApplicationCommandOptionChoice,
  type APIModalInteractionResponseCallbackData,
  InteractionResponseType,
  MessageFlags,
  type REST,
  Routes,
} from 'discord.js';
import type { Card } from '../../domain/card.ts';
import type { Answer } from '../../domain/command.ts';
import { type Millis, SECOND } from '../../domain/instant.ts';
import type { Outcome } from '../../domain/outcome.ts';
import type { Logger } from '../../domain/ports.ts';
import type { CommandIds } from './command-mentions.ts';
import { LIMITS } from './limits.ts';
import { outcomeOf } from './outcome.ts';
import type { ReplyHandle } from './parse-interaction.ts';
import { payloadOf } from './payload.ts';
import { type Body, render } from './render.ts';

/** Two attempts fit into the three seconds that Discord gives. */
const ACKNOWLEDGE_DEADLINE: Millis = 1300;
const ANSWER_DEADLINE: Millis = 10 * SECOND;

/** A person waits for the answer now, or asks again. */
const MOST_TRIES = 3;
const LONGEST_WAIT: Millis = 30 * SECOND;

/** Interaction has already been acknowledged: our first attempt arrived, its answer did not. */
const ACKNOWLEDGED = 40060;

export interface Manner {
  readonly isEphemeral: boolean;
  readonly inPlace: boolean;
  /** Id of another channel that the answer is about. */
  readonly about?: string;
}

export interface Responder {
  /** First response, before any work. False where Discord no longer waits: nothing may be done then. */
  acknowledge(reply: ReplyHandle, manner: Manner): Promise<boolean>;
  /** What was asked, after the acknowledgement. */
  answer(reply: ReplyHandle, manner: Manner, answer: Answer): Promise<void>;
  /** Choices for somebody who is typing; late ones are nobody's loss. */
  propose(reply: ReplyHandle, choices: readonly APIApplicationCommandOptionChoice<string>[]): Promise<void>;
  ask(reply: ReplyHandle, modal: APIModalInteractionResponseCallbackData): Promise<void>;
}

const codeOf = (error: unknown): unknown =>
  typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;

/** The text below the name of the place that it is about, where there is room. */
const headed = (body: Body, place: string | undefined): Body => {
  const content = [place, body.content].filter(Boolean).join('\n');
  return place === undefined || content.length > LIMITS.content ? body : { ...body, content };
};

/** Answers interactions by their own tokens, which no rate limit of the bot's concerns. */
export const createResponder = (rest: REST, logger: Logger, commandIds: () => CommandIds): Responder => {
  const respond = async ({ id, token }: ReplyHandle, body: object): Promise<void> => {
    const signal = AbortSignal.timeout(ACKNOWLEDGE_DEADLINE);
    await rest.post(Routes.interactionCallback(id, token), { body, auth: false, signal });
  };

  const acknowledge = async (reply: ReplyHandle, manner: Manner, tries = 1): Promise<boolean> => {
    const flags = manner.isEphemeral ? MessageFlags.Ephemeral : 0;
    const body = manner.inPlace
      ? { type: InteractionResponseType.DeferredMessageUpdate }
      : { type: InteractionResponseType.DeferredChannelMessageWithSource, data: { flags } };
    try {
      await respond(reply, body);
      return true;
    } catch (error) {
      if (codeOf(error) === ACKNOWLEDGED) return true;
      const outcome = outcomeOf(error);
      if (tries < 2 && (outcome.kind === 'later' || outcome.kind === 'unknown'))
        return acknowledge(reply, manner, tries + 1);
      logger.warn('discord.not-acknowledged', { outcome });
      return outcome.kind === 'unknown';
    }
  };

  const attempt = async (write: (body: Body) => Promise<unknown>, body: Body): Promise<Outcome> => {
    try {
      await write(body);
      return { kind: 'sent', messageId: '' };
    } catch (error) {
      return outcomeOf(error);
    }
  };

  const deliver = async (write: (body: Body) => Promise<unknown>, card: Card): Promise<void> => {
    const message = render(card, commandIds());
    let { body } = payloadOf(message);
    for (let tries = 1; tries <= MOST_TRIES; tries += 1) {
      const outcome = await attempt(write, body);
      if (outcome.kind === 'sent') return;
      logger.warn('discord.answer-failed', { outcome, tries });
      if (outcome.kind === 'rejected') body = payloadOf({ ...message, payload: undefined }).body;
      else if (outcome.kind !== 'later' || outcome.afterMs > LONGEST_WAIT) return;
      else await wait(outcome.afterMs, undefined, { ref: false });
    }
  };

  const answer = async (
    { applicationId, token }: ReplyHandle,
    manner: Manner,
    { cards, inPlace }: Answer,
  ): Promise<void> => {
    const options = (): { auth: false; signal: AbortSignal } => ({
      auth: false,
      signal: AbortSignal.timeout(ANSWER_DEADLINE),
    });
    const original = Routes.webhookMessage(applicationId, token, '@original');
    const edit = (body: Body): Promise<unknown> =>
      rest.patch(original, { body: { content: '', embeds: [], ...body }, ...options() });
    const follow = (body: Body): Promise<unknown> => {
      const flags = (body.flags ?? 0) | (manner.isEphemeral ? MessageFlags.Ephemeral : 0);
      return rest.post(Routes.webhook(applicationId, token), { body: { ...body, flags }, ...options() });
    };
    // After a deferred update the original is the message with the button; else it is "thinking…", which must end.
    const place = manner.about === undefined ? undefined : `<#${manner.about}>`;
    const [first, ...others] = manner.inPlace && inPlace !== true ? [undefined, ...cards] : cards;
    if (first !== undefined) await deliver((body) => edit(headed(body, place)), first);
    else if (!manner.inPlace) await attempt(() => rest.delete(original, options()), {});
    for (const card of others) if (card !== undefined) await deliver(follow, card);
    // The client keeps a bucket for each token; this one is not used again.
    rest.handlers.sweep(({ id }) => id.includes(token));
  };

  const propose: Responder['propose'] = async (reply, choices) => {
    try {
      await respond(reply, {
        type: InteractionResponseType.ApplicationCommandAutocompleteResult,
        data: { choices },
      });
    } catch (error) {
      logger.debug('discord.proposal-late', { outcome: outcomeOf(error) });
    }
  };

  const ask: Responder['ask'] = async (reply, modal) => {
    try {
      await respond(reply, { type: InteractionResponseType.Modal, data: modal });
    } catch (error) {
      logger.warn('discord.question-failed', { outcome: outcomeOf(error) });
    }
  };

  return { acknowledge, answer, propose, ask };
};
