import type { Exchange } from '../domain/catalogue.ts';
import type { Incident, Measure } from '../domain/incident.ts';
import { DAY, type Instant } from '../domain/instant.ts';
import type { Scope } from '../domain/report.ts';
import type { Kind } from '../domain/taxonomy.ts';
import { isOrderedOnly } from './asked.ts';
import { isEvidentDate } from './evident-date.ts';
import { namesLocalFirm } from './local-firm.ts';

/** What has been said or done is not due on a day: a date in such a text is another's. */
const UNDATED: readonly Kind[] = ['warning', 'enforcement'];
/** Orders are in force when they are given, whatever they set a day for. */
const AT_ONCE: readonly Kind[] = [...UNDATED, 'cease-and-desist', 'licence-denied-or-revoked'];
/** A measure that took effect a little before it was told; what lies further back is background. */
const LOOK_BACK = 7 * DAY;

const dateOf = ({ kind, effectiveAt }: Measure, { sources }: Incident): Instant | undefined => {
  if (effectiveAt === undefined || UNDATED.includes(kind)) return undefined;
  const [{ publishedAt }] = sources;
  if (effectiveAt < publishedAt - LOOK_BACK) return undefined;
  return isEvidentDate(effectiveAt, sources, new Date(publishedAt).getUTCFullYear())
    ? effectiveAt
    : undefined;
};

/** What an authority does to a company, and not to the exchange that it belongs to. */
const OF_COMPANY: readonly Kind[] = ['ban', 'cease-and-desist', 'licence-denied-or-revoked'];

const entityOf = ({ kind, scope }: Measure, { sources }: Incident, exchange: Exchange | undefined): Scope => {
  if (scope.entity !== undefined || exchange === undefined || !OF_COMPANY.includes(kind)) return scope;
  return namesLocalFirm(sources, exchange) ? { ...scope, entity: 'local-firm' } : scope;
};

/**
 * A measure with its date where the date can be its own, not "in force" before that day, and upon the company that the
 * sources name. `exchange`: the only one touched, where there is one.
 */
export const evidentMeasure = (measure: Measure, incident: Incident, exchange?: Exchange): Measure => {
  const { effectiveAt: _, ...rest } = measure;
  const date = dateOf(measure, incident);
  const isAhead = date !== undefined && date >= incident.updatedAt + DAY;
  const isEarly = isAhead && !AT_ONCE.includes(measure.kind);
  const early = measure.stage === 'in-force' && (isEarly || isOrderedOnly(incident, measure));
  return {
    ...rest,
    scope: entityOf(measure, incident, exchange),
    ...(date !== undefined && { effectiveAt: date }),
    ...(early && { stage: 'announced' as const }),
  };
};
