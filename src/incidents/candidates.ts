import type { Incident } from '../domain/incident.ts';
import type { Instant } from '../domain/instant.ts';
import type { Report } from '../domain/report.ts';
import { presumedPlaces } from './compare-fields.ts';
import { homeOf } from './home-language.ts';
import { CLOSINGS } from './kin.ts';
import type { Atlas } from './knowledge.ts';

/** The incidents, and which of them a report could be about: never more than a few dozen, however many stand. */
export interface Candidates {
  put(incident: Incident): void;
  remove(id: string): void;
  get(id: string): Incident | undefined;
  all(): Iterable<Incident>;
  /** Incidents that hold this entry. */
  ofEntry(entryId: string): readonly Incident[];
  /** Latest first within each index, each once; merged ones are left out. */
  near(report: Report, language: string): Iterable<Incident>;
}

/** How many of an index are looked at: the latest. */
const PER_INDEX = 48;
const ANYWHERE = '-';

interface Slot {
  readonly id: string;
  readonly at: Instant;
}

const latestAt = ({ sources }: Incident): Instant =>
  sources.reduce((latest, { publishedAt }) => Math.max(latest, publishedAt), Number.NEGATIVE_INFINITY);

const orAnywhere = (codes: readonly string[]): readonly string[] => (codes.length === 0 ? [ANYWHERE] : codes);

const incidentKeys = (incident: Incident): readonly string[] => {
  const { exchanges, jurisdictions, authority, measures } = incident;
  const places = [...new Set([...orAnywhere(jurisdictions), ...presumedPlaces(incident)])];
  return [
    ...exchanges.flatMap((exchange) => [`x ${exchange}`, ...places.map((place) => `x ${exchange} ${place}`)]),
    ...(exchanges.length === 0 ? places.map((place) => `unnamed ${place}`) : []),
    ...places.map((place) => `place ${place}`),
    ...measures.flatMap(({ kind }) => places.map((place) => `kind ${kind} ${place}`)),
    ...(authority === undefined ? [] : [`authority ${authority}`]),
  ];
};

const reportKeys = (report: Report, language: string, atlas: Atlas): readonly string[] => {
  const stated = report.jurisdictions;
  const home = stated.length === 0 ? homeOf(language) : undefined;
  const presumed = home === undefined ? [] : [home];
  const places = [...stated, ...stated.flatMap(atlas.blocsOf), ...presumed, ANYWHERE];
  const authority = report.authority === undefined ? [] : [`authority ${report.authority}`];
  if (report.exchanges.length === 0)
    return [...places.flatMap((place) => [`place ${place}`, `kind ${report.kind} ${place}`]), ...authority];
  const named = report.exchanges.flatMap((exchange) => [
    ...places.map((place) => `x ${exchange} ${place}`),
    ...(stated.length === 0 || stated.includes('EU') ? [`x ${exchange}`] : []),
  ]);
  // Of many that close at once every paper lists others.
  const isWave = report.exchanges.length > 1 && CLOSINGS.has(report.kind);
  const wave = isWave ? [...CLOSINGS].flatMap((kind) => stated.map((place) => `kind ${kind} ${place}`)) : [];
  return [...named, ...wave, ...places.map((place) => `unnamed ${place}`), ...authority];
};

/** Keeps each index sorted by the date of the latest source, oldest first. */
const insert = (slots: Slot[], slot: Slot): void => {
  let low = 0;
  let high = slots.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((slots[middle]?.at ?? 0) <= slot.at) low = middle + 1;
    else high = middle;
  }
  slots.splice(low, 0, slot);
};

export const createCandidates = (atlas: Atlas): Candidates => {
  const byId = new Map<string, Incident>();
  const indexes = new Map<string, Slot[]>();
  const byEntry = new Map<string, Set<string>>();

  const leaveIndexes = (incident: Incident): void => {
    for (const key of incidentKeys(incident)) {
      const slots = indexes.get(key);
      const at = slots?.findIndex(({ id }) => id === incident.id) ?? -1;
      if (at >= 0) slots?.splice(at, 1);
      if (slots?.length === 0) indexes.delete(key);
    }
  };

  const leaveEntries = ({ id, sources }: Incident): void => {
    for (const { entryId } of sources) {
      const ids = byEntry.get(entryId);
      ids?.delete(id);
      if (ids?.size === 0) byEntry.delete(entryId);
    }
  };

  const remove = (id: string): void => {
    const incident = byId.get(id);
    if (incident === undefined) return;
    leaveIndexes(incident);
    leaveEntries(incident);
    byId.delete(id);
  };

  const index = (incident: Incident): void => {
    const slot = { id: incident.id, at: latestAt(incident) };
    for (const key of new Set(incidentKeys(incident))) {
      const slots = indexes.get(key) ?? [];
      insert(slots, slot);
      indexes.set(key, slots);
    }
    for (const { entryId } of incident.sources)
      byEntry.set(entryId, (byEntry.get(entryId) ?? new Set()).add(incident.id));
  };

  return {
    put: (incident) => {
      remove(incident.id);
      byId.set(incident.id, incident);
      // A merged one is kept for those who ask for it by id, and is no candidate.
      if (incident.mergedInto === undefined) index(incident);
    },
    remove,
    get: (id) => byId.get(id),
    all: () => byId.values(),
    ofEntry: (entryId) => [...(byEntry.get(entryId) ?? [])].flatMap((id) => byId.get(id) ?? []),
    near: (report, language) => {
      const ids = new Set<string>();
      for (const key of reportKeys(report, language, atlas))
        for (const { id } of indexes.get(key)?.slice(-PER_INDEX).reverse() ?? []) ids.add(id);
      return [...ids].flatMap((id) => byId.get(id) ?? []);
    },
  };
};
