import type { SeenEntry } from '../domain/entry.ts';
import { hashId } from '../domain/hash-id.ts';
import type { SeenEntries } from '../domain/ports.ts';
import { storeKey } from './store-key.ts';
import type { Table } from './table.ts';

// Publishers' keys may be as long as they like, and hold anything.
const seenKey = (feedId: string, key: string): string => storeKey(feedId, hashId(key));

/** One record for each entry that was read: `FEED/HASH`. It goes when its table's time is over. */
export const createSeenEntries = (table: Table<SeenEntry>): SeenEntries => ({
  get: async (feedId, keys) => {
    const found = await table.getMany(keys.map((key) => seenKey(feedId, key)));
    return new Map(found.flatMap((entry) => (entry === undefined ? [] : [[entry.key, entry] as const])));
  },
  add: (entries) => table.setMany(entries.map((entry) => [seenKey(entry.feedId, entry.key), entry] as const)),
});
