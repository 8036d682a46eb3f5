import type { SubscriptionBook } from '../delivery/subscription-book.ts';
import { type Destination, destinationKey } from '../domain/destination.ts';
import { placeId } from '../domain/place-id.ts';
import type { Store } from '../domain/ports.ts';
import type { LastSent } from './last-sent.ts';
import type { ObjectionBook } from './objection-book.ts';

export interface ForgetParts {
  readonly store: Pick<Store, 'sentMessages' | 'outbox'>;
  readonly subscriptions: Pick<SubscriptionBook, 'get' | 'save' | 'setUpBy'>;
  readonly objections: Pick<ObjectionBook, 'forget'>;
  readonly lastSent: Pick<LastSent, 'forget'>;
  /** Every incident of which somebody may have been told. */
  readonly incidentIds: () => readonly string[];
  /** Takes the place out of what processes told one another. */
  readonly erase: (destination: Destination) => Promise<void>;
}

/** Removes all that is kept of a place beside its subscription, and a person's name wherever it stands. */
export const createForget = (parts: ForgetParts) => {
  const { store, subscriptions, objections, lastSent, incidentIds, erase } = parts;

  const settleOwed = async (wanted: string): Promise<void> => {
    const ids: string[] = [];
    for await (const { id, destination } of store.outbox.deferred())
      if (destinationKey(destination) === wanted) ids.push(id);
    if (ids.length > 0) await store.outbox.settle(ids);
  };

  /** Places that somebody set up go on without their name. */
  const unname = async ({ platform }: Destination, person: string): Promise<void> => {
    for (const place of subscriptions.setUpBy(platform, person)) {
      const subscription = await subscriptions.get(place);
      if (subscription?.createdBy !== person) continue;
      const { createdBy: _, ...unnamed } = subscription;
      await subscriptions.save(unnamed);
    }
  };

  return async (destination: Destination, person: string | undefined): Promise<void> => {
    const { platform, chat } = destination;
    await settleOwed(destinationKey(destination));
    await store.sentMessages.forget(destination, incidentIds());
    lastSent.forget(placeId(destination));
    await objections.forget(destinationKey({ platform, chat: person ?? chat }));
    if (person !== undefined) await unname(destination, person);
    await erase(destination);
  };
};
