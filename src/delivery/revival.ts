import type { DeferredDelivery, SentMessage } from '../domain/delivery.ts';
import { type Destination, destinationKey } from '../domain/destination.ts';
import type { Incident } from '../domain/incident.ts';
import { DAY, type Instant } from '../domain/instant.ts';
import { isMuted } from '../domain/is-muted.ts';
import type { Clock, Incidents, SentMessages, Subscriptions } from '../domain/ports.ts';
import type { Subscription } from '../domain/subscription.ts';
import type { DeliveryDesk } from './delivery-desk.ts';
import type { Facts } from './facts.ts';
import { matches } from './match.ts';
import { REVIVAL } from './owed.ts';
import { deliveryId } from './route.ts';

/** The way back of subscriptions that were paused by people or put to sleep by the platform's answer. */
export interface Revival {
  /** What a destination missed in the last seven days, newest first. */
  missed(destination: Destination): Promise<readonly Incident[]>;
  /** Sends what was missed as one digest, as when people resume and ask for it. Resolves to how many there are. */
  sendMissed(destination: Destination): Promise<number>;
  /** The platform says that it changed: a right was given, the bot is back. Does nothing to what is awake or paused. */
  restore(destination: Destination): Promise<void>;
  /** Tries each sleeping subscription that missed something once a day; forgets those gone for 90 days. */
  tryAgain(): Promise<void>;
}

export interface RevivalParts {
  readonly subscriptions: Subscriptions;
  readonly incidents: Pick<Incidents, 'all'>;
  readonly sentMessages: SentMessages;
  readonly readFacts: (incident: Incident) => Facts;
  readonly desk: Pick<DeliveryDesk, 'owe'>;
  readonly clock: Clock;
}

interface Recent {
  readonly incident: Incident;
  readonly facts: Facts;
}

const KEPT = 7 * DAY;
const FORGOTTEN_AFTER = 90 * DAY;

const isNews = (told: SentMessage | undefined, { revision }: Incident): boolean =>
  told === undefined || told.revision < revision;

const deliveryOf = (incident: Incident, destination: Destination, now: Instant): DeferredDelivery => {
  const { id: incidentId, revision, severity } = incident;
  const alert = { incidentId, revision, change: 'updated', reasons: [], at: incident.updatedAt } as const;
  return {
    v: 1,
    id: deliveryId(alert, destination),
    broadcastId: '',
    alert,
    severity,
    destination,
    createdAt: incident.updatedAt,
    attempts: 0,
    notBefore: now,
    status: 'digest',
    lastOutcome: REVIVAL,
  };
};

export const createRevival = (parts: RevivalParts): Revival => {
  const { subscriptions, sentMessages, desk, clock } = parts;
  const tried = new Map<string, Instant>();

  const recent = async (): Promise<readonly Recent[]> => {
    const found: Recent[] = [];
    for await (const incident of parts.incidents.all()) {
      const stands = incident.mergedInto === undefined && incident.retracted === undefined;
      if (stands && clock.now() - incident.updatedAt < KEPT)
        found.push({ incident, facts: parts.readFacts(incident) });
    }
    return found.toSorted((a, b) => b.incident.updatedAt - a.incident.updatedAt);
  };

  const missedOf = async (subscription: Subscription, among: readonly Recent[]): Promise<Incident[]> => {
    const missed: Incident[] = [];
    for (const { incident, facts } of among) {
      const { createdAt, destination } = subscription;
      if (incident.updatedAt < createdAt || isMuted(subscription, incident)) continue;
      const [told] = await sentMessages.get(incident.id, [destination]);
      const concerns = (told !== undefined && told.how !== 'dropped') || matches(subscription, facts).matched;
      if (concerns && isNews(told, incident)) missed.push(incident);
    }
    return missed;
  };

  const missed = async (destination: Destination): Promise<readonly Incident[]> => {
    const subscription = await subscriptions.get(destination);
    return subscription === undefined ? [] : missedOf(subscription, await recent());
  };

  const sendMissed = async (destination: Destination): Promise<number> => {
    const incidents = await missed(destination);
    if (incidents.length > 0)
      await desk.owe(incidents.map((incident) => deliveryOf(incident, destination, clock.now())));
    return incidents.length;
  };

  /** Whether a sleeping subscription is to be tried now. */
  const isDue = (key: string, { stateSince }: Subscription): boolean =>
    clock.now() - (tried.get(key) ?? stateSince) >= DAY;

  const tryOne = async (subscription: Subscription, among: readonly Recent[]): Promise<void> => {
    const { destination, state, stateSince } = subscription;
    const key = destinationKey(destination);
    if (state === 'gone' && clock.now() - stateSince >= FORGOTTEN_AFTER) {
      tried.delete(key);
      await subscriptions.delete(destination);
      await sentMessages.forget(destination);
    } else if (isDue(key, subscription)) {
      tried.set(key, clock.now());
      const incidents = await missedOf(subscription, among);
      await desk.owe(incidents.map((incident) => deliveryOf(incident, destination, clock.now())));
    }
  };

  return {
    missed,
    sendMissed,
    async restore(destination) {
      const subscription = await subscriptions.get(destination);
      if (subscription?.state !== 'forbidden' && subscription?.state !== 'gone') return;
      const { missingRight: _granted, ...rest } = subscription;
      await subscriptions.save({ ...rest, state: 'active', stateSince: clock.now() });
      await sendMissed(destination);
    },
    async tryAgain() {
      const among = await recent();
      for await (const subscription of subscriptions.all()) {
        const { state } = subscription;
        if (state === 'forbidden' || state === 'gone') await tryOne(subscription, among);
      }
    },
  };
};
