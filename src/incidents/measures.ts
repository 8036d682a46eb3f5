import type { Measure } from '../domain/incident.ts';
import type { Instant } from '../domain/instant.ts';
import { FUNCTIONS, type Report, type Scope } from '../domain/report.ts';
import { KINDS, STAGES } from '../domain/taxonomy.ts';
import { joinLifted, settleLifting } from './lifting.ts';

export type Measures = readonly [Measure, ...Measure[]];

const USERS = ['new', 'some', 'residents', 'all'] as const;

const wider = <Value extends string>(
  order: readonly Value[],
  left: Value | undefined,
  right: Value | undefined,
): Value | undefined => {
  if (left === undefined || right === undefined) return left ?? right;
  return order.indexOf(left) >= order.indexOf(right) ? left : right;
};

/** All that either touches: the wider entity and circle of users, every function. */
const joinScopes = (left: Scope, right: Scope): Scope => {
  const entity = wider(['local-firm', 'main-site'], left.entity, right.entity);
  const users = wider(USERS, left.users, right.users);
  const touched = FUNCTIONS.filter(
    (name) => left.functions?.includes(name) || right.functions?.includes(name),
  );
  return {
    ...(entity === undefined ? {} : { entity }),
    ...(users === undefined ? {} : { users }),
    ...(touched.length === 0 ? {} : { functions: touched }),
  };
};

/** `others`: the words count more exchanges than they name, so that its names are no list of those lifted. */
export const measureOf = (
  { kind, stage, direction, scope, effectiveAt, exchanges }: Report,
  others = false,
): Measure => ({
  kind,
  stage: direction === 'eases' ? 'eased' : stage,
  direction,
  scope,
  ...(effectiveAt === undefined ? {} : { effectiveAt }),
  ...(direction === 'eases' && exchanges.length > 0 && !others ? { lifting: { exchanges } } : {}),
});

/**
 * Of two dates the earlier, unless the report brings news of the date. The day on which a measure came is not that on
 * which it is lifted.
 */
const joinDates = (left: Measure, right: Measure, moves: boolean): Instant | undefined => {
  const [eased, ...others] = [left, right].filter(({ stage }) => stage === 'eased');
  if (eased !== undefined && others.length === 0) return eased.effectiveAt;
  if (left.effectiveAt === undefined || right.effectiveAt === undefined)
    return left.effectiveAt ?? right.effectiveAt;
  return moves ? right.effectiveAt : Math.min(left.effectiveAt, right.effectiveAt);
};

const joinTwo = (left: Measure, right: Measure, moves: boolean): Measure => {
  const partly = joinLifted(left, right, (one, other) => joinTwo(one, other, moves));
  if (partly !== undefined) return { ...partly, scope: joinScopes(left.scope, right.scope) };
  const further = STAGES.indexOf(right.stage) > STAGES.indexOf(left.stage) ? right : left;
  const effectiveAt = joinDates(left, right, moves);
  return {
    kind: left.kind,
    stage: further.stage,
    direction: further.direction,
    scope: joinScopes(left.scope, right.scope),
    ...(effectiveAt === undefined ? {} : { effectiveAt }),
  };
};

const byGravity = (measures: readonly Measure[]): readonly Measure[] =>
  measures.toSorted((left, right) => KINDS.indexOf(left.kind) - KINDS.indexOf(right.kind));

/** An easing told in other words lifts the only measure there is. */
const sameAct = (measure: Measure, incoming: Measure, count: number): boolean =>
  measure.kind === incoming.kind || (incoming.stage === 'eased' && count === 1);

/**
 * One measure per kind, gravest first; whatever the order of reports, the same result once it is settled for all
 * exchanges that the incident touches.
 */
export const joinMeasures = (measures: readonly Measure[], incoming: Measure, moves: boolean): Measures => {
  const at = measures.findIndex((measure) => sameAct(measure, incoming, measures.length));
  const found = measures[at];
  const rest = measures.filter((_, index) => index !== at);
  const [first, ...others] = byGravity([
    ...rest,
    found === undefined ? incoming : joinTwo(found, incoming, moves),
  ]);
  return [first ?? incoming, ...others];
};

export const measuresOf = (reports: readonly [Report, ...Report[]], others: boolean): Measures => {
  const [lead, ...further] = reports;
  return further.reduce<Measures>(
    (measures, report) => joinMeasures(measures, measureOf(report, others), false),
    [measureOf(lead, others)],
  );
};

/** Of each measure whether it is lifted for all these exchanges, or still stands for some. */
export const settleMeasures = ([first, ...others]: Measures, exchanges: readonly string[]): Measures => [
  settleLifting(first, exchanges),
  ...others.map((measure) => settleLifting(measure, exchanges)),
];

export const allEased = (measures: readonly Measure[]): boolean =>
  measures.every(({ stage }) => stage === 'eased');
