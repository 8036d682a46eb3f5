import { type Alert, CHANGES, type Change, type Incident } from '../domain/incident.ts';

/** Remembers why incidents were revised, so that a message that stands for several revisions names all reasons. */
export interface Reasons {
  add(alert: Alert): void;
  /** In the order of CHANGES: what changed after revision `told`, up to the incident as it stands. */
  between(incident: Incident, told: number): readonly Change[];
}

/** Enough for what is pending; an older revision is told with the reasons of its own alert alone. */
const MOST_INCIDENTS = 2000;

export const createReasons = (): Reasons => {
  const byIncident = new Map<string, Map<number, readonly Change[]>>();
  return {
    add({ incidentId, revision, reasons }) {
      const revisions = byIncident.get(incidentId) ?? new Map<number, readonly Change[]>();
      byIncident.delete(incidentId);
      byIncident.set(incidentId, revisions.set(revision, [...(revisions.get(revision) ?? []), ...reasons]));
      const [oldest] = byIncident.keys();
      if (byIncident.size > MOST_INCIDENTS && oldest !== undefined) byIncident.delete(oldest);
    },
    between({ id, revision }, told) {
      const revisions = [...(byIncident.get(id) ?? [])].filter(([at]) => at > told && at <= revision);
      const found = new Set(revisions.flatMap(([, reasons]) => reasons));
      return CHANGES.filter((change) => found.has(change));
    },
  };
};
