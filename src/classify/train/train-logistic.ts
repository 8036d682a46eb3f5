import type { Features } from '../features.ts';
import { type LinearModel, score, sigmoid } from '../linear-model.ts';

export interface Example {
  readonly features: Features;
  /** 1 or 0, or between where readers differ. */
  readonly target: number;
  readonly weight: number;
}

export interface LogisticOptions {
  readonly epochs: number;
  readonly rate: number;
  /** Pull towards zero for each step in which a feature takes part. */
  readonly l2: number;
  readonly seed: number;
  /** The table holds 2 to this power of weights. */
  readonly bits: number;
}

/** A small, fast, well-mixed generator (mulberry32): the same seed trains the same weights. */
export const createRandom = (seed: number): (() => number) => {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
};

const shuffle = (order: Uint32Array, random: () => number): void => {
  for (let at = order.length - 1; at > 0; at -= 1) {
    const other = Math.floor(random() * (at + 1));
    const kept = order[at] ?? 0;
    order[at] = order[other] ?? 0;
    order[other] = kept;
  }
};

/** Logistic regression by AdaGrad, deterministic for a seed. Memory: three arrays of the feature space. */
export const trainLogistic = (examples: readonly Example[], options: LogisticOptions): LinearModel => {
  const weights = new Float32Array(2 ** options.bits);
  const squares = new Float32Array(2 ** options.bits);
  const random = createRandom(options.seed);
  const mask = weights.length - 1;
  const order = Uint32Array.from(examples.keys());
  let bias = 0;
  let biasSquares = 0;
  const step = ({ features, target, weight }: Example): void => {
    const slope = (sigmoid(score({ bias, weights }, features)) - target) * weight;
    const { indices, values } = features;
    for (let at = 0; at < indices.length; at += 1) {
      const index = (indices[at] ?? 0) & mask;
      const gradient = slope * (values[at] ?? 0) + options.l2 * (weights[index] ?? 0) * weight;
      const sum = (squares[index] ?? 0) + gradient * gradient;
      squares[index] = sum;
      weights[index] = (weights[index] ?? 0) - (options.rate * gradient) / (Math.sqrt(sum) + 1e-6);
    }
    biasSquares += slope * slope;
    bias -= (options.rate * slope) / (Math.sqrt(biasSquares) + 1e-6);
  };
  for (let epoch = 0; epoch < options.epochs; epoch += 1) {
    shuffle(order, random);
    for (const at of order) {
      const example = examples[at];
      if (example !== undefined) step(example);
    }
  }
  return { bias, weights };
};

/**
 * The mean of the models that several orders of the examples give: what one order left to chance the others do not share.
 * Costs nothing when entries are read, since the mean of linear models is one. Seeds run from `options.seed` on.
 */
export const trainAveraged = (
  examples: readonly Example[],
  options: LogisticOptions,
  orders: number,
): LinearModel => {
  const weights = new Float32Array(2 ** options.bits);
  let bias = 0;
  for (let order = 0; order < orders; order += 1) {
    const model = trainLogistic(examples, { ...options, seed: options.seed + order });
    bias += model.bias / orders;
    for (const [index, weight] of model.weights.entries())
      weights[index] = (weights[index] as number) + weight / orders;
  }
  return { bias, weights };
};
