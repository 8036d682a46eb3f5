import type { Incident, Measure } from '../domain/incident.ts';
import { DAY, type Instant } from '../domain/instant.ts';
import type { Kind } from '../domain/taxonomy.ts';
import { isOnlyMoved } from './asked.ts';
import { dayEvidence } from './evident-date.ts';
import { type Evidence, evidentScope } from './evident-scope.ts';
import { evidentStage, isNoEasing } from './evident-stage.ts';
import { isKept } from './kept.ts';
import { BY_OTHERS } from './kinds-by-actor.ts';
import { planIsTitled } from './only-prepared.ts';
import { openingOf } from './opening.ts';
import { tellsOfPower } from './spoiled-strength.ts';
import { strikesDownBan } from './strikes-down-ban.ts';

/** What has been said or done is not due on a day: a date in such a text is another's. */
const UNDATED: readonly Kind[] = ['warning', 'enforcement'];
/** Orders are in force when they are given, whatever they set a day for. */
const AT_ONCE: readonly Kind[] = [...UNDATED, 'cease-and-desist', 'licence-denied-or-revoked'];
/** A measure that took effect a little before it was told; what lies further back is background. */
const LOOK_BACK = 7 * DAY;

/** A day on which it bites, and whether it may be stated as such. */
interface Day {
  readonly at: Instant;
  readonly isOwn: boolean;
}

const dayOf = ({ kind, effectiveAt }: Measure, incident: Incident): Day | undefined => {
  if (effectiveAt === undefined || UNDATED.includes(kind)) return undefined;
  const [{ publishedAt }] = incident.sources;
  if (effectiveAt < publishedAt - LOOK_BACK) return undefined;
  const evidence = dayEvidence(effectiveAt, kind, incident, new Date(publishedAt).getUTCFullYear());
  return evidence === 'none' ? undefined : { at: effectiveAt, isOwn: evidence === 'own' };
};

/** Words that say of rules that they bind already, of the languages that we tell in. */
const IN_FORCE =
  /\b(?:in(?:to)? (?:force|effect)|takes? effect|took effect|effective|now|goes? live|enact(?:s|ed)|adopt(?:s|ed)|implement(?:s|ed)|introduced|imposed|imposes)\b|生效|施行|实施|實施|起|시행|발효|施行|вступ|ввел|ввёл|действ|vigor|yürürlü|سريان|حيز التنفيذ/iu;

/** Rules of which nobody says that they bind are told as announced. */
const areRulesAhead = ({ kind, stage }: Measure, { sources }: Incident): boolean =>
  kind === 'rulemaking' &&
  stage === 'in-force' &&
  sources.every((source) => source.feedKind !== 'official' && !IN_FORCE.test(openingOf(source)));

/** A ban that a court does away with is no ban, whatever else the wording has. */
const isStruckDown = ({ kind, direction }: Measure, { sources }: Incident): boolean =>
  direction === 'tightens' && BY_OTHERS.includes(kind) && sources.every(strikesDownBan);

/** Rules that titles tell of as planned are no rules yet. */
const areRulesPlanned = ({ kind, stage }: Measure, { sources }: Incident): boolean =>
  kind === 'rulemaking' &&
  stage !== 'eased' &&
  sources.every((source) => source.feedKind !== 'official' && planIsTitled(source));

/** What somebody refuses to lift is not eased. */
const isLeftStanding = ({ kind, stage }: Measure, { sources }: Incident): boolean =>
  stage === 'eased' && sources.every((source) => isKept(source, kind));

/**
 * A measure with its date where the date can be its own, not "in force" before that day, and upon the company that the
 * sources name.
 */
export const evidentMeasure = (measure: Measure, incident: Incident, evidence: Evidence): Measure => {
  const { effectiveAt: _, ...rest } = measure;
  const day = dayOf(measure, incident);
  const isAhead = day !== undefined && day.at >= incident.updatedAt + DAY;
  const isEarly = isAhead && !AT_ONCE.includes(measure.kind);
  const isAnnounced = isEarly || isOnlyMoved(incident, measure) || areRulesAhead(measure, incident);
  const early = measure.stage === 'in-force' && isAnnounced;
  const isPower = incident.sources.some((source) => tellsOfPower(source, incident));
  const stage = evidentStage(measure, incident.sources, evidence.cues);
  return {
    ...rest,
    stage,
    scope: evidentScope(measure, incident, evidence),
    ...(day?.isOwn && { effectiveAt: day.at }),
    ...(early && { stage: 'announced' as const }),
    ...(areRulesPlanned(measure, incident) && { stage: 'proposed' as const }),
    ...(isStruckDown(measure, incident) && { stage: 'eased' as const, direction: 'eases' as const }),
    ...(isNoEasing(measure, incident.sources, evidence.cues) && {
      stage: 'announced' as const,
      direction: 'tightens' as const,
    }),
    ...(isLeftStanding(measure, incident) && {
      stage: 'in-force' as const,
      direction: 'tightens' as const,
    }),
    // Who may block now has not proposed to.
    ...(isPower && measure.stage === 'proposed' && { stage: 'announced' as const }),
  };
};
