import type { Broadcast, DeferredDelivery, SentMessage } from '../../../src/domain/delivery.ts';
import { destinationKey } from '../../../src/domain/destination.ts';
import { StoreError } from '../../../src/domain/errors.ts';
import type { Incident } from '../../../src/domain/incident.ts';
import type { Outbox, SentMessages, Subscriptions } from '../../../src/domain/ports.ts';
import type { Subscription } from '../../../src/domain/subscription.ts';

/** What a process leaves behind. */
export interface Disk {
  readonly broadcasts: Map<string, Broadcast>;
  readonly deferred: Map<string, DeferredDelivery>;
  readonly sent: Map<string, SentMessage>;
  readonly subscriptions: Map<string, Subscription>;
  readonly incidents: Map<string, Incident>;
}

export interface MemoryStore {
  readonly outbox: Outbox;
  readonly sentMessages: SentMessages;
  readonly subscriptions: Subscriptions;
  readonly saveIncident: (incident: Incident) => Promise<void>;
  readonly writes: () => number;
}

export const emptyDisk = (): Disk => ({
  broadcasts: new Map(),
  deferred: new Map(),
  sent: new Map(),
  subscriptions: new Map(),
  incidents: new Map(),
});

const sentKey = ({ incidentId, destination }: Pick<SentMessage, 'incidentId' | 'destination'>): string =>
  `${incidentId}|${destinationKey(destination)}`;

/** What becomes of the n-th write, counted from 1: done, refused, or never answered, as when the process is killed. */
export type Fate = (write: number) => 'done' | 'refused' | 'killed';

/** Values are copied as a real store copies them. */
export const createMemoryStore = (disk: Disk, fate: Fate = () => 'done'): MemoryStore => {
  let writes = 0;
  const write = async (change: () => void): Promise<void> => {
    writes++;
    const what = fate(writes);
    if (what === 'refused') throw new StoreError(`write ${writes} refused`);
    if (what === 'killed') await new Promise(() => undefined);
    change();
  };
  const all = async function* <T>(records: Map<string, T>): AsyncIterable<T> {
    for (const record of [...records.values()]) yield structuredClone(record);
  };
  return {
    writes: () => writes,
    outbox: {
      add: (broadcasts) =>
        write(() => {
          for (const one of broadcasts) disk.broadcasts.set(one.id, structuredClone(one));
        }),
      broadcasts: () => all(disk.broadcasts),
      remove: (ids) =>
        write(() => {
          for (const id of ids) disk.broadcasts.delete(id);
        }),
      defer: (deliveries) =>
        write(() => {
          for (const one of deliveries) disk.deferred.set(one.id, structuredClone(one));
        }),
      deferred: () => all(disk.deferred),
      settle: (ids) =>
        write(() => {
          for (const id of ids) disk.deferred.delete(id);
        }),
    },
    sentMessages: {
      get: async (incidentId, destinations) =>
        destinations.map((destination) => disk.sent.get(sentKey({ incidentId, destination }))),
      toldOf: async (incidentId) => [...disk.sent.values()].filter((one) => one.incidentId === incidentId),
      add: (messages) =>
        write(() => {
          for (const one of messages) disk.sent.set(sentKey(one), structuredClone(one));
        }),
      forget: (destination) =>
        write(() => {
          for (const [key, one] of disk.sent)
            if (destinationKey(one.destination) === destinationKey(destination)) disk.sent.delete(key);
        }),
    },
    subscriptions: {
      all: () => all(disk.subscriptions),
      get: async (destination) => disk.subscriptions.get(destinationKey(destination)),
      save: (subscription) =>
        write(() =>
          disk.subscriptions.set(destinationKey(subscription.destination), structuredClone(subscription)),
        ),
      delete: (destination) => write(() => disk.subscriptions.delete(destinationKey(destination))),
    },
    saveIncident: (incident) => write(() => disk.incidents.set(incident.id, structuredClone(incident))),
  };
};
