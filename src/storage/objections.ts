import type { Objection } from '../domain/objection.ts';
import type { Objections } from '../domain/ports.ts';
import { storeKey } from './store-key.ts';
import type { Table } from './table.ts';

/** One record for each incident and person, `INCIDENT/PERSON`: said twice it is one. */
export const createObjections = (table: Table<Objection>): Objections => ({
  all: () => table.iterate(),
  add: (objection) => table.set(storeKey(objection.incidentId, objection.by), objection),
  forget: async (by) => {
    const keys: string[] = [];
    for await (const objection of table.iterate())
      if (objection.by === by) keys.push(storeKey(objection.incidentId, by));
    await table.deleteMany(keys);
  },
});
