import type { Incident, Measure, Source } from '../domain/incident.ts';
import type { Stage } from '../domain/taxonomy.ts';
import { findFirst } from './find-name.ts';
import { OWN_ACTS } from './kinds-by-actor.ts';
import { NOT } from './nuance.ts';
import { openingOf } from './opening.ts';

/** Says of one's own act that it is so. */
const CONFIRMS =
  /\b(?:confirm(?:s|ed)|admit(?:s|ted)|acknowledge[sd])\b|подтверди|признал|визнал|підтверди|承认|承認|证实|證實|确认|確認|認め|확인했|확인하|인정했|인정하|\b(?:confirma|confirmó|confirmou|admite|admitió|admitiu|reconoce|reconoció|reconhece|reconheceu)(?!\p{L})|\b(?:confirme|confirmé|reconnaît|admet)(?!\p{L})|bestätigt|räumt ein|conferma|ammette|bevestigt|potwierdz|doğrula|kabul etti|[يت]ؤكد|أكد|اعترف|تایید کرد|पुष्टि|mengonfirmasi|mengakui|xác nhận|thừa nhận|ยืนยัน|ยอมรับ/iu;
/** So near before the verb stands who confirms. */
const BESIDE = 40;

const confirms = (source: Source, names: readonly string[]): boolean =>
  openingOf(source)
    .split('\n')
    .some((line) => {
      const at = line.search(CONFIRMS);
      const before = line.slice(Math.max(0, at - BESIDE), Math.max(0, at));
      return at >= 0 && findFirst(before, names) >= 0 && !NOT.test(before);
    });

/**
 * How far a measure has come that was read as only reported, where those who take it say themselves that it is so;
 * undefined for any other. `names`: theirs.
 */
export const confirmedStage = (
  { kind, stage }: Pick<Measure, 'kind' | 'stage'>,
  { sources }: Pick<Incident, 'sources'>,
  names: readonly string[],
): Stage | undefined => {
  if (stage !== 'reported' || !sources.some((source) => confirms(source, names))) return undefined;
  return OWN_ACTS.includes(kind) ? 'in-force' : 'announced';
};
