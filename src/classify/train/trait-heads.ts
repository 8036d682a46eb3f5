import { LINE, POOLED } from '../convolution.ts';
import { sigmoid } from '../linear-model.ts';
import { createStep } from './ada-grad.ts';

/** For each trait of a relevant entry 1 or 0; nothing where it is unknown. */
export type Traits = readonly (0 | 1 | undefined)[];

export interface TraitHeads {
  /** Asks all heads about an entry; false if none of them errs worth the mention. */
  readonly ask: (values: Float32Array, mask: Float32Array, traits: Traits, weight: number) => boolean;
  /** The heads' error at one pooled answer; they learn from it too. `value` is the answer as they saw it. */
  readonly learnUnit: (unit: number, value: number) => number;
}

/** Errors smaller than this teach nothing. */
export const NEGLIGIBLE = 1e-4;

/**
 * Trains the scores beside relevance, a LINE of `weights` for each: of which kind is a relevant entry, at which stage? The
 * filters thus learn what tells restrictions apart, and lean less on what the relevant rows have in common by chance.
 * (R. Caruana, "Multitask Learning", 1997.)
 */
export const createTraitHeads = (weights: Float32Array, rate: number): TraitHeads => {
  const count = weights.length / LINE;
  const step = createStep(weights, rate);
  const slopes = new Float32Array(count);

  const score = (head: number, values: Float32Array, mask: Float32Array): number => {
    const from = head * LINE;
    let sum = weights[from + POOLED] as number;
    for (let unit = 0; unit < POOLED; unit += 1)
      sum += (weights[from + unit] as number) * (values[unit] as number) * (mask[unit] as number);
    return sum;
  };

  return {
    ask: (values, mask, traits, weight) => {
      let erred = false;
      slopes.fill(0);
      for (const [head, trait] of traits.entries()) {
        if (trait === undefined) continue;
        const slope = (sigmoid(score(head, values, mask)) - trait) * weight;
        if (Math.abs(slope) < NEGLIGIBLE) continue;
        erred = true;
        slopes[head] = slope;
        step(head * LINE + POOLED, slope);
      }
      return erred;
    },
    learnUnit: (unit, value) => {
      let error = 0;
      for (let head = 0; head < count; head += 1) {
        const slope = slopes[head] as number;
        if (slope === 0) continue;
        const at = head * LINE + unit;
        error += slope * (weights[at] as number);
        step(at, slope * value);
      }
      return error;
    },
  };
};
