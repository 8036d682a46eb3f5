import type { Fate } from '../commands/rooms.ts';
import { quietUntil } from '../delivery/quiet-hours.ts';
import type { Broadcast, DeferredDelivery, SentMessage } from '../domain/delivery.ts';
import { type Destination, destinationKey } from '../domain/destination.ts';
import type { Incident } from '../domain/incident.ts';
import { isMuted } from '../domain/is-muted.ts';
import type { Outbox, SentMessages, Subscriptions } from '../domain/ports.ts';
import type { Subscription } from '../domain/subscription.ts';

export interface FateParts {
  readonly outbox: Pick<Outbox, 'broadcasts' | 'deferred'>;
  readonly sentMessages: Pick<SentMessages, 'get'>;
  readonly subscriptions: Pick<Subscriptions, 'get'>;
}

/** What became of the alerts about an incident in one place, oldest word first; empty where it is not subscribed. */
export type ReadFate = (incident: Incident, destination: Destination) => Promise<readonly Fate[]>;

const first = async <T>(records: AsyncIterable<T>, fits: (record: T) => boolean): Promise<T | undefined> => {
  for await (const record of records) if (fits(record)) return record;
  return undefined;
};

const sentFate = (told: SentMessage | undefined): readonly Fate[] => {
  if (told === undefined || told.how === 'dropped') return [];
  return [{ what: told.how === 'digest' ? 'in-digest' : 'sent', at: told.at }];
};

const isAt = (destination: Destination): ((other: Destination) => boolean) => {
  const key = destinationKey(destination);
  return (other) => destinationKey(other) === key;
};

/** Quiet hours and digests keep alerts alike; the end of the quiet hours tells which of them it is. */
const waitFate = ({ notBefore }: DeferredDelivery, { quiet, zone }: Subscription): Fate => {
  const quietEnd = quiet === undefined ? undefined : quietUntil(quiet, zone, notBefore - 1);
  return { what: quietEnd === notBefore ? 'quiet' : 'digest', at: notBefore };
};

const hasHeard = (told: SentMessage | undefined, revision: number): boolean =>
  told !== undefined && told.revision >= revision;

export const createReadFate = ({ outbox, sentMessages, subscriptions }: FateParts): ReadFate => {
  const heldOf = ({ id }: Incident, destination: Destination): Promise<Broadcast | undefined> =>
    first(
      outbox.broadcasts(),
      ({ held, alert, to }) => held && alert.incidentId === id && to.some(isAt(destination)),
    );

  /** Whoever hears at once, at any hour, has nothing that waits: the outbox may be long. */
  const waitingOf = async (
    { id }: Incident,
    { cadence, quiet, destination }: Subscription,
  ): Promise<DeferredDelivery | undefined> =>
    cadence === 'instant' && quiet === undefined
      ? undefined
      : first(
          outbox.deferred(),
          ({ status, alert, destination: to }) =>
            status === 'digest' && alert.incidentId === id && isAt(destination)(to),
        );

  /** Why the latest was not told there, or not yet. */
  const keptBack = async (
    incident: Incident,
    subscription: Subscription,
    told: SentMessage | undefined,
  ): Promise<Fate | undefined> => {
    const held = await heldOf(incident, subscription.destination);
    if (held !== undefined) return { what: 'held', at: held.createdAt };
    if (isMuted(subscription, incident)) return { what: 'muted' };
    const { withheld, revision } = incident;
    if (withheld !== undefined && !hasHeard(told, withheld.revision))
      return { what: 'dropped-by-operator', at: withheld.at };
    if (subscription.state === 'paused' && !hasHeard(told, revision))
      return { what: 'paused', at: subscription.stateSince };
    const waiting = await waitingOf(incident, subscription);
    if (waiting !== undefined) return waitFate(waiting, subscription);
    return told?.how === 'dropped' ? { what: 'not-sent', at: told.at } : undefined;
  };

  return async (incident, destination) => {
    const subscription = await subscriptions.get(destination);
    if (subscription === undefined) return [];
    const [told] = await sentMessages.get(incident.id, [destination]);
    const kept = await keptBack(incident, subscription, told);
    return [...sentFate(told), ...(kept === undefined ? [] : [kept])];
  };
};
