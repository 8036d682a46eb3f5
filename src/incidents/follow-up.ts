import { DAY } from '../domain/instant.ts';
import { type Kind, STAGES } from '../domain/taxonomy.ts';
import { DEPARTURES, TARGETED } from './kin.ts';
import { type Pair, sharedWords } from './pair.ts';
import { overlap } from './similarity.ts';

/** Days that a follow-up may come after the last word of what it follows. */
const EASING_DAYS = 3 * 365;
const CASE_DAYS = 3 * 365;
const ADVANCE_DAYS = 365;
const DEADLINE_DAYS = 120;
const GROWTH_DAYS = 60;
const HALT_DAYS = 21;
const UNSURE_DAYS = 45;
const UNSURE_CASE_DAYS = 14;
const PROBE_DAYS = 90;
const LASTING_DAYS = 120;
const ARRIVAL_DAYS = 3;
const NAMED_DAY_DAYS = 200;
const ARRIVAL_WAIT_DAYS = 60;

const IN_FORCE = STAGES.indexOf('in-force');
const ANNOUNCED = STAGES.indexOf('announced');

const stageOf = (pair: Pair): number =>
  Math.max(
    ...pair.incident.measures
      .filter(({ kind }) => kind === pair.report.kind)
      .map(({ stage }) => STAGES.indexOf(stage)),
  );

/** Said to be in the same place, or, of the same measure, nowhere in particular by either. */
const samePlace = ({ fields }: Pair): boolean =>
  fields.place === 'same' ||
  fields.place === 'within' ||
  (fields.place === 'both-unstated' && fields.kin === 1);

/** Who reopens seldom says where: what had halted at home is what reopens. */
const reopensAtHome = ({ fields }: Pair): boolean =>
  fields.place === 'unstated' && fields.kin === 1 && fields.atHome && fields.exchanges === 'same';

const SURE_HAND: ReadonlySet<string> = new Set(['same', 'chained']);

const tied = (pair: Pair): boolean => {
  const { fields, report } = pair;
  if (fields.exchanges === 'same') return true;
  const sameHand = fields.place === 'same' && SURE_HAND.has(fields.authority);
  // A body acts against many firms: of those that nobody names, only the words tell which.
  const sameTarget = !TARGETED.has(report.kind) || sharedWords(pair) >= 0.5;
  return fields.exchanges !== 'apart' && sameHand && sameTarget;
};

const UNSTATED: ReadonlySet<string> = new Set(['unstated', 'both-unstated']);

/** Where nobody says where, only what halted just now can be what reopens. */
const reopensThere = (pair: Pair, days: number): boolean => {
  if (!samePlace(pair) && !reopensAtHome(pair)) return false;
  return days <= HALT_DAYS || !UNSTATED.has(pair.fields.place);
};

/** Lifted by the hand that imposed it, as far as we know whose that was. */
const liftsItsOwn = ({ fields }: Pair, days: number): boolean => {
  if (SURE_HAND.has(fields.authority)) return true;
  if (fields.authority === 'apart') return false;
  // What opens again in a bloc opens in each country only if one hand had closed them all.
  if (fields.place === 'within') return false;
  // What another body lifts in other words is something else.
  if (fields.kin < 1 && fields.authority !== 'both-unnamed') return false;
  // One of many, long after, by nobody we know: its own affair.
  const isOneOfMany = fields.exchanges === 'same' && fields.sharedExchanges < 0.25;
  return !isOneOfMany || days <= GROWTH_DAYS;
};

const easing = (pair: Pair, days: number): string | undefined => {
  const { report, incident, fields } = pair;
  if (report.direction !== 'eases' || days > EASING_DAYS || fields.kin < 0.5) return undefined;
  if (incident.closedAt !== undefined && days > 21) return undefined;
  if (!reopensThere(pair, days) || !liftsItsOwn(pair, days)) return undefined;
  // One asset may come back while another stays away.
  if (report.kind === 'delisting' && days > GROWTH_DAYS && sharedWords(pair) === 0) return undefined;
  return tied(pair) ? 'lifts what stands' : undefined;
};

/** Of what is only proposed or told of, a year makes nothing certain. */
const isAnnounced = (pair: Pair): boolean => stageOf(pair) >= ANNOUNCED;

/** How long an act may be on its way. A body that looks into several firms deals with each by itself. */
const advanceDays = (pair: Pair): number => {
  const { report, fields } = pair;
  const sureHand = SURE_HAND.has(fields.authority) || (DEPARTURES.has(report.kind) && isAnnounced(pair));
  if (!TARGETED.has(report.kind)) return sureHand ? ADVANCE_DAYS : UNSURE_DAYS;
  const isOneOfMany = fields.exchanges === 'same' && fields.sharedExchanges < 0.5;
  const isAlike = sharedWords(pair) >= 0.5;
  if (isOneOfMany || (!sureHand && !isAlike)) return UNSURE_CASE_DAYS;
  if (!sureHand) return UNSURE_DAYS;
  // Of the same body a probe of long ago may have ended, and another begun.
  return isAlike || isAnnounced(pair) ? ADVANCE_DAYS : PROBE_DAYS;
};

