import { type Destination, destinationKey } from '../domain/destination.ts';
import type { Subscriptions } from '../domain/ports.ts';
import type { Subscription } from '../domain/subscription.ts';
import type { MatchIndex } from './match-index.ts';

/** The store's subscriptions with the index beside them: whoever writes through it keeps the index exact. */
export interface SubscriptionBook extends Subscriptions {
  /** Reads the store into the index. Resolves to the number of subscriptions. */
  load(): Promise<number>;
  /** The subscribed topics of a chat. */
  topicsOf(chat: Destination): readonly Destination[];
}

export const createSubscriptionBook = (store: Subscriptions, index: MatchIndex): SubscriptionBook => {
  const lines = new Map<string, Promise<void>>();
  /** Topics by their chat: few chats have any. */
  const topics = new Map<string, Map<string, Destination>>();
  const chatKey = ({ platform, chat }: Destination): string => destinationKey({ platform, chat });

  const put = (subscription: Subscription): void => {
    const { destination } = subscription;
    index.put(subscription);
    if (destination.thread === undefined) return;
    const ofChat = topics.get(chatKey(destination)) ?? new Map<string, Destination>();
    topics.set(chatKey(destination), ofChat.set(destinationKey(destination), destination));
  };

  /** Writes to one destination follow one another, so that store and index end with the same one. */
  const inLine = (key: string, write: () => Promise<void>): Promise<void> => {
    const before = lines.get(key) ?? Promise.resolve();
    const mine = before.then(write, write);
    lines.set(key, mine);
    const leave = (): void => {
      if (lines.get(key) === mine) lines.delete(key);
    };
    mine.then(leave, leave);
    return mine;
  };

  return {
    async load() {
      let count = 0;
      for await (const subscription of store.all()) {
        put(subscription);
        count++;
      }
      return count;
    },
    topicsOf: (chat) => [...(topics.get(chatKey(chat))?.values() ?? [])],
    all: () => store.all(),
    get: (destination) => store.get(destination),
    save: (subscription: Subscription) =>
      inLine(destinationKey(subscription.destination), async () => {
        await store.save(subscription);
        put(subscription);
      }),
    delete: (destination) =>
      inLine(destinationKey(destination), async () => {
        await store.delete(destination);
        index.remove(destination);
        topics.get(chatKey(destination))?.delete(destinationKey(destination));
      }),
  };
};
