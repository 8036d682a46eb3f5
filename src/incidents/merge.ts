import type { Incident } from '../domain/incident.ts';
import { DAY, type Instant } from '../domain/instant.ts';
import { atLeast } from '../domain/taxonomy.ts';
import { MAX_SOURCES } from './absorb.ts';
import { confirmationOf } from './confirmation.ts';
import { allEased, joinMeasures, type Measures } from './measures.ts';
import { unite } from './unite.ts';

/** Two that were told of at different times are two. */
const SAME_HOUR_DAYS = 10;

const compatible = (left: string | undefined, right: string | undefined): boolean =>
  left === undefined || right === undefined || left === right;

const meet = (left: readonly string[], right: readonly string[]): boolean =>
  left.length === 0 || right.length === 0 || left.some((value) => right.includes(value));

/** Whether a report that fits both may tie them: nothing but the names that each outlet chose may differ. */
export const mayBeOne = (left: Incident, right: Incident): boolean =>
  compatible(left.authority, right.authority) &&
  compatible(left.through, right.through) &&
  meet(left.jurisdictions, right.jurisdictions) &&
  meet(left.subdivisions, right.subdivisions) &&
  left.measures.some(({ kind }) => right.measures.some((measure) => measure.kind === kind)) &&
  Math.abs(left.happenedAt - right.happenedAt) <= SAME_HOUR_DAYS * DAY;

/** The one that was opened first; of two opened together, the one that happened first. */
export const elder = (left: Incident, right: Incident): readonly [Incident, Incident] => {
  const order =
    left.openedAt - right.openedAt || left.happenedAt - right.happenedAt || (left.id < right.id ? -1 : 1);
  return order <= 0 ? [left, right] : [right, left];
};

/** The older takes over all that the younger knows and keeps its id and revision. */
export const takeOver = (older: Incident, younger: Incident, now: Instant): Incident => {
  const measures = younger.measures.reduce<Measures>(
    (known, measure) => joinMeasures(known, measure, false),
    older.measures,
  );
  const [first, ...others] = older.sources;
  const known = new Set(older.sources.map(({ entryId }) => entryId));
  const added = younger.sources.filter(({ entryId }) => !known.has(entryId));
  const sources: Incident['sources'] = [first, ...[...others, ...added].slice(0, MAX_SOURCES - 1)];
  const authority = older.authority ?? younger.authority;
  const through = older.through ?? younger.through;
  const { closedAt: _closed, ...open } = older;
  return {
    ...open,
    updatedAt: now,
    happenedAt: Math.min(older.happenedAt, younger.happenedAt),
    ...(allEased(measures) ? { closedAt: Math.max(...sources.map(({ publishedAt }) => publishedAt)) } : {}),
    measures,
    exchanges: unite(older.exchanges, younger.exchanges),
    jurisdictions: unite(older.jurisdictions, younger.jurisdictions),
    subdivisions: unite(older.subdivisions, younger.subdivisions),
    ...(authority === undefined ? {} : { authority }),
    ...(through === undefined ? {} : { through }),
    severity: atLeast(younger.severity, older.severity) ? younger.severity : older.severity,
    confidence: Math.max(older.confidence, younger.confidence),
    confirmation: confirmationOf(older.confirmation, sources, younger.confirmation === 'official'),
    disputed: older.disputed || younger.disputed,
    sources,
  };
};
