import type { Broadcast, DeferredDelivery } from '../domain/delivery.ts';
import type { Outbox } from '../domain/ports.ts';
import { storeKey } from './store-key.ts';
import type { Table } from './table.ts';

/** A hundred thousand destinations are a hundred records of about 60 KB, and each is settled by itself. */
const DESTINATIONS_A_RECORD = 1000;

const PART_DIGITS = 4;

/** A broadcast to more destinations than fit one record becomes parts, `ID/0000`, `ID/0001`, …, each a broadcast. */
const splitBroadcast = (broadcast: Broadcast): readonly Broadcast[] => {
  const { id, to } = broadcast;
  if (to.length <= DESTINATIONS_A_RECORD) return [broadcast];
  return Array.from({ length: Math.ceil(to.length / DESTINATIONS_A_RECORD) }, (_, part) => ({
    ...broadcast,
    id: `${id}/${String(part).padStart(PART_DIGITS, '0')}`,
    to: to.slice(part * DESTINATIONS_A_RECORD, (part + 1) * DESTINATIONS_A_RECORD),
  }));
};

const broadcastKey = (id: string): string => storeKey(...id.split('/'));

/**
 * The outbox of one process, on keyv. `add` writes all or none, splitting what is too large; `broadcasts` gives the
 * parts, in the order of ids; `remove` takes a part's id, or the whole broadcast's for all its parts.
 */
export const createOutbox = (broadcasts: Table<Broadcast>, deferred: Table<DeferredDelivery>): Outbox => ({
  add: (added) =>
    broadcasts.setMany(
      added.flatMap(splitBroadcast).map((broadcast) => [broadcastKey(broadcast.id), broadcast] as const),
    ),
  broadcasts: () => broadcasts.iterate(),
  remove: async (broadcastIds) => {
    const keys = broadcastIds.map(broadcastKey);
    for (const key of [...keys]) {
      for await (const part of broadcasts.keys(`${key}/`)) keys.push(part);
    }
    await broadcasts.deleteMany(keys);
  },
  defer: (deliveries) =>
    deferred.setMany(deliveries.map((delivery) => [storeKey(delivery.id), delivery] as const)),
  deferred: () => deferred.iterate(),
  settle: (deliveryIds) => deferred.deleteMany(deliveryIds.map((id) => storeKey(id))),
});
