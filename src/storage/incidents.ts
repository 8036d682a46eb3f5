import type { Incident } from '../domain/incident.ts';
import type { Incidents } from '../domain/ports.ts';
import { storeKey } from './store-key.ts';
import type { Table } from './table.ts';

/** One record for each incident: `INCIDENT`. Those saved together are written all or none, as a merge needs it. */
export const createIncidents = (table: Table<Incident>): Incidents => ({
  all: () => table.iterate(),
  get: (id) => table.get(storeKey(id)),
  save: (incidents) => table.setMany(incidents.map((incident) => [storeKey(incident.id), incident] as const)),
});
