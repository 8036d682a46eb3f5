import { lazily } from '../domain/lazily.ts';
import type { Features } from './features.ts';
import { type Levels, type LinearModel, score } from './linear-model.ts';

/** Models that are asked together: their scores, in the order in which the models were given. */
export type ModelPanel = (features: Features) => Float64Array;

/**
 * The weights of all models side by side, a byte each: what one feature says to all of them lies in one line of the
 * processor's cache, where it lay in as many as there are models. Fetching those took most of a relevant entry's time.
 */
const sideBySide = (biases: readonly number[], columns: readonly Levels[]): ModelPanel => {
  const width = columns.length;
  const size = columns[0]?.levels.length ?? 0;
  const rows = new Int8Array(size * width);
  for (const [column, { levels }] of columns.entries())
    for (let row = 0; row < size; row += 1) rows[row * width + column] = levels[row] as number;
  return ({ indices, values }) => {
    const sums = new Float64Array(width);
    for (let at = 0; at < indices.length; at += 1) {
      const from = ((indices[at] as number) & (size - 1)) * width;
      const value = values[at] as number;
      for (let column = 0; column < width; column += 1)
        sums[column] = (sums[column] as number) + (rows[from + column] as number) * value;
    }
    for (const [column, { scale }] of columns.entries())
      sums[column] = (biases[column] ?? 0) + (sums[column] as number) * scale;
    return sums;
  };
};

/** Laying the weights out takes 40 ms in a young process: one that is asked about a few lines had better spare them. */
const SOON = 20;

/** Scores are those that `score` gives, save for rounding. Models as they come out of training are asked one by one. */
export const createModelPanel = (models: readonly LinearModel[]): ModelPanel => {
  const oneByOne: ModelPanel = (features) => Float64Array.from(models, (model) => score(model, features));
  const columns = models.flatMap(({ packed }) => packed ?? []);
  const size = columns[0]?.levels.length;
  if (columns.length < models.length || columns.some(({ levels }) => levels.length !== size)) return oneByOne;
  const biases = models.map(({ bias }) => bias);
  const together = lazily(() => sideBySide(biases, columns));
  let asked = 0;
  return (features) => {
    asked += 1;
    return asked < SOON ? oneByOne(features) : together()(features);
  };
};
