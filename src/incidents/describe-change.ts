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

/** Some go free and the measure stands for the others. */
const easedForSome = (old: Measure | undefined, now: Measure): boolean =>
  now.stage !== 'eased' &&
  old?.stage !== 'eased' &&
  grew(old?.lifting?.exchanges ?? [], now.lifting?.exchanges ?? []);

/** Silence that is filled is no growth; what was stated and is now more, is. */
const widened = (old: Measure | undefined, now: Measure): boolean => {
  if (old === undefined) return now.stage !== 'eased';
  const entity = old.scope.entity === 'local-firm' && now.scope.entity === 'main-site';
  const users = old.scope.users !== undefined && old.scope.users !== 'all' && now.scope.users === 'all';
  return entity || users;
};

/** Another date for the same stage; that of another stage corrects nothing. */
const moved = (old: Measure | undefined, now: Measure): boolean =>
  old?.effectiveAt !== undefined && now.stage === old.stage && now.effectiveAt !== old.effectiveAt;

const RULES: readonly (readonly [Change, (before: Incident, after: Incident) => boolean])[] = [
  ['stage-advanced', (before, after) => anyMeasure(before, after, advanced)],
  ['eased', (before, after) => anyMeasure(before, after, eased)],
  ['eased-for-some', (before, after) => anyMeasure(before, after, easedForSome)],
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

const lost = (before: readonly string[], after: readonly string[]): boolean => grew(after, before);

const replaced = (before: string | undefined, after: string | undefined): boolean =>
  before !== undefined && after !== before;

const retreated = (before: Incident, after: Incident): boolean =>
  before.measures.some(({ kind, stage }) => {
    const now = after.measures.find((measure) => measure.kind === kind);
    return now === undefined || STAGES.indexOf(now.stage) < STAGES.indexOf(stage);
  });

/** Something that readers were told is said no more: only that is a mistake; what was added to it is news. */
export const tookBack = (before: Incident, after: Incident): boolean =>
  lost(before.exchanges, after.exchanges) ||
  lost(before.jurisdictions, after.jurisdictions) ||
  lost(before.subdivisions, after.subdivisions) ||
  replaced(before.authority, after.authority) ||
  replaced(before.through, after.through) ||
  (before.disputed && !after.disputed) ||
  retreated(before, after);
