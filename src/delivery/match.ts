import type { Filter, Subscription } from '../domain/subscription.ts';
import { SEVERITIES } from '../domain/taxonomy.ts';
import { type Facts, measureBits } from './facts.ts';

/** The dimension that a filter stumbles over, in the order in which they are asked. */
const MISSES = ['no-filter', 'severity', 'measure', 'exchange', 'place', 'words'] as const;
type Miss = (typeof MISSES)[number];

/** Whether an incident is wished for: by which filter, or what the filter that came nearest stumbled over. */
export type Match =
  | { readonly matched: true; readonly filterId: string }
  | { readonly matched: false; readonly why: Miss };

/** OR within a dimension. What is not stated matches every wish, unless only named ones are wished for. */
const grants = (wished: readonly string[], stated: ReadonlySet<string>, onlyWhenNamed: boolean): boolean => {
  if (wished.length === 0) return true;
  if (stated.size === 0) return !onlyWhenNamed;
  return wished.some((id) => stated.has(id));
};

/** What a filter stumbles over; undefined where it matches. AND between the dimensions. */
const missOf = (filter: Filter, facts: Facts): Miss | undefined => {
  if (facts.severity < SEVERITIES.indexOf(filter.minSeverity)) return 'severity';
  if ((measureBits(filter.kinds, filter.direction) & facts.measures) === 0) return 'measure';
  if (!grants(filter.exchanges, facts.exchanges, filter.onlyWhenNamed)) return 'exchange';
  if (!grants(filter.jurisdictions, facts.places, filter.onlyWhenNamed)) return 'place';
  if (filter.words.length > 0 && !filter.words.some(facts.says)) return 'words';
  return undefined;
};

/** A subscription matches if one of its filters does. Pure; `match-index.ts` gives the same answer for all at once. */
export const matches = ({ filters }: Pick<Subscription, 'filters'>, facts: Facts): Match => {
  let nearest: Miss = 'no-filter';
  for (const filter of filters) {
    const miss = missOf(filter, facts);
    if (miss === undefined) return { matched: true, filterId: filter.id };
    if (MISSES.indexOf(miss) > MISSES.indexOf(nearest)) nearest = miss;
  }
  return { matched: false, why: nearest };
};
