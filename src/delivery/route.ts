import type { Broadcast, SentMessage } from '../domain/delivery.ts';
import { type Destination, destinationKey } from '../domain/destination.ts';
import { hashId } from '../domain/hash-id.ts';
import type { Alert, Correlated, Incident } from '../domain/incident.ts';
import type { Instant } from '../domain/instant.ts';
import { type BrakeState, brake } from './brake.ts';
import type { MatchIndex } from './match-index.ts';

/** Small enough to be rewritten in a moment, large enough that 100,000 chats cost 100 writes. */
const DESTINATIONS_PER_BROADCAST = 1000;

/** What the step needs to know. `told`: what was sent about the incident; `toldOfMerged`: about the younger one. */
export interface RouteContext {
  readonly index: Pick<MatchIndex, 'recipients' | 'has'>;
  readonly told: readonly SentMessage[];
  readonly toldOfMerged?: readonly SentMessage[];
  readonly brake: BrakeState;
  readonly now: Instant;
}

/** What is to be written, in this order: `inherited`, `broadcasts`; then the incident. */
export interface Routed {
  /** Messages about the younger incident that from now on stand for the older: an update replies to them. */
  readonly inherited: readonly SentMessage[];
  readonly broadcasts: readonly Broadcast[];
  /** Incidents whose pending deliveries are void. */
  readonly withdrawn: readonly string[];
  readonly brake: BrakeState;
  /** The brake went on with this alert: operators are to be asked. */
  readonly engaged: boolean;
  readonly stopped?: 'nobody-matches' | 'braked';
}

type Step = Pick<Correlated, 'incident'> & {
  readonly alert?: Alert | undefined;
  readonly merged?: Incident | undefined;
};

const wasTold = ({ how }: SentMessage): boolean => how !== 'dropped';

const keysOf = (destinations: readonly Destination[]): ReadonlySet<string> =>
  new Set(destinations.map(destinationKey));

/** Who has heard of the incident itself: a record inherited before a crash (revision 0) is the younger's. */
const readersOf = (told: readonly SentMessage[]): Destination[] =>
  told.filter((one) => wasTold(one) && one.revision > 0).map(({ destination }) => destination);

const unique = (destinations: readonly Destination[]): Destination[] => [
  ...new Map(destinations.map((destination) => [destinationKey(destination), destination])).values(),
];

/** The words for people who hear of the older incident because the younger turned out to be the same. */
const mergedAlert = (incident: Incident, now: Instant): Alert => ({
  incidentId: incident.id,
  revision: incident.revision,
  change: 'updated',
  reasons: ['merged'],
  at: now,
});

const inParts = (to: readonly Destination[]): Destination[][] =>
  Array.from({ length: Math.ceil(to.length / DESTINATIONS_PER_BROADCAST) }, (_, part) =>
    to.slice(part * DESTINATIONS_PER_BROADCAST, (part + 1) * DESTINATIONS_PER_BROADCAST),
  );

const broadcastsOf = (
  alert: Alert,
  { severity }: Incident,
  to: readonly Destination[],
  merged: string,
  held: boolean,
): Broadcast[] =>
  inParts(to).map((destinations, part) => ({
    v: 1,
    id: hashId(alert.incidentId, alert.revision, merged, part),
    alert,
    severity,
    createdAt: alert.at,
    held,
    to: destinations,
  }));

/** Delivery id: hash of incident, revision and destination, the same after every crash. */
export const deliveryId = (alert: Alert, destination: Destination): string =>
  hashId(alert.incidentId, alert.revision, destinationKey(destination));

/** The younger's messages that stand for the older from now on, for those who were told of the younger alone. */
const inheritedBy = (
  { id }: Incident,
  younger: readonly SentMessage[],
  known: ReadonlySet<string>,
): SentMessage[] =>
  younger
    .filter((told) => wasTold(told) && !known.has(destinationKey(told.destination)))
    .map((told) => ({ ...told, incidentId: id, revision: 0 }));

/** A reminder is for those who had heard by the moment at which it fell due: who hears later, hears the date as well. */
const isReminderFor =
  ({ reminded }: Incident) =>
  ({ at }: SentMessage): boolean =>
    reminded !== undefined && at <= reminded.deadline - reminded.before;

/** Everyone who was told and is still subscribed, whatever their filters say, and those whom it matches. */
const hearersOf = (
  alert: Alert,
  incident: Incident,
  { index, told }: RouteContext,
  inherited: readonly SentMessage[],
): Destination[] => {
  if (alert.reasons.length === 1 && alert.reasons[0] === 'deadline-near')
    return readersOf(told.filter(isReminderFor(incident))).filter(index.has);
  const known = [...readersOf(told), ...inherited.map(({ destination }) => destination)];
  return unique([...known.filter(index.has), ...index.recipients(incident)]);
};

/** Step 7: who is owed what. Pure; the same input gives the same ids, so that a repeat overwrites itself. */
export const route = ({ alert, incident, merged }: Step, context: RouteContext): Routed => {
  const { now } = context;
  const readers = readersOf(context.told);
  const known = keysOf(readers);
  const inherited = inheritedBy(incident, context.toldOfMerged ?? [], known);
  const stated = alert ?? mergedAlert(incident, now);
  const braked = brake(context.brake, incident, stated.change, now);
  const hearers = hearersOf(stated, incident, context, inherited);
  // Without an alert of its own a merger is news only to those who have not heard of the older one.
  const to = alert === undefined ? hearers.filter((one) => !known.has(destinationKey(one))) : hearers;
  const stopped = to.length === 0 ? 'nobody-matches' : braked.held ? 'braked' : undefined;
  return {
    inherited,
    withdrawn: merged === undefined ? [] : [merged.id],
    broadcasts: broadcastsOf(stated, incident, to, merged?.id ?? '', braked.held),
    brake: braked.state,
    engaged: braked.engaged,
    ...(stopped === undefined ? {} : { stopped }),
  };
};
