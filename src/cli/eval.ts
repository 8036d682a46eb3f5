import type { CalibrationBand } from '../classify/train/calibration-table.ts';
import type { Judged } from '../classify/train/evaluate.ts';
import { createEvaluation } from '../training.ts';
import { formatFigures } from './format-figures.ts';
import { labelledFolder, readingLabels } from './labelled-folder.ts';

const WORST = 20;

const bandLine = ({ from, to, rows, meanConfidence, relevantShare }: CalibrationBand): string =>
  `  ${from.toFixed(2)} to ${to.toFixed(2)}  rows ${String(rows).padStart(6)}  said ${meanConfidence.toFixed(3)}  relevant ${relevantShare.toFixed(3)}`;

const missLine = ({ row, reading }: Judged): string => {
  const what = row.relevant ? `missed ${row.kind ?? ''}` : 'false alarm';
  return `  ${reading.confidence.toFixed(3)}  ${what}  [${row.language}]  ${row.title.slice(0, 140)}`;
};

/** How far off a reading was. */
const error = ({ row, reading }: Judged): number => Math.abs(reading.confidence - (row.relevant ? 1 : 0));

const worst = (judged: readonly Judged[]): readonly Judged[] =>
  judged
    .filter(({ row, reading }) => row.relevant !== reading.relevant)
    .sort((a, b) => error(b) - error(a))
    .slice(0, WORST);

/** `curbwatch eval`: the shipped classifier on labelled rows; on examples of our own where no folder is given. */
export const evaluate = (output: NodeJS.WritableStream, options: { readonly data?: string }): void => {
  const { judged, figures, calibration } = readingLabels(() =>
    createEvaluation().run({ labelled: labelledFolder(), ...options }),
  );
  output.write(
    [
      formatFigures(figures),
      '',
      'Calibration: what was said against what was so',
      ...calibration.map(bandLine),
      '',
      `The worst ${WORST}`,
      ...worst(judged).map(missLine),
      '',
    ].join('\n'),
  );
};
