import type { Taxonomy } from '../../domain/catalogue.ts';
import { createClassifier } from '../classify.ts';
import type { Lexicon } from '../lexicon.ts';
import type { Model } from '../model.ts';
import type { Judged } from './evaluate.ts';
import { assignFolds } from './folds.ts';
import type { LabelledRow } from './labelled-row.ts';
import {
  calibrate,
  type HeldOutScore,
  heldOut,
  type Prepared,
  thresholdOf,
  trainFields,
  trainRelevance,
} from './train-model.ts';

export const FOLDS = 5;
/** Calibrated probabilities between which a second reader is worth asking. */
const UNCERTAIN = { from: 0.15, to: 0.75 };

const PRESS = { kind: 'press' } as const;

export interface CrossValidated {
  readonly judged: readonly Judged[];
  readonly threshold: number;
  readonly calibration: Model['calibration'];
}

/** Reads labelled rows as the press would bring them. */
export const judge = (
  rows: readonly LabelledRow[],
  model: Model,
  lexicon: Lexicon,
  taxonomy: Taxonomy,
): readonly Judged[] => {
  const { classify } = createClassifier(lexicon, model, taxonomy);
  const names = new Map(
    [...lexicon.exchanges.values()].flatMap(({ name, aliases }) =>
      aliases.map(({ text }) => [text.toLowerCase(), name] as const),
    ),
  );
  // Labels call HTX by either of its names; both are the same exchange.
  const canonical = (name: string): string => names.get(name.toLowerCase()) ?? name;
  return rows.map((row) => {
    const reading = classify(row, PRESS);
    const ids = reading.reports[0]?.exchanges ?? [];
    const exchanges = row.exchanges.map(canonical);
    return {
      row: { ...row, exchanges },
      reading,
      exchanges: ids.map((id) => lexicon.exchanges.get(id)?.name ?? id),
    };
  });
};

/**
 * Trains on four fifths and reads the fifth, five times over. Calibration and threshold come of all held-out scores of the
 * collections that show the field as it is (`field`), since where positives abound looser ones would.
 */
export const crossValidate = (
  prepared: readonly Prepared[],
  lexicon: Lexicon,
  taxonomy: Taxonomy,
  isField: (row: LabelledRow) => boolean,
  progress: (text: string) => void,
): CrossValidated => {
  const folds = assignFolds(
    prepared.map(({ row }) => row),
    FOLDS,
  );
  const part = (fold: number): Prepared[] => prepared.filter((_, index) => folds[index] === fold);
  const rest = (fold: number): Prepared[] => prepared.filter((_, index) => folds[index] !== fold);
  const relevances = Array.from({ length: FOLDS }, (_, fold) => {
    progress(`fold ${fold + 1} of ${FOLDS}: relevance`);
    return trainRelevance(rest(fold));
  });
  const scores: HeldOutScore[] = relevances.flatMap((relevance, fold) => heldOut(part(fold), relevance));
  const field = scores.filter(({ row }) => isField(row));
  const calibration = calibrate(field);
  const threshold = thresholdOf(calibration);
  const judged = relevances.flatMap((relevance, fold) => {
    progress(`fold ${fold + 1} of ${FOLDS}: fields`);
    const model = {
      ...relevance,
      threshold,
      calibration,
      uncertain: UNCERTAIN,
      ...trainFields(rest(fold), lexicon),
    };
    return judge(
      part(fold).map(({ row }) => row),
      model,
      lexicon,
      taxonomy,
    );
  });
  return { judged, threshold, calibration };
};

/** The model of everything, with the threshold and calibration that cross-validation found. */
export const trainAll = (
  prepared: readonly Prepared[],
  lexicon: Lexicon,
  { threshold, calibration }: Pick<CrossValidated, 'threshold' | 'calibration'>,
): Model => ({
  ...trainRelevance(prepared),
  threshold,
  calibration,
  uncertain: UNCERTAIN,
  ...trainFields(prepared, lexicon),
});
