import { type Destination, destinationKey } from '../domain/destination.ts';
import type { FeedState } from '../domain/feed.ts';
import type { Instant } from '../domain/instant.ts';
import { placeId } from '../domain/place-id.ts';
import type { Store } from '../domain/ports.ts';
import type { Step } from '../pipeline.ts';

/** What one process tells the others. */
export type Change =
  /** `done`: it is written; otherwise it is about to be, and whoever hears no more of it looks by himself. */
  | { readonly what: 'subscription'; readonly destination: Destination; readonly done: boolean }
  | { readonly what: 'incident'; readonly id: string; readonly done: boolean }
  | { readonly what: 'feed-state'; readonly state: FeedState }
  | { readonly what: 'step'; readonly step: Step }
  /** Of these places no more is said than their `placeId`: nobody has to find them by it. */
  | { readonly what: 'told'; readonly place: string; readonly at: Instant }
  | { readonly what: 'asked'; readonly place: string; readonly asks?: string }
  | { readonly what: 'forgotten'; readonly place: string }
  | { readonly what: 'seconded'; readonly incidentId: string }
  /** Something waits in these queues. */
  | { readonly what: 'work'; readonly queues: readonly string[] }
  | { readonly what: 'reload' };

/** Whether a change is about a place, of which nothing is to be kept. */
export const isAbout = (destination: Destination): ((change: Change) => boolean) => {
  const [key, place] = [destinationKey(destination), placeId(destination)];
  return (change) =>
    'destination' in change
      ? destinationKey(change.destination) === key
      : 'place' in change && change.place === place;
};

export type Tell = (...changes: readonly Change[]) => Promise<void>;

/** The store, of whose changes the other processes hear: before as well, because who writes may die before it tells. */
export const shareChanges = (store: Store, tell: Tell): Store => {
  const aboutSubscription = async (destination: Destination, write: () => Promise<void>): Promise<void> => {
    await tell({ what: 'subscription', destination, done: false });
    await write();
    await tell({ what: 'subscription', destination, done: true });
  };
  return {
    ...store,
    subscriptions: {
      ...store.subscriptions,
      save: (subscription) =>
        aboutSubscription(subscription.destination, () => store.subscriptions.save(subscription)),
      delete: (destination) => aboutSubscription(destination, () => store.subscriptions.delete(destination)),
    },
    incidents: {
      ...store.incidents,
      save: async (incidents) => {
        const about = (done: boolean) => incidents.map(({ id }): Change => ({ what: 'incident', id, done }));
        await tell(...about(false));
        await store.incidents.save(incidents);
        await tell(...about(true));
      },
    },
    feedStates: {
      ...store.feedStates,
      set: async (state) => {
        await store.feedStates.set(state);
        await tell({ what: 'feed-state', state });
      },
    },
  };
};
