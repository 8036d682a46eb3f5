import type { Lifting, Measure } from '../domain/incident.ts';
import type { Instant } from '../domain/instant.ts';
import { unite } from './unite.ts';

type Imposed = Omit<Measure, 'lifting'>;

/** What stood, or still stands, beside the lifting of some; undefined where nobody told of it. */
const imposedOf = ({ lifting, ...measure }: Measure): Imposed | undefined => {
  if (measure.stage !== 'eased') return measure;
  const imposed = lifting?.imposed;
  if (imposed === undefined) return undefined;
  const { effectiveAt: _lifted, ...rest } = measure;
  return { ...rest, ...imposed, direction: 'tightens' };
};

const liftedFor = (measures: readonly Measure[]): readonly string[] =>
  unite(...measures.map(({ lifting }) => lifting?.exchanges ?? []));

const isLiftedForAll = ({ stage, lifting }: Measure): boolean => stage === 'eased' && lifting === undefined;

const earliest = (dates: readonly (Instant | undefined)[]): Instant | undefined => {
  const stated = dates.filter((date) => date !== undefined);
  return stated.length === 0 ? undefined : Math.min(...stated);
};

/**
 * Two tellings of a measure of which one at least lifts it for those exchanges that it names; undefined where neither
 * does, or where one lifts it for all. `join` joins what was imposed. To be settled for the incident's exchanges.
 */
export const joinLifted = (
  left: Measure,
  right: Measure,
  join: (left: Imposed, right: Imposed) => Imposed,
): Measure | undefined => {
  const both = [left, right];
  if (both.some(isLiftedForAll) || both.every(({ lifting }) => lifting === undefined)) return undefined;
  const [one, other] = [imposedOf(left), imposedOf(right)];
  const imposed = one !== undefined && other !== undefined ? join(one, other) : (one ?? other);
  const effectiveAt = earliest(
    both.map((measure) => (measure.stage === 'eased' ? measure.effectiveAt : undefined)),
  );
  const lifting: Lifting = {
    exchanges: liftedFor(both),
    ...(imposed === undefined
      ? {}
      : {
          imposed: {
            stage: imposed.stage,
            ...(imposed.effectiveAt === undefined ? {} : { effectiveAt: imposed.effectiveAt }),
          },
        }),
  };
  const { kind, scope } = left;
  return {
    ...{ kind, scope, stage: 'eased', direction: 'eases', lifting },
    ...(effectiveAt === undefined ? {} : { effectiveAt }),
  };
};

/** Lifted where all that the incident touches are among those for whom it is; else it stands for the others. */
export const settleLifting = (measure: Measure, exchanges: readonly string[]): Measure => {
  const { lifting } = measure;
  const imposed = imposedOf(measure);
  if (lifting === undefined || imposed === undefined) return measure;
  const isAll = exchanges.every((id) => lifting.exchanges.includes(id));
  return isAll ? measure : { ...imposed, lifting };
};
