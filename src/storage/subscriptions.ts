import type { Subscriptions } from '../domain/ports.ts';
import type { Subscription } from '../domain/subscription.ts';
import { destinationParts, storeKey } from './store-key.ts';
import type { Table } from './table.ts';

/** One record for each destination, `PLATFORM/CHAT[/THREAD]`: two people at once never write the same list. */
export const createSubscriptions = (table: Table<Subscription>): Subscriptions => ({
  all: () => table.iterate(),
  get: (destination) => table.get(storeKey(...destinationParts(destination))),
  save: (subscription) => table.set(storeKey(...destinationParts(subscription.destination)), subscription),
  delete: async (destination) => {
    await table.delete(storeKey(...destinationParts(destination)));
  },
});
