import type { Incident } from '../domain/incident.ts';
import type { Incidents } from '../domain/ports.ts';

/** Whatever keeps incidents in memory and must hear of each change. */
export interface IncidentKeeper {
  put(incident: Incident): void;
}

/** The incidents in memory; every keeper holds what the store holds. */
export interface IncidentBook extends IncidentKeeper {
  load(): Promise<void>;
  /** Another process has written it: reads it from the store again. */
  refresh(id: string): Promise<void>;
  get(id: string): Incident | undefined;
  all(): Iterable<Incident>;
  size(): number;
  /** Of all, merged and closed ones too. */
  ids(): readonly string[];
}

export const createIncidentBook = (store: Incidents, keepers: readonly IncidentKeeper[]): IncidentBook => {
  const byId = new Map<string, Incident>();
  const keep = (incident: Incident): void => {
    byId.set(incident.id, incident);
    for (const keeper of keepers) keeper.put(incident);
  };
  return {
    // Its texts are cut out of articles, and a cut text keeps the whole one in memory, here for good.
    put: (incident) => keep(structuredClone(incident)),
    get: (id) => byId.get(id),
    all: () => byId.values(),
    size: () => byId.size,
    ids: () => [...byId.keys()],
    async refresh(id) {
      const incident = await store.get(id);
      if (incident !== undefined) keep(incident);
    },
    async load() {
      for await (const incident of store.all()) keep(incident);
    },
  };
};
