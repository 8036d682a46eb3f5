import type { Features } from './features.ts';

/** Weights as they are kept in a file: `weight = level * scale`, rounded to a float. */
export interface Levels {
  readonly levels: Int8Array;
  readonly scale: number;
}

/** One linear score over hashed features. The number of weights is a power of two. */
export interface LinearModel {
  readonly bias: number;
  readonly weights: Float32Array;
  /** The same, where it came out of a file. */
  readonly packed?: Levels;
}

/** The raw score (log-odds for a model trained with the logistic loss). */
export const score = ({ bias, weights }: LinearModel, { indices, values }: Features): number => {
  const mask = weights.length - 1;
  let sum = bias;
  for (let at = 0; at < indices.length; at += 1)
    sum += (weights[(indices[at] ?? 0) & mask] ?? 0) * (values[at] ?? 0);
  return sum;
};

export const sigmoid = (x: number): number => 1 / (1 + Math.exp(-x));
