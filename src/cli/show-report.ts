import type { Report } from '../domain/report.ts';
import type { ReadingSteps } from '../reading-steps.ts';

/** A report as the command line shows it: canonical English names instead of ids, dates as ISO text. */
export const showReport = (
  report: Report,
  { lexicon }: Pick<ReadingSteps, 'lexicon'>,
): Readonly<Record<string, unknown>> => {
  const authorityName = (id: string | undefined): string | null =>
    id === undefined ? null : (lexicon.authorities.get(id)?.name ?? id);
  return {
    kind: report.kind,
    stage: report.stage,
    direction: report.direction,
    severity: report.severity,
    exchanges: report.exchanges.map((id) => lexicon.exchanges.get(id)?.name ?? id),
    jurisdictions: report.jurisdictions,
    subdivisions: report.subdivisions,
    authority: authorityName(report.authority),
    through: authorityName(report.through),
    scope: report.scope,
    effectiveAt: report.effectiveAt === undefined ? null : new Date(report.effectiveAt).toISOString(),
    disputed: report.disputed,
    evidence: report.evidence,
  };
};
