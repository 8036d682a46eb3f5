import type { Incident, Measure, Source } from '../domain/incident.ts';
import type { Stage } from '../domain/taxonomy.ts';
import { reaches } from './reaches.ts';

/** Which source brought it to its stage; -1 where none is known, or none told of it at an earlier one. */
const advancedBy = ({ kind, stage }: Measure, sources: readonly Source[]): number => {
  const at = sources.findIndex((source) => reaches(source, stage, kind));
  const wasEarlier = sources.slice(0, Math.max(at, 0)).some((source) => reaches(source, 'reported', kind));
  return wasEarlier ? at : -1;
};

/** The stage of the measure that came on last, which need not be the gravest; where that is not known, of the gravest. */
export const advancedStage = ({ measures, sources }: Incident): Stage => {
  const [last = measures[0]] = measures.toSorted(
    (one, other) => advancedBy(other, sources) - advancedBy(one, sources),
  );
  return last.stage;
};
