import type { Answer } from '../domain/command.ts';
import type { Destination } from '../domain/destination.ts';
import type { Clock, SentMessages, Subscriptions, Words } from '../domain/ports.ts';
import type { Subscription } from '../domain/subscription.ts';
import type { DiscordOptions } from '../platforms/discord/create-discord.ts';
import type { TelegramOptions } from '../platforms/telegram/bot.ts';

export interface PresenceParts {
  readonly subscriptions: Pick<Subscriptions, 'get' | 'save' | 'delete'>;
  readonly sentMessages: SentMessages;
  readonly words: Words;
  readonly clock: Clock;
  /** The platform says that a place is back, or that a right was given. */
  readonly restore: (destination: Destination) => Promise<void>;
}

/** What we do when a platform tells that we came, left, or that a chat moved. */
export const createPresence = ({ subscriptions, sentMessages, words, clock, restore }: PresenceParts) => {
  const change = async (
    destination: Destination,
    next: (old: Subscription) => Subscription,
  ): Promise<void> => {
    const subscription = await subscriptions.get(destination);
    if (subscription !== undefined) await subscriptions.save(next(subscription));
  };

  const left = (destination: Destination): Promise<void> =>
    change(destination, (old) => ({ ...old, state: 'gone', stateSince: clock.now() }));

  const greet = (language: string): Answer => ({
    cards: [{ shape: 'text', paragraphs: [[words.say(language, `greeting.group`)]], buttons: [] }],
    private: false,
  });

  const onTelegramPresence: TelegramOptions['onPresence'] = async ({
    destination,
    place,
    present,
    joined,
    language,
  }) => {
    if (!present) {
      await left(destination);
      return undefined;
    }
    await restore(destination);
    return joined && place !== 'private' ? greet(language) : undefined;
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
