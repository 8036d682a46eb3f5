import type { SentMessage } from '../domain/delivery.ts';
import type { Destination } from '../domain/destination.ts';
import type { SentMessages } from '../domain/ports.ts';
import { destinationParts, storeKey } from './store-key.ts';
import type { Table } from './table.ts';

const sentKey = (incidentId: string, destination: Destination): string =>
  storeKey(incidentId, ...destinationParts(destination));

const withoutIncident = (key: string): string => key.slice(key.indexOf('/') + 1);

const FORGET_TOGETHER = 1000;

/**
 * One record for each incident and destination: `INCIDENT/PLATFORM/CHAT[/THREAD]`. The incident comes first, so that those
 * who were told of it are one range. To forget a destination is a walk over all keys: it happens when a group moves or
 * somebody asks for it, and a second index would cost every delivery a write.
 */
export const createSentMessages = (table: Table<SentMessage>): SentMessages => ({
  get: (incidentId, destinations) =>
    table.getMany(destinations.map((destination) => sentKey(incidentId, destination))),
  toldOf: async (incidentId) => {
    const messages: SentMessage[] = [];
    for await (const message of table.iterate(`${storeKey(incidentId)}/`)) messages.push(message);
    return messages;
  },
  add: (messages) =>
    table.setMany(
      messages.map((message) => [sentKey(message.incidentId, message.destination), message] as const),
    ),
  forget: async (destination, incidentIds) => {
    if (incidentIds !== undefined) {
      for (let from = 0; from < incidentIds.length; from += FORGET_TOGETHER)
        await table.deleteMany(
          incidentIds.slice(from, from + FORGET_TOGETHER).map((id) => sentKey(id, destination)),
        );
      return;
    }
    const wanted = storeKey(...destinationParts(destination));
    let keys: string[] = [];
    for await (const key of table.keys()) {
      if (withoutIncident(key) === wanted) keys.push(key);
      if (keys.length < FORGET_TOGETHER) continue;
      await table.deleteMany(keys);
      keys = [];
    }
    await table.deleteMany(keys);
  },
});
