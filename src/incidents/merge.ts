import type { Incident } from '../domain/incident.ts';
import { DAY, type Instant } from '../domain/instant.ts';
import { atLeast } from '../domain/taxonomy.ts';
import { MAX_SOURCES } from './absorb.ts';
import { type BodyStanding, compareBodies, compareGates, joinBodies, joinGates } from './bodies.ts';
import { confirmationOf } from './confirmation.ts';
import { kinship } from './kin.ts';
import type { Atlas } from './knowledge.ts';
import { allEased, joinMeasures, type Measures, settleMeasures } from './measures.ts';
import { unite } from './unite.ts';

/** Two that were told of at different times are two. */
const SAME_HOUR_DAYS = 10;

const meet = (left: readonly string[], right: readonly string[]): boolean =>
  left.length === 0 || right.length === 0 || left.some((value) => right.includes(value));

/** Told of within this time, two may differ in the word for the measure as well. */
const SAME_NEWS_DAYS = 2;

const named = (left: Incident, right: Incident): boolean =>
  left.exchanges.some((id) => right.exchanges.includes(id));

const alike = (left: Incident, right: Incident, daysApart: number): boolean => {
  const floor = daysApart <= SAME_NEWS_DAYS && named(left, right) ? 0.5 : 1;
  return left.measures.some(({ kind }) =>
    right.measures.some((measure) => kinship(kind, measure.kind) >= floor),
  );
};

/** What is told of a country and what is told of nowhere are two, unless the same hand did both. */
const samePlaces = (left: Incident, right: Incident, body: BodyStanding): boolean => {
  const stated = [left, right].filter(({ jurisdictions }) => jurisdictions.length > 0).length;
  return stated === 1 ? body === 'same' : meet(left.jurisdictions, right.jurisdictions);
};

/** Whether a report that fits both may tie them: nothing but the names that each outlet chose may differ. */
export const mayBeOne = (left: Incident, right: Incident, atlas: Atlas): boolean => {
  const daysApart = Math.abs(left.happenedAt - right.happenedAt) / DAY;
  const body = compareBodies(left, right, atlas);
  return (
    daysApart <= SAME_HOUR_DAYS &&
    body !== 'apart' &&
    compareGates(left.through, right.through, atlas) !== 'apart' &&
    samePlaces(left, right, body) &&
    meet(left.subdivisions, right.subdivisions) &&
    alike(left, right, daysApart)
  );
};

/** As `mayBeOne`, for two that no report names together but whose fields have grown alike: within the same news only. */
export const growTogether = (left: Incident, right: Incident, atlas: Atlas): boolean =>
  Math.abs(left.happenedAt - right.happenedAt) <= SAME_NEWS_DAYS * DAY && mayBeOne(left, right, atlas);

/** The one that was opened first; of two opened together, the one that happened first. */
export const elder = (left: Incident, right: Incident): readonly [Incident, Incident] => {
  const order =
    left.openedAt - right.openedAt || left.happenedAt - right.happenedAt || (left.id < right.id ? -1 : 1);
  return order <= 0 ? [left, right] : [right, left];
};

/** The older takes over all that the younger knows and keeps its id and revision. */
export const takeOver = (older: Incident, younger: Incident, now: Instant, atlas: Atlas): Incident => {
  const exchanges = unite(older.exchanges, younger.exchanges);
  const joined = younger.measures.reduce<Measures>(
    (known, measure) => joinMeasures(known, measure, false),
    older.measures,
  );
  const measures = settleMeasures(joined, exchanges);
  const [first, ...others] = older.sources;
  const known = new Set(older.sources.map(({ entryId }) => entryId));
  const added = younger.sources.filter(({ entryId }) => !known.has(entryId));
  const sources: Incident['sources'] = [first, ...[...others, ...added].slice(0, MAX_SOURCES - 1)];
  const jurisdictions = unite(older.jurisdictions, younger.jurisdictions);
  const authority = joinBodies(older.authority, younger.authority, jurisdictions, atlas);
  const through = joinGates(older.through, younger.through, atlas);
  const { closedAt: _closed, ...open } = older;
  return {
    ...open,
    updatedAt: now,
    happenedAt: Math.min(older.happenedAt, younger.happenedAt),
    ...(allEased(measures) ? { closedAt: Math.max(...sources.map(({ publishedAt }) => publishedAt)) } : {}),
    measures,
    exchanges,
    jurisdictions,
    subdivisions: unite(older.subdivisions, younger.subdivisions),
    ...(authority === undefined ? {} : { authority }),
    ...(through === undefined ? {} : { through }),
    severity: atLeast(younger.severity, older.severity) ? younger.severity : older.severity,
    confidence: Math.max(older.confidence, younger.confidence),
    confirmation: confirmationOf({ sources, measures }, older, younger),
    disputed: older.disputed || younger.disputed,
    sources,
    mergedFrom: unite(older.mergedFrom ?? [], younger.mergedFrom ?? [], [younger.id]),
  };
};
