import type { Judged } from './evaluate.ts';

/** Among the entries given about this confidence, how many were relevant. */
export interface CalibrationBand {
  readonly from: number;
  readonly to: number;
  readonly rows: number;
  readonly meanConfidence: number;
  readonly relevantShare: number;
}

const EDGES = [0, 0.02, 0.1, 0.25, 0.5, 0.75, 0.9, 0.98, 1.001];

/** Confidence against truth, band by band. */
export const calibrationTable = (judged: readonly Judged[]): readonly CalibrationBand[] =>
  EDGES.slice(1).flatMap((to, index) => {
    const from = EDGES[index] ?? 0;
    const inside = judged.filter(({ reading }) => reading.confidence >= from && reading.confidence < to);
    if (inside.length === 0) return [];
    const sum = inside.reduce((total, { reading }) => total + reading.confidence, 0);
    const relevant = inside.filter(({ row }) => row.relevant).length;
    return [
      {
        from,
        to: Math.min(to, 1),
        rows: inside.length,
        meanConfidence: sum / inside.length,
        relevantShare: relevant / inside.length,
      },
    ];
  });
