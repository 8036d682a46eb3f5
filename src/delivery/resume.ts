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

/** What was sent or set aside is proof that a delivery is done, whatever its broadcast's record says. */
export const loadOwed = async (store: {
  readonly outbox: Outbox;
  readonly sentMessages: SentMessages;
}): Promise<Owed> => {
  const deferred: DeferredDelivery[] = [];
  for await (const delivery of store.outbox.deferred()) deferred.push(delivery);
  const setAside = new Set(deferred.map(({ id }) => id));
  const broadcasts: Broadcast[] = [];
  const finished: string[] = [];
  for await (const broadcast of store.outbox.broadcasts()) {
    const { alert, to } = broadcast;
    const told = await store.sentMessages.get(alert.incidentId, to);
    const owed = to.filter(
      (destination, at) =>
        (told[at]?.revision ?? -1) < alert.revision && !setAside.has(deliveryId(alert, destination)),
    );
    if (owed.length > 0) broadcasts.push({ ...broadcast, to: owed });
    else finished.push(broadcast.id);
  }
  return { broadcasts: broadcasts.toSorted((a, b) => a.createdAt - b.createdAt), deferred, finished };
};
