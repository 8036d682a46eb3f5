import type { SubscriptionBook } from '../delivery/subscription-book.ts';
import type { Card } from '../domain/card.ts';
import type { Answer } from '../domain/command.ts';
import type { Destination } from '../domain/destination.ts';
import type { Clock, SentMessages, Words } from '../domain/ports.ts';
import type { Subscription } from '../domain/subscription.ts';
import type { DiscordOptions } from '../platforms/discord/create-discord.ts';
import type { TelegramOptions } from '../platforms/telegram/bot.ts';
import type { Access } from './access.ts';
import { greet } from './greet.ts';

export interface PresenceParts {
  readonly subscriptions: Pick<SubscriptionBook, 'get' | 'save' | 'delete' | 'topicsOf'>;
  readonly access: Pick<Access, 'serves' | 'refusal'>;
  readonly sentMessages: SentMessages;
  readonly words: Words;
  readonly clock: Clock;
  /** The platform says that a place is back, or that a right was given. */
  readonly restore: (destination: Destination) => Promise<void>;
}

/** What we do when a platform tells that we came, left, or that a chat moved. */
export const createPresence = ({
  subscriptions,
  access,
  sentMessages,
  words,
  clock,
  restore,
}: PresenceParts) => {
  const change = async (
    destination: Destination,
    next: (old: Subscription) => Subscription,
  ): Promise<void> => {
    const subscription = await subscriptions.get(destination);
    if (subscription !== undefined) await subscriptions.save(next(subscription));
  };

  const left = (destination: Destination): Promise<void> =>
    // Who paused comes back paused.
    change(destination, (old) =>
      old.state === 'paused' ? old : { ...old, state: 'gone', stateSince: clock.now() },
    );

  const answer = (card: Card): Answer => ({ cards: [card], private: false });

  const onTelegramPresence: TelegramOptions['onPresence'] = async (presence) => {
    const { destination, place, present, joined, title, handle, mayPost, by, language } = presence;
    const places =
      destination.thread === undefined
        ? [destination, ...subscriptions.topicsOf(destination)]
        : [destination];
    if (!present) {
      for (const each of places) await left(each);
      return undefined;
    }
    const before = await subscriptions.get(destination);
    for (const each of places) await restore(each);
    if (!joined || place === 'private') return undefined;
    if (!(await access.serves(destination, by))) return access.refusal(destination, language);
    return answer(greet({ place, title, handle, mayPost, language }, before, words));
  };

  const onDiscordPresence: DiscordOptions['onPresence'] = async (presence) => {
    for (const destination of presence.destinations)
      await (presence.change === 'left' ? left(destination) : restore(destination));
  };

  /** A group became a supergroup: the subscription moves along, the old message ids mean nothing there. */
  const onMoved = async (from: Destination, to: Destination): Promise<void> => {
    const subscription = await subscriptions.get(from);
    if (subscription === undefined) return;
    await subscriptions.save({ ...subscription, destination: to });
    await subscriptions.delete(from);
    await sentMessages.forget(from);
  };

  return { onTelegramPresence, onDiscordPresence, onMoved };
};
