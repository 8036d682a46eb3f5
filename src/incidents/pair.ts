import type { Incident } from '../domain/incident.ts';
import { DAY, type Instant } from '../domain/instant.ts';
import type { Report } from '../domain/report.ts';
import type { FieldComparison } from './compare-fields.ts';
import { overlap } from './similarity.ts';
import type { IncidentTraits, Traits } from './traits.ts';

/** A report laid beside an incident. */
export interface Pair {
  readonly report: Report;
  readonly publishedAt: Instant;
  readonly traits: Traits;
  readonly incident: Incident;
  readonly theirs: IncidentTraits;
  readonly fields: FieldComparison;
}

/** Days between the report and the time over which the incident was told; 0 within it. */
export const daysApart = ({ publishedAt, theirs }: Pair): number =>
  Math.max(0, theirs.first - publishedAt, publishedAt - theirs.last) / DAY;

/** One capitalised word in common is chance: headlines capitalise at will. */
const sharedNames = ({ traits, theirs }: Pair): number => {
  const share = overlap(traits.names, theirs.names);
  return share * Math.min(traits.names.size, theirs.names.size) < 1.5 ? share / 4 : share;
};

/** Figures and proper names in common, 0 to 2. */
export const sharedWords = (pair: Pair): number =>
  overlap(pair.traits.numbers, pair.theirs.numbers) + sharedNames(pair);
