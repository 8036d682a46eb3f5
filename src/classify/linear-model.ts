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

/** A byte for each weight: four times as many of them stay in the processor's cache. */
const scorePacked = (bias: number, { levels, scale }: Levels, { indices, values }: Features): number => {
  const mask = levels.length - 1;
  let sum = 0;
  for (let at = 0; at < indices.length; at += 1)
    sum += (levels[(indices[at] as number) & mask] as number) * (values[at] as number);
  return bias + sum * scale;
};

/** The raw score (log-odds for a model trained with the logistic loss). */
export const score = (model: LinearModel, features: Features): number => {
  if (model.packed !== undefined) return scorePacked(model.bias, model.packed, features);
  const { bias, weights } = model;
  const { indices, values } = features;
  const mask = weights.length - 1;
  let sum = bias;
  for (let at = 0; at < indices.length; at += 1)
    sum += (weights[(indices[at] as number) & mask] as number) * (values[at] as number);
  return sum;
};

export const sigmoid = (x: number): number => 1 / (1 + Math.exp(-x));
