import type { Features } from './features.ts';
import type { LinearModel } from './linear-model.ts';

/**
 * Models that are asked together, with their weights side by side: what one feature says to all of them lies in one
 * or two lines of the processor's cache, where it lay in as many as there are models.
 */
export interface ModelPanel<T extends string> {
  /** The scores by name: those that `score` gives. */
  scores(features: Features): Readonly<Record<T, number>>;
}

export const createModelPanel = <T extends string>(
  models: Readonly<Record<T, LinearModel>>,
): ModelPanel<T> => {
  const names = Object.keys(models) as T[];
  const columns = names.map((name) => models[name].weights);
  const size = columns[0]?.length ?? 0;
  if (columns.some((weights) => weights.length !== size))
    throw new Error('models of different sizes cannot stand side by side');
  const width = names.length;
  const side = new Float32Array(size * width);
  for (const [column, weights] of columns.entries())
    for (let row = 0; row < size; row += 1) side[row * width + column] = weights[row] ?? 0;

  return {
    scores: ({ indices, values }) => {
      const sums = Float64Array.from(names, (name) => models[name].bias);
      for (let at = 0; at < indices.length; at += 1) {
        const from = ((indices[at] ?? 0) & (size - 1)) * width;
        const value = values[at] ?? 0;
        for (let column = 0; column < width; column += 1)
          sums[column] = (sums[column] ?? 0) + (side[from + column] ?? 0) * value;
      }
      return Object.fromEntries(names.map((name, column) => [name, sums[column] ?? 0])) as Record<T, number>;
    },
  };
};
