import type { Clock, Logger, Objections } from '../domain/ports.ts';

/** What readers called not relevant, counted in memory, exact with the store. */
export interface ObjectionBook {
  load(): Promise<void>;
  add(incidentId: string, by: string): Promise<void>;
  /** The incidents with most objections, most first. */
  most(count: number): readonly { readonly incidentId: string; readonly count: number }[];
  forget(by: string): Promise<void>;
}

export const createObjectionBook = (store: Objections, clock: Clock, logger: Logger): ObjectionBook => {
  const byIncident = new Map<string, Set<string>>();
  const note = (incidentId: string, by: string): void => {
    byIncident.set(incidentId, (byIncident.get(incidentId) ?? new Set()).add(by));
  };
  return {
    async load() {
      for await (const { incidentId, by } of store.all()) note(incidentId, by);
    },
    async add(incidentId, by) {
      if (byIncident.get(incidentId)?.has(by) === true) return;
      await store.add({ v: 1, incidentId, by, at: clock.now() });
      note(incidentId, by);
      logger.info('alert.called-irrelevant', { incident: incidentId });
    },
    most: (count) =>
      [...byIncident]
        .map(([incidentId, people]) => ({ incidentId, count: people.size }))
        .filter((each) => each.count > 0)
        .sort((a, b) => b.count - a.count)
        .slice(0, count),
    async forget(by) {
      await store.forget(by);
      for (const people of byIncident.values()) people.delete(by);
    },
  };
};
