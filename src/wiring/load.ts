import type { Incident } from '../domain/incident.ts';
import type { Store } from '../domain/ports.ts';

/** Everything that keeps incidents in memory hears of each as it is loaded and written. */
export interface IncidentKeeper {
  put(incident: Incident): void;
}

/** Reads the stored incidents into the keepers. */
export const loadIncidents = async (store: Store, keepers: readonly IncidentKeeper[]): Promise<number> => {
  let count = 0;
  for await (const incident of store.incidents.all()) {
    for (const keeper of keepers) keeper.put(incident);
    count += 1;
  }
  return count;
};
