import { setImmediate } from 'node:timers/promises';
import { type Destination, destinationKey, type Platform } from '../domain/destination.ts';
import { placeId } from '../domain/place-id.ts';
import type { Subscriptions } from '../domain/ports.ts';
import type { Subscription } from '../domain/subscription.ts';
import type { MatchIndex } from './match-index.ts';
import { createPlaceGroups } from './place-groups.ts';

/** The store's subscriptions with the index beside them: whoever writes through it keeps the index exact. */
export interface SubscriptionBook extends Subscriptions {
  /** Reads the store into the index. Resolves to the number of subscriptions. */
  load(): Promise<number>;
  /** Another process has written it: reads it from the store again. */
  refresh(destination: Destination): Promise<void>;
  /** Another process has forgotten it, and says no more of it than its `placeId`: reads it from the store again. */
  forgotten(place: string): Promise<void>;
  /** The subscribed topics of a chat. */
  topicsOf(chat: Destination): readonly Destination[];
  /** Places that somebody set up, their own chat left out. */
  setUpBy(platform: Platform, person: string): readonly Destination[];
  /** Languages that somebody reads, or read since we started. */
  languages(): readonly string[];
}

/** A hundred thousand are looked at in a quarter of a second: timers and sockets get their turn meanwhile. */
const LOOK_TOGETHER = 1000;

export const createSubscriptionBook = (store: Subscriptions, index: MatchIndex): SubscriptionBook => {
  const lines = new Map<string, Promise<void>>();
  const topics = createPlaceGroups();
  const elsewhere = createPlaceGroups();
  const languages = new Set<string>();
  const chatKey = ({ platform, chat }: Destination): string => destinationKey({ platform, chat });
  const personKey = ({ platform }: Destination, person: string): string =>
    destinationKey({ platform, chat: person });

  const put = (subscription: Subscription): void => {
    const { destination, createdBy } = subscription;
    index.put(subscription);
    languages.add(subscription.language);
    topics.put(destination, destination.thread === undefined ? undefined : chatKey(destination));
    // A private chat is its person's own, under the same id.
    const isOwn = createdBy === undefined || createdBy === destination.chat;
    elsewhere.put(destination, isOwn ? undefined : personKey(destination, createdBy));
  };

  const remove = (destination: Destination): void => {
    index.remove(destination);
    topics.put(destination, undefined);
    elsewhere.put(destination, undefined);
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

  const refresh = (destination: Destination): Promise<void> =>
    inLine(destinationKey(destination), async () => {
      const subscription = await store.get(destination);
      if (subscription === undefined) remove(destination);
      else put(subscription);
    });

  return {
    async load() {
      let count = 0;
      for await (const subscription of store.all()) {
        put(subscription);
        count++;
      }
      return count;
    },
    topicsOf: (chat) => topics.of(chatKey(chat)),
    setUpBy: (platform, person) => elsewhere.of(destinationKey({ platform, chat: person })),
    languages: () => [...languages],
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
        remove(destination);
      }),
    refresh,
    async forgotten(place) {
      let looked = 0;
      for (const destination of index.destinations()) {
        if (placeId(destination) === place) return refresh(destination);
        if (++looked % LOOK_TOGETHER === 0) await setImmediate();
      }
    },
  };
};
