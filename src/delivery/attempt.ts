import type { Message } from '../domain/card.ts';
import type { Destination } from '../domain/destination.ts';
import type { Messenger } from '../domain/ports.ts';
import { type Tried, type Verdict, verdictOn } from './outcome-policy.ts';

/** What an attempt came to, the two ways of sending it again at once already tried. */
export type Attempted = Exclude<Verdict, { do: 'resend-without-reply' | 'resend-as-plain-text' }>;

/** One attempt: a lost reply target and refused markup are mended on the spot, with the same delivery id. */
export const attemptSend = async (
  messenger: Messenger,
  destination: Destination,
  message: Message,
  deliveryId: string,
  attempts: number,
  plain: (message: Message) => Message,
  again: boolean,
): Promise<{ readonly attempted: Attempted; readonly message: Message }> => {
  let current = message;
  let tried: Tried = { attempts, withoutReply: message.replyTo === undefined, asPlainText: false };
  for (;;) {
    const verdict = verdictOn(await messenger.send(destination, current, deliveryId, again), tried);
    if (verdict.do === 'resend-without-reply') {
      const { replyTo: _lost, ...rest } = current;
      current = rest;
      tried = { ...tried, withoutReply: true };
    } else if (verdict.do === 'resend-as-plain-text') {
      current = { ...current, payload: plain(current).payload };
      tried = { ...tried, asPlainText: true };
    } else return { attempted: verdict, message: current };
  }
};
