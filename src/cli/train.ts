import { join } from 'node:path';
import { CONFIG_DIRECTORY } from '../config/directory.ts';
import { say } from '../ops/say.ts';
import { createTraining } from '../training.ts';
import { formatFigures } from './format-figures.ts';
import { labelledFolder, readingLabels } from './labelled-folder.ts';

export interface TrainOptions {
  /** Folder of the corpus of headlines that `corpus.tsv` labels by id. */
  readonly corpus?: string;
  /** Folder of the labelled collections that `eval --data` reads. */
  readonly data?: string;
}

/** `curbwatch train`: cross-validates, prints what the weights reach, trains on everything and writes `config/model/`. */
export const train = (options: TrainOptions): void => {
  const training = createTraining();
  const rows = readingLabels(() => training.readRows({ labelled: labelledFolder(), ...options }));
  say(`${rows.length} labelled rows`);
  const result = training.crossValidate(rows, say);
  say(formatFigures(result.figures));
  training.train(result, join(CONFIG_DIRECTORY, 'model'));
  say('written: config/model/ (weights.bin, networks.bin, model.json)');
};
