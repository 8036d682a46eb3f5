import type { AuthorityType } from '../domain/catalogue.ts';
import type { Incident } from '../domain/incident.ts';
import type { Report } from '../domain/report.ts';
import { kinship } from './kin.ts';
import type { Atlas } from './knowledge.ts';

/** How one field of a report stands to the incident's: `unstated` where one of them is silent. */
export type Standing = 'same' | 'unstated' | 'apart';

export interface FieldComparison {
  readonly exchanges: Standing | 'both-unnamed';
  /** Share of common exchanges among all of both, 0 to 1. */
  readonly sharedExchanges: number;
  readonly place: Standing;
  /** `chained`: one decides and the other carries out. */
  readonly authority: Standing | 'both-unnamed' | 'chained';
  readonly through: Standing;
  /** 1 for the same kind of measure. */
  readonly kin: number;
}

const EXECUTORS: ReadonlySet<AuthorityType> = new Set(['telecom', 'network', 'bank', 'payment', 'app-store']);

const meets = (left: readonly string[], right: readonly string[]): boolean =>
  left.some((id) => right.includes(id));

const comparePlaces = (report: Report, incident: Incident, atlas: Atlas): Standing => {
  if (report.subdivisions.length > 0 && incident.subdivisions.length > 0)
    return meets(report.subdivisions, incident.subdivisions) ? 'same' : 'apart';
  if (report.jurisdictions.length === 0 || incident.jurisdictions.length === 0) return 'unstated';
  if (meets(report.jurisdictions, incident.jurisdictions)) return 'same';
  const within = (inner: readonly string[], outer: readonly string[]): boolean =>
    meets(inner.flatMap(atlas.blocsOf), outer);
  return within(report.jurisdictions, incident.jurisdictions) ||
    within(incident.jurisdictions, report.jurisdictions)
    ? 'unstated'
    : 'apart';
};

const compareAuthorities = (
  report: Report,
  incident: Incident,
  atlas: Atlas,
): FieldComparison['authority'] => {
  const { authority: left } = report;
  const { authority: right } = incident;
  if (left === undefined && right === undefined) return 'both-unnamed';
  if (left === undefined || right === undefined) return 'unstated';
  if (left === right) return 'same';
  const types = [left, right].map((id) => atlas.authority(id)?.type);
  const executes = types.some((type) => type !== undefined && EXECUTORS.has(type));
  return executes || (report.direction === 'eases' && types.includes('court')) ? 'chained' : 'apart';
};

const compareThrough = ({ through: left }: Report, { through: right }: Incident): Standing => {
  if (left === undefined || right === undefined) return 'unstated';
  return left === right ? 'same' : 'apart';
};

/**
 * An exchange that acts by itself is the whole target, and others are named in passing;
 * where an authority acts, every name counts.
 */
const subjects = (
  exchanges: readonly string[],
  authority: string | undefined,
  titles: () => readonly string[],
  atlas: Atlas,
): readonly string[] => {
  if (authority !== undefined || exchanges.length < 2) return exchanges;
  const told = titles();
  const named = exchanges.filter((id) =>
    atlas.namesOf(id).some((name) => told.some((title) => title.includes(name))),
  );
  return named.length === 0 ? exchanges : named;
};

const compareExchanges = (
  left: readonly string[],
  right: readonly string[],
): FieldComparison['exchanges'] => {
  if (left.length === 0 && right.length === 0) return 'both-unnamed';
  if (left.length === 0 || right.length === 0) return 'unstated';
  return meets(left, right) ? 'same' : 'apart';
};

/** Lays a report beside an incident, field by field. `title` is the entry's, lower-case. */
export const compareFields = (
  report: Report,
  title: string,
  incident: Incident,
  atlas: Atlas,
): FieldComparison => {
  const ours = subjects(report.exchanges, report.authority, () => [title], atlas);
  const titles = (): readonly string[] => incident.sources.map((source) => source.title.toLowerCase());
  const theirs = subjects(incident.exchanges, incident.authority, titles, atlas);
  const shared = ours.filter((id) => theirs.includes(id)).length;
  return {
    exchanges: compareExchanges(ours, theirs),
    sharedExchanges: shared === 0 ? 0 : shared / (ours.length + theirs.length - shared),
    place: comparePlaces(report, incident, atlas),
    authority: compareAuthorities(report, incident, atlas),
    through: compareThrough(report, incident),
    kin: Math.max(...incident.measures.map(({ kind }) => kinship(kind, report.kind))),
  };
};
