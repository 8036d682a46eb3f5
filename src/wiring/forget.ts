import type { DeliveryDesk } from '../delivery/delivery-desk.ts';
import type { SubscriptionBook } from '../delivery/subscription-book.ts';
import { type Destination, destinationKey } from '../domain/destination.ts';
import type { Lane } from '../domain/lane.ts';
import { placeId } from '../domain/place-id.ts';
import type { SentMessages } from '../domain/ports.ts';
import type { LastSent } from './last-sent.ts';
import type { ObjectionBook } from './objection-book.ts';

export interface ForgetParts {
  readonly desk: Pick<DeliveryDesk, 'forget'>;
  readonly sentMessages: Pick<SentMessages, 'forget'>;
  readonly subscriptions: Pick<SubscriptionBook, 'get' | 'save' | 'setUpBy'>;
  readonly objections: Pick<ObjectionBook, 'forget'>;
  readonly lastSent: Pick<LastSent, 'forget'>;
  /** Every incident of which somebody may have been told. */
  readonly incidentIds: () => readonly string[];
  readonly lane: Lane;
  /** Takes the place out of what processes told one another. */
  readonly erase: (destination: Destination) => Promise<void>;
}

/**
 * Removes all that is kept of a place beside its subscription, which is gone already, and a person's name wherever it
 * stands. Alone with its store, once it resolves no key and no value holds the place's id, and what was under way to it
 * writes nothing any more. Where several share the work, that holds for the outbox, the records and what they tell one
 * another, but for what another process is writing at that very moment: an alert being decided then holds the id until it
 * is sent, a message that is being recorded then until its incident is forgotten. The files of a store may hold what is
 * deleted until they are compacted.
 */
export const createForget = (parts: ForgetParts) => {
  const { desk, sentMessages, subscriptions, objections, lastSent, incidentIds, lane, erase } = parts;

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
    // In the lane: an alert that is being decided goes to the outbox, and a merger copies what was told.
    await lane(async () => {
      await desk.forget(destination);
      await sentMessages.forget(destination, incidentIds());
    });
    lastSent.forget(placeId(destination));
    await objections.forget(destinationKey({ platform, chat: person ?? chat }));
    if (person !== undefined) await unname(destination, person);
    await erase(destination);
  };
};
