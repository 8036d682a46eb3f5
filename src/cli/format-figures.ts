import type { NamedFigures } from '../classify/train/named-figures.ts';

const percent = ({
  value,
  from,
  to,
}: {
  readonly value: number;
  readonly from: number;
  readonly to: number;
}): string => `${value.toFixed(2)} [${from.toFixed(2)} ${to.toFixed(2)}]`;

const line = ({ name, rows, figures }: NamedFigures): string => {
  const { precision, recall, f1, falseAlarms } = figures.detection;
  const negatives = rows - recall.of;
  return [
    name.padEnd(30),
    `n ${String(rows).padStart(6)}`,
    `relevant ${String(recall.of).padStart(5)}`,
    `F1 ${f1.toFixed(3)}`,
    `P ${percent(precision)}`,
    `R ${percent(recall)}`,
    `false alarms ${falseAlarms} of ${negatives}`,
    `kind ${figures.kind.value.toFixed(2)}`,
    `stage ${figures.stage.value.toFixed(2)}`,
    `places ${figures.jurisdictions.value.toFixed(2)}`,
    `exchanges ${figures.exchanges.value.toFixed(2)}`,
  ].join('  ');
};

/** One line for each collection, language and kind; shares with their 95 % interval. */
export const formatFigures = (figures: readonly NamedFigures[]): string => figures.map(line).join('\n');
