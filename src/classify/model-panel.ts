import type { Features } from './features.ts';
import { type Levels, type LinearModel, score } from './linear-model.ts';

/** Models that are asked together: their scores, in the order in which the models were given. */
export type ModelPanel = (features: Features) => Float64Array;

const LEVELS = 256;

/**
 * The weights of all models side by side, a byte each: what one feature says to all of them lies in one line of the
 * processor's cache, where it lay in as many as there are models. Fetching those took most of a relevant entry's time.
 */
const sideBySide = (biases: readonly number[], columns: readonly Levels[]): ModelPanel => {
  const width = columns.length;
  const size = columns[0]?.levels.length ?? 0;
  const rows = new Uint8Array(size * width);
  const weights = new Float32Array(width * LEVELS);
  for (const [column, { levels, scale }] of columns.entries()) {
    for (let row = 0; row < size; row += 1) rows[row * width + column] = levels[row] ?? 0;
    for (let level = -128; level < 128; level += 1) weights[column * LEVELS + (level & 255)] = level * scale;
  }
  return ({ indices, values }) => {
    const sums = Float64Array.from(biases);
    for (let at = 0; at < indices.length; at += 1) {
      const from = ((indices[at] ?? 0) & (size - 1)) * width;
      const value = values[at] ?? 0;
      for (let column = 0; column < width; column += 1)
        sums[column] =
          (sums[column] ?? 0) + (weights[column * LEVELS + (rows[from + column] ?? 0)] ?? 0) * value;
    }
    return sums;
  };
};

/** Scores are those that `score` gives, save for rounding. Models as they come out of training are asked one by one. */
export const createModelPanel = (models: readonly LinearModel[]): ModelPanel => {
  const columns = models.flatMap(({ packed }) => packed ?? []);
  const size = columns[0]?.levels.length;
  if (columns.length < models.length || columns.some(({ levels }) => levels.length !== size))
    return (features) => Float64Array.from(models, (model) => score(model, features));
  return sideBySide(
    models.map(({ bias }) => bias),
    columns,
  );
};
