import type { Broadcast, DeferredDelivery } from '../domain/delivery.ts';
import type { Outbox, SentMessages } from '../domain/ports.ts';
import { deliveryId } from './route.ts';

/** What a former run left. */
export interface Owed {
  /** Only with the destinations that are still owed. */
  readonly broadcasts: readonly Broadcast[];
  readonly deferred: readonly DeferredDelivery[];
  /** Broadcasts of which everything is done; only their removal was not written. */
  readonly finished: readonly string[];
}

/** What another process has written down for us to send. */
export type HandedOver = Pick<Owed, 'broadcasts' | 'deferred'>;

type Told = Pick<SentMessages, 'get'>;

/** What was sent or set aside is proof that a delivery is done, whatever its broadcast's record says. */
export const stillOwed = async ({ broadcasts, deferred }: HandedOver, sentMessages: Told): Promise<Owed> => {
  const setAside = new Set(deferred.map(({ id }) => id));
  const owing: Broadcast[] = [];
  const finished: string[] = [];
  for (const broadcast of broadcasts) {
    const { alert, to } = broadcast;
    const told = await sentMessages.get(alert.incidentId, to);
    const owed = to.filter(
      (destination, at) =>
        (told[at]?.revision ?? -1) < alert.revision && !setAside.has(deliveryId(alert, destination)),
    );
    if (owed.length > 0) owing.push({ ...broadcast, to: owed });
    else finished.push(broadcast.id);
  }
  return { broadcasts: owing.toSorted((a, b) => a.createdAt - b.createdAt), deferred, finished };
};

const listOf = async <T>(records: AsyncIterable<T>): Promise<T[]> => {
  const found: T[] = [];
  for await (const record of records) found.push(record);
  return found;
};

/** All that the store holds of a former run. */
export const loadOwed = async (store: {
  readonly outbox: Outbox;
  readonly sentMessages: Told;
}): Promise<Owed> => {
  const deferred = await listOf(store.outbox.deferred());
  const broadcasts = await listOf(store.outbox.broadcasts());
  return stillOwed({ broadcasts, deferred }, store.sentMessages);
};
