import type { Change, Incident, Measure } from '../domain/incident.ts';
import { atLeast, STAGES } from '../domain/taxonomy.ts';

const grew = (before: readonly string[], after: readonly string[]): boolean =>
  after.some((value) => !before.includes(value));

const matching = (before: Incident, measure: Measure): Measure | undefined =>
  before.measures.find(({ kind }) => kind === measure.kind);

const anyMeasure = (
  before: Incident,
  after: Incident,
  holds: (old: Measure | undefined, now: Measure) => boolean,
): boolean => after.measures.some((measure) => holds(matching(before, measure), measure));

const advanced = (old: Measure | undefined, now: Measure): boolean =>
  old !== undefined && now.stage !== 'eased' && STAGES.indexOf(now.stage) > STAGES.indexOf(old.stage);

const eased = (old: Measure | undefined, now: Measure): boolean =>
  now.stage === 'eased' && old?.stage !== 'eased';

/** Silence that is filled is no growth; what was stated and is now more, is. */
const widened = (old: Measure | undefined, now: Measure): boolean => {
  if (old === undefined) return now.stage !== 'eased';
  const entity = old.scope.entity === 'local-firm' && now.scope.entity === 'main-site';
  const users = old.scope.users !== undefined && old.scope.users !== 'all' && now.scope.users === 'all';
  return entity || users;
};

const moved = (old: Measure | undefined, now: Measure): boolean =>
  old?.effectiveAt !== undefined && now.effectiveAt !== old.effectiveAt;

const RULES: readonly (readonly [Change, (before: Incident, after: Incident) => boolean])[] = [
  ['stage-advanced', (before, after) => anyMeasure(before, after, advanced)],
  ['eased', (before, after) => anyMeasure(before, after, eased)],
  [
    'officially-confirmed',
    (before, after) => before.confirmation !== 'official' && after.confirmation === 'official',
  ],
  [
    'scope-grew',
    (before, after) =>
      grew(before.exchanges, after.exchanges) ||
      grew(before.jurisdictions, after.jurisdictions) ||
      grew(before.subdivisions, after.subdivisions) ||
      anyMeasure(before, after, widened),
  ],
  [
    'severity-rose',
    (before, after) => before.severity !== after.severity && atLeast(after.severity, before.severity),
  ],
  ['corrected', (before, after) => anyMeasure(before, after, moved)],
  ['disputed', (before, after) => !before.disputed && after.disputed],
  ['retracted', (before, after) => before.retracted === undefined && after.retracted !== undefined],
];

/** What a reader must hear of between two states of an incident; empty where nothing changed for them. */
export const describeChange = (before: Incident, after: Incident): readonly Change[] =>
  RULES.filter(([, holds]) => holds(before, after)).map(([change]) => change);