const advance = (pair: Pair, days: number): string | undefined => {
  const { report, fields, traits } = pair;
  if (fields.kin < 1 || traits.anew || report.direction === 'eases') return undefined;
  if (STAGES.indexOf(report.stage) <= stageOf(pair) || fields.authority === 'apart') return undefined;
  if (fields.place === 'within' && DEPARTURES.has(report.kind)) return undefined;
  if (!samePlace(pair) || days > advanceDays(pair)) return undefined;
  const sure = fields.exchanges === 'same' || (tied(pair) && sharedWords(pair) >= 0.5);
  return sure && stageOf(pair) < IN_FORCE ? 'carries out what was announced' : undefined;
};

const sameCase = (pair: Pair, days: number): string | undefined => {
  const { report, fields, traits } = pair;
  const runs = report.kind === 'enforcement' && fields.kin === 1 && SURE_HAND.has(fields.authority);
  return runs && tied(pair) && traits.follows && !traits.anew && days <= CASE_DAYS
    ? 'a step in the same case'
    : undefined;
};

const sameDeadline = (pair: Pair, days: number): string | undefined => {
  const { report, incident, fields } = pair;
  const { effectiveAt } = report;
  if (effectiveAt === undefined || fields.kin < 0.5 || days > DEADLINE_DAYS || !tied(pair)) return undefined;
  const meets = incident.measures.some(
    (measure) => measure.effectiveAt !== undefined && Math.abs(measure.effectiveAt - effectiveAt) <= DAY,
  );
  return meets && fields.authority !== 'apart' ? 'the same effective date' : undefined;
};

/** Told on the day that was told before. */
const onItsDay = (pair: Pair): string | undefined => {
  const { report, incident, publishedAt, fields, traits } = pair;
  if (fields.kin < 1 || fields.authority === 'apart' || traits.anew || !tied(pair)) return undefined;
  const came = incident.measures.some(
    ({ kind, effectiveAt }) =>
      kind === report.kind &&
      effectiveAt !== undefined &&
      Math.abs(publishedAt - effectiveAt) <= ARRIVAL_DAYS * DAY,
  );
  return came ? 'the day that was announced' : undefined;
};

/** Told as that which was announced, by the one hand or gate that had announced it. */
const arrival = (pair: Pair, days: number): string | undefined => {
  const { report, fields, traits, incident } = pair;
  const sameHand = fields.authority === 'same' || (fields.through === 'same' && fields.authority !== 'apart');
  if (!traits.arrives || traits.anew || report.direction === 'eases' || !sameHand) return undefined;
  if (fields.kin < 1 || fields.place !== 'same' || days > ARRIVAL_WAIT_DAYS) return undefined;
  const sameTarget =
    fields.exchanges === 'same' || (fields.exchanges === 'both-unnamed' && !TARGETED.has(report.kind));
  return sameTarget && incident.closedAt === undefined ? 'takes effect as announced' : undefined;
};

/** Measures that last: who says months later that they hold, tells no new act. */
const LASTING: ReadonlySet<Kind> = new Set([
  'ban',
  'access-block',
  'social-block',
  'cease-and-desist',
  'market-exit',
]);

const stillStands = (pair: Pair, days: number): string | undefined => {
  const { report, fields, traits } = pair;
  const isLasting = LASTING.has(report.kind) && fields.kin === 1 && stageOf(pair) === IN_FORCE;
  const sameHand = fields.authority !== 'apart' && fields.place === 'same' && fields.through !== 'apart';
  if (!isLasting || !sameHand || traits.anew || days > LASTING_DAYS || report.stage !== 'in-force')
    return undefined;
  return fields.exchanges === 'same' && fields.sharedExchanges >= 0.5 && fields.inTitle
    ? 'still stands'
    : undefined;
};

/** Both name one day, which is nobody's day of publication: what is to happen then. */
const sameNamedDay = (
  { report, traits, theirs, fields, incident }: Pair,
  days: number,
): string | undefined => {
  const isOne = fields.kin === 1 && fields.place === 'same' && fields.authority === 'same';
  if (!isOne || days > NAMED_DAY_DAYS || report.direction === 'eases') return undefined;
  if (fields.exchanges === 'apart' || traits.anew || incident.closedAt !== undefined) return undefined;
  return overlap(traits.namedDays, theirs.namedDays) > 0 ? 'the same day named' : undefined;
};

const growth = (pair: Pair, days: number): string | undefined => {
  const { fields, incident, traits } = pair;
  const grows = fields.sharedExchanges >= 0.5 && incident.exchanges.length >= 3 && fields.kin === 1;
  return grows && fields.authority === 'same' && days <= GROWTH_DAYS && !traits.anew
    ? 'extends the same list'
    : undefined;
};

/** Asked one after the other: the first that holds is the reason. */
const GROUNDS = [
  easing,
  advance,
  sameCase,
  sameDeadline,
  onItsDay,
  sameNamedDay,
  arrival,
  growth,
  stillStands,
];

/** Why a report that comes `days` after an incident was last told of belongs to it all the same. */
export const followUp = (pair: Pair, days: number): string | undefined => {
  for (const ground of GROUNDS) {
    const why = ground(pair, days);
    if (why !== undefined) return why;
  }
  return undefined;
};
