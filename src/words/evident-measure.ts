import type { Incident, Measure } from '../domain/incident.ts';
import { DAY, type Instant } from '../domain/instant.ts';
import type { Kind } from '../domain/taxonomy.ts';
import { isOnlyMoved } from './asked.ts';
import { confirmedStage } from './confirmed.ts';
import { isEvidentDate } from './evident-date.ts';
import { type Evidence, evidentScope } from './evident-scope.ts';
import { openingOf } from './opening.ts';
import { tellsOfPower } from './spoiled-strength.ts';

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

/** Words that say of rules that they bind already, of the languages that we tell in. */
const IN_FORCE =
  /\b(?:in(?:to)? (?:force|effect)|takes? effect|took effect|effective|now|goes? live|enact(?:s|ed)|adopt(?:s|ed)|implement(?:s|ed)|introduced|imposed|imposes)\b|生效|施行|实施|實施|起|시행|발효|施行|вступ|ввел|ввёл|действ|vigor|yürürlü|سريان|حيز التنفيذ/iu;

/** Rules of which nobody says that they bind are told as announced. */
const areRulesAhead = ({ kind, stage }: Measure, { sources }: Incident): boolean =>
  kind === 'rulemaking' &&
  stage === 'in-force' &&
  sources.every((source) => source.feedKind !== 'official' && !IN_FORCE.test(openingOf(source)));

/**
 * A measure with its date where the date can be its own, not "in force" before that day, and upon the company that the
 * sources name.
 */
export const evidentMeasure = (measure: Measure, incident: Incident, evidence: Evidence): Measure => {
  const { effectiveAt: _, ...rest } = measure;
  const date = dateOf(measure, incident);
  const isAhead = date !== undefined && date >= incident.updatedAt + DAY;
  const isEarly = isAhead && !AT_ONCE.includes(measure.kind);
  const isAnnounced = isEarly || isOnlyMoved(incident, measure) || areRulesAhead(measure, incident);
  const early = measure.stage === 'in-force' && isAnnounced;
  const confirmed = confirmedStage(measure, incident, evidence.names);
  const isPower = incident.sources.some((source) => tellsOfPower(source, incident));
  return {
    ...rest,
    scope: evidentScope(measure, incident, evidence),
    ...(date !== undefined && { effectiveAt: date }),
    ...(early && { stage: 'announced' as const }),
    ...(confirmed !== undefined && { stage: confirmed }),
    // Who may block now has not proposed to.
    ...(isPower && measure.stage === 'proposed' && { stage: 'announced' as const }),
  };
};
