import { setTimeout as wait } from 'node:timers/promises';
import type { Card, Message } from '../../domain/card.ts';
import type { Answer } from '../../domain/command.ts';
import type { Destination } from '../../domain/destination.ts';
import { type Millis, SECOND } from '../../domain/instant.ts';
import type { Outcome } from '../../domain/outcome.ts';
import type { Logger, Messenger } from '../../domain/ports.ts';
import type { Call } from './call.ts';
import type { Asked } from './parse-update.ts';

/** Answers are not in the outbox: a person waits for them now, or asks again. */
const MOST_TRIES = 3;
const LONGEST_WAIT: Millis = 30 * SECOND;
/** https://core.telegram.org/bots/api#answercallbackquery. */
const NOTICE_LIMIT = 200;

export interface Answerer {
  /** Shows an answer where it was asked for: in place, as a notice to the asker alone, or as messages. */
  answer(asked: Asked, answer: Answer): Promise<void>;
  /** Sends cards that nobody asked for here. */
  tell(destination: Destination, cards: readonly Card[]): Promise<void>;
  /** Ends the wait of a pressed button, with a notice if there is one. */
  release(queryId: string, notice?: string): Promise<void>;
}

/** A short text that needs no markup, which Telegram can show to the asker alone. */
const noticeOf = ({ private: isPrivate, cards }: Answer, message: Message | undefined): string | undefined =>
  isPrivate &&
  cards.length === 1 &&
  cards[0]?.buttons.length === 0 &&
  (cards[0].shape === 'alert' || cards[0].asks === undefined) &&
  message !== undefined &&
  message.plain.length <= NOTICE_LIMIT
    ? message.plain
    : undefined;

export const createAnswerer = (call: Call, messenger: Messenger, logger: Logger): Answerer => {
  const attempt = async (destination: Destination, message: Message, tries: number): Promise<Outcome> => {
    const outcome = await messenger.send(destination, message, '');
    const isLast = tries >= MOST_TRIES;
    if (outcome.kind === 'later' && !isLast && outcome.afterMs <= LONGEST_WAIT) {
      await wait(outcome.afterMs, undefined, { ref: false });
      return attempt(destination, message, tries + 1);
    }
    if (outcome.kind === 'moved' && !isLast) return attempt(outcome.destination, message, tries + 1);
    if (outcome.kind === 'rejected' && message.payload !== undefined) {
      logger.error('telegram.answer-rejected', { why: outcome.why, payload: message.payload });
      return attempt(destination, { ...message, payload: undefined }, tries + 1);
    }
    return outcome;
  };

  const deliver = async (destination: Destination, message: Message): Promise<void> => {
    const outcome = await attempt(destination, message, 1);
    if (outcome.kind !== 'sent') logger.warn('telegram.answer-lost', { chat: destination.chat, outcome });
  };

  const tell = async (destination: Destination, cards: readonly Card[]): Promise<void> => {
    for (const card of cards) await deliver(destination, messenger.render(card));
  };

  const release = async (queryId: string, notice?: string): Promise<void> => {
    const text = notice === undefined ? {} : { text: notice, show_alert: true };
    try {
      await call('answerCallbackQuery', { callback_query_id: queryId, ...text });
    } catch (error) {
      // Too old by now: the person sees the answer itself, or presses again.
      logger.debug('telegram.press-too-old', { why: String(error) });
    }
  };

  const answer = async (asked: Asked, given: Answer): Promise<void> => {
    const { destination, messageId, standing, queryId } = asked;
    const [first, ...others] = given.cards.map((card) => messenger.render(card));
    const notice = queryId === undefined ? undefined : noticeOf(given, first);
    if (queryId !== undefined) await release(queryId, notice);
    if (first === undefined || notice !== undefined) return;
    const isReplaced =
      queryId !== undefined &&
      given.inPlace === true &&
      (await messenger.edit(destination, messageId, first)).kind === 'sent';
    // In groups the answer hangs under the question, so that others see what it answers.
    const reply = standing === 'private' || queryId !== undefined ? {} : { replyTo: messageId };
    if (!isReplaced) await deliver(destination, { ...first, ...reply });
    for (const message of others) await deliver(destination, message);
  };

  return { answer, tell, release };
};
