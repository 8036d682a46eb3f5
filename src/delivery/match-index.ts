import { type Destination, destinationKey } from '../domain/destination.ts';
import type { Incident } from '../domain/incident.ts';
import type { Subscription } from '../domain/subscription.ts';
import { type Facts, readFacts } from './facts.ts';
import { createFilterColumns } from './filter-columns.ts';
import type { Places } from './places.ts';

/** Every active subscription, in memory: who hears of an incident, in milliseconds. */
export interface MatchIndex {
  /** Puts a subscription in, or in the place of the one with its destination. One that is not active is taken out. */
  put(subscription: Subscription): void;
  remove(destination: Destination): void;
  /** Has an active subscription, whatever it wishes for. */
  has(destination: Destination): boolean;
  /** All that are in it; those that come or go meanwhile may be among them or not. */
  destinations(): Iterable<Destination>;
  /** In the order in which they were first put in. */
  recipients(incident: Incident): Destination[];
  readFacts(incident: Incident): Facts;
  size(): number;
}

interface Held {
  readonly owner: number;
  readonly rows: readonly number[];
}

export const createMatchIndex = (places: Places): MatchIndex => {
  const columns = createFilterColumns();
  const held = new Map<string, Held>();
  const destinations: (Destination | undefined)[] = [];
  const free: number[] = [];

  const remove = (destination: Destination): void => {
    const key = destinationKey(destination);
    const known = held.get(key);
    if (known === undefined) return;
    for (const row of known.rows) columns.remove(row);
    destinations[known.owner] = undefined;
    free.push(known.owner);
    held.delete(key);
  };

  return {
    put(subscription) {
      remove(subscription.destination);
      if (subscription.state !== 'active') return;
      const owner = free.pop() ?? destinations.length;
      destinations[owner] = subscription.destination;
      const rows = subscription.filters.map((filter) => columns.add(owner, filter));
      held.set(destinationKey(subscription.destination), { owner, rows });
    },
    remove,
    *destinations() {
      for (const destination of destinations) if (destination !== undefined) yield destination;
    },
    has: (destination) => held.has(destinationKey(destination)),
    recipients(incident) {
      const heard = new Uint8Array(destinations.length);
      columns.scan(readFacts(incident, places), (owner) => {
        heard[owner] = 1;
      });
      const recipients: Destination[] = [];
      for (let owner = heard.indexOf(1); owner !== -1; owner = heard.indexOf(1, owner + 1)) {
        const destination = destinations[owner];
        if (destination !== undefined) recipients.push(destination);
      }
      return recipients;
    },
    readFacts: (incident) => readFacts(incident, places),
    size: () => held.size,
  };
};
