import type { Incident } from '../domain/incident.ts';
import type { Millis } from '../domain/instant.ts';
import type { Clock } from '../domain/ports.ts';
import type { Facts } from './facts.ts';

export interface ReadIncident {
  readonly incident: Incident;
  readonly facts: Facts;
}

/** Reads an incident at this revision or a later one; undefined while there is none. */
export type IncidentReader = (id: string, atLeast: number) => Promise<ReadIncident | undefined>;

export interface IncidentReaderParts {
  readonly get: (id: string) => Promise<Incident | undefined> | Incident | undefined;
  readonly readFacts: (incident: Incident) => Facts;
  readonly clock: Clock;
}

/** A broadcast asks for the same incident a thousand times a second; nothing it shows changes faster than this. */
const FRESH: Millis = 250;
const MOST_KEPT = 500;

export const createIncidentReader = ({ get, readFacts, clock }: IncidentReaderParts): IncidentReader => {
  const kept = new Map<string, { readonly read: ReadIncident; readonly at: Millis }>();

  const keep = (read: ReadIncident): ReadIncident => {
    kept.delete(read.incident.id);
    kept.set(read.incident.id, { read, at: clock.monotonic() });
    const [oldest] = kept.keys();
    if (kept.size > MOST_KEPT && oldest !== undefined) kept.delete(oldest);
    return read;
  };

  return async (id, atLeast) => {
    const known = kept.get(id);
    const isFresh = known !== undefined && clock.monotonic() - known.at < FRESH;
    if (isFresh && known.read.incident.revision >= atLeast) return known.read;
    const incident = await get(id);
    if (incident === undefined || incident.revision < atLeast) return undefined;
    return keep({ incident, facts: readFacts(incident) });
  };
};
