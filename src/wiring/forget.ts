import { type Destination, destinationKey } from '../domain/destination.ts';
import type { Store, Subscriptions } from '../domain/ports.ts';
import type { Subscription } from '../domain/subscription.ts';
import type { LastSent } from './last-sent.ts';
import type { ObjectionBook } from './objection-book.ts';

export interface ForgetParts {
  readonly store: Pick<Store, 'sentMessages' | 'outbox'>;
  readonly subscriptions: Pick<Subscriptions, 'all' | 'save'>;
  readonly objections: Pick<ObjectionBook, 'forget'>;
  readonly lastSent: Pick<LastSent, 'forget'>;
}

/** Removes all that is kept of a place beside its subscription, and a person's name wherever it stands. */
export const createForget = ({ store, subscriptions, objections, lastSent }: ForgetParts) => {
  const settleOwed = async (wanted: string): Promise<void> => {
    const ids: string[] = [];
    for await (const { id, destination } of store.outbox.deferred())
      if (destinationKey(destination) === wanted) ids.push(id);
    if (ids.length > 0) await store.outbox.settle(ids);
  };

  /** Places that somebody set up go on without their name. */
  const unname = async ({ platform }: Destination, person: string): Promise<void> => {
    const theirs: Subscription[] = [];
    for await (const subscription of subscriptions.all())
      if (subscription.createdBy === person && subscription.destination.platform === platform)
        theirs.push(subscription);
    for (const { createdBy: _, ...subscription } of theirs) await subscriptions.save(subscription);
  };

  return async (destination: Destination, person: string | undefined): Promise<void> => {
    const { platform, chat } = destination;
    await settleOwed(destinationKey(destination));
    await store.sentMessages.forget(destination);
    lastSent.forget(destination);
    await objections.forget(destinationKey({ platform, chat: person ?? chat }));
    if (person !== undefined) await unname(destination, person);
  };
};
