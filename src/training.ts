import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { buildLexicon } from './classify/lexicon.ts';
import { loadModel } from './classify/load-model.ts';
import { saveModel } from './classify/save-model.ts';
import { calibrationTable } from './classify/train/calibration-table.ts';
import { type CrossValidated, crossValidate, judge, trainAll } from './classify/train/cross-validate.ts';
import type { LabelledRow } from './classify/train/labelled-row.ts';
import { type NamedFigures, nameFigures } from './classify/train/named-figures.ts';
import { readCollections, readCorpus, readExamples } from './classify/train/read-labels.ts';
import { type Prepared, prepare } from './classify/train/train-model.ts';
import { CONFIG_DIRECTORY } from './config/directory.ts';
import { loadCompiled } from './wiring/compiled-catalogue.ts';

/** Where labelled rows come from. */
export interface LabelSources {
  readonly labelled: string;
  readonly corpus?: string;
  readonly data?: string;
}

export interface TrainingResult extends CrossValidated {
  readonly figures: readonly NamedFigures[];
  /** The rows as they were read, so that training on all of them need not read them again. */
  readonly prepared: readonly Prepared[];
}

/** Collections that show the field as a feed does: few relevant among many. */
const isField = ({ origin }: LabelledRow): boolean => origin === 'corpus' || origin === 'natural';

/** Everything `curbwatch train` needs. */
export const createTraining = () => {
  const { catalogue, lexicon: compiled } = loadCompiled();
  const lexicon = buildLexicon(catalogue, compiled);

  const readRows = ({ labelled, corpus, data }: LabelSources): readonly LabelledRow[] => [
    ...(data === undefined ? [] : readCollections(data)),
    ...(corpus === undefined ? [] : readCorpus(corpus, join(labelled, 'corpus.tsv'))),
    ...(existsSync(join(labelled, 'examples')) ? readExamples(join(labelled, 'examples'), 'examples') : []),
  ];

  return {
    readRows,
    crossValidate: (rows: readonly LabelledRow[], progress: (text: string) => void): TrainingResult => {
      const anyField = rows.some(isField);
      const prepared = prepare(rows, lexicon);
      const result = crossValidate(
        prepared,
        lexicon,
        catalogue.taxonomy,
        anyField ? isField : () => true,
        progress,
      );
      return { ...result, prepared, figures: nameFigures(result.judged) };
    },
    train: (result: TrainingResult, directory: string): void => {
      const model = trainAll(result.prepared, lexicon, result);
      const figures = Object.fromEntries(
        result.figures.map(
          ({ name, rows: count, figures: { detection, kind, stage, jurisdictions, exchanges } }) => [
            name,
            {
              rows: count,
              relevant: detection.recall.of,
              f1: round(detection.f1),
              precision: round(detection.precision.value),
              recall: round(detection.recall.value),
              kind: round(kind.value),
              stage: round(stage.value),
              jurisdictions: round(jurisdictions.value),
              exchanges: round(exchanges.value),
            },
          ],
        ),
      );
      saveModel(directory, model, figures);
    },
  };
};

/** Everything `curbwatch eval` needs: the shipped model on rows that somebody labelled. */
export const createEvaluation = () => {
  const { catalogue, lexicon: compiled } = loadCompiled();
  const lexicon = buildLexicon(catalogue, compiled);
  const model = loadModel(join(CONFIG_DIRECTORY, 'model'));
  return {
    run: ({ labelled, data }: LabelSources) => {
      const rows =
        data === undefined ? readExamples(join(labelled, 'eval'), 'own examples') : readCollections(data);
      const judged = judge(rows, model, lexicon, catalogue.taxonomy);
      return { judged, figures: nameFigures(judged), calibration: calibrationTable(judged) };
    },
  };
};

const round = (value: number): number => Math.round(value * 1000) / 1000;
