import type { Reading } from '../../domain/report.ts';
import type { LabelledRow } from './labelled-row.ts';
import { type Detection, detection, type Share, share } from './metrics.ts';

/** A labelled row and what the classifier made of it. */
export interface Judged {
  readonly row: LabelledRow;
  readonly reading: Reading;
  /** Canonical English names of the exchanges that were read. */
  readonly exchanges: readonly string[];
}

export interface Figures {
  readonly detection: Detection;
  /** Of the relevant rows that were found. */
  readonly kind: Share;
  readonly stage: Share;
  readonly jurisdictions: Share;
  readonly exchanges: Share;
}

const sameSet = (left: readonly string[], right: readonly string[]): boolean =>
  [...new Set(left.map((one) => one.toLowerCase()))].sort().join() ===
  [...new Set(right.map((one) => one.toLowerCase()))].sort().join();

const shareOf = (judged: readonly Judged[], right: (one: Judged) => boolean): Share =>
  share(judged.filter(right).length, judged.length);

/** How well labelled rows were read. */
export const figuresOf = (judged: readonly Judged[]): Figures => {
  const found = judged.filter(({ row, reading }) => row.relevant && reading.relevant);
  const withKind = found.filter(({ row }) => row.kind !== undefined);
  const withStage = found.filter(({ row }) => row.stage !== undefined);
  return {
    detection: detection(judged.map(({ row, reading }) => ({ said: reading.relevant, is: row.relevant }))),
    kind: shareOf(withKind, ({ row, reading }) => {
      const kind = reading.reports[0]?.kind;
      return kind === row.kind || (kind !== undefined && kind === row.otherKind);
    }),
    stage: shareOf(withStage, ({ row, reading }) => reading.reports[0]?.stage === row.stage),
    jurisdictions: shareOf(found, ({ row, reading }) =>
      sameSet(row.jurisdictions, reading.reports[0]?.jurisdictions ?? []),
    ),
    exchanges: shareOf(found, ({ row, exchanges }) => sameSet(row.exchanges, exchanges)),
  };
};
