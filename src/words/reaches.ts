import type { Source } from '../domain/incident.ts';
import { type Kind, STAGES, type Stage } from '../domain/taxonomy.ts';

const rankOf = (stage: Stage): number => STAGES.indexOf(stage);

/** True where a source was read as telling of a measure, of this kind if one is given, that is at this stage or beyond. */
export const reaches = ({ readings }: Source, stage: Stage, kind?: Kind): boolean =>
  readings?.some(
    (reading) =>
      (kind === undefined || reading.kind === kind) &&
      rankOf(reading.direction === 'eases' ? 'eased' : reading.stage) >= rankOf(stage),
  ) ?? false;
