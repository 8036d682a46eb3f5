import {
  type Convolution,
  emptyConvolution,
  FILTERS,
  LINE,
  POOLED,
  type Pooled,
  pool,
  SPAN,
  WIDTH,
} from '../convolution.ts';
import { sigmoid } from '../linear-model.ts';
import type { TokenInputs } from '../token-inputs.ts';
import { createStep } from './ada-grad.ts';
import { createRandom } from './train-logistic.ts';
import { createTraitHeads, NEGLIGIBLE, type Traits } from './trait-heads.ts';

export interface TokenExample {
  readonly inputs: TokenInputs;
  readonly target: number;
  readonly weight: number;
  /** What a relevant entry is, beside relevant; empty for others. */
  readonly traits: Traits;
}

export interface ConvolutionOptions {
  readonly epochs: number;
  readonly rate: number;
  /** Share of pooled answers that are silenced at each step, so that no filter is trusted alone. */
  readonly dropout: number;
  /** Share of tokens whose word and stem are hidden, so that signs must carry the meaning. */
  readonly wordDropout: number;
  /** How much an error in a trait weighs beside one in relevance. */
  readonly traitWeight: number;
  readonly seed: number;
}

/** Log-odds to begin from: what is asked for is rare. */
const RARE = -3;

/** The table begins at zero: a word that was never seen says nothing, and costs nothing in the file. */
const initialise = (network: Convolution, random: () => number): void => {
  const fill = (array: Float32Array, reach: number): void => {
    for (let index = 0; index < array.length; index += 1) array[index] = (random() * 2 - 1) * reach;
  };
  fill(network.filters, Math.sqrt(3 / (SPAN * WIDTH)));
  fill(network.output, 0.1);
  network.filterBias.fill(0.05);
  network.output[POOLED] = RARE;
  fill(network.traits, 0.1);
  for (let bias = POOLED; bias < network.traits.length; bias += LINE) network.traits[bias] = RARE;
};

const shuffled = (count: number, random: () => number): Uint32Array => {
  const order = Uint32Array.from({ length: count }, (_, index) => index);
  for (let at = count - 1; at > 0; at -= 1) {
    const other = Math.floor(random() * (at + 1));
    const kept = order[at] as number;
    order[at] = order[other] as number;
    order[other] = kept;
  }
  return order;
};

const hideWords = (tokens: TokenInputs['title'], share: number, random: () => number): TokenInputs['title'] =>
  tokens.map((rows) => (rows.length > 0 && random() < share ? rows.slice(2) : rows));

/** Trains a network; deterministic for a seed. */
export const trainConvolution = (
  examples: readonly TokenExample[],
  options: ConvolutionOptions,
): Convolution => {
  const random = createRandom(options.seed);
  const network = emptyConvolution();
  initialise(network, random);
  const stepTable = createStep(network.table, options.rate);
  const stepFilters = createStep(network.filters, options.rate);
  const stepFilterBias = createStep(network.filterBias, options.rate);
  const stepOutput = createStep(network.output, options.rate);
  const reach = SPAN * WIDTH;
  const inputGradient = new Float32Array(reach);
  const mask = new Float32Array(POOLED);
  const heads = createTraitHeads(network.traits, options.rate);

  const stepFilter = (filter: number, slope: number, embedded: Float32Array, token: number): void => {
    const base = token * WIDTH;
    const from = filter * reach;
    for (let unit = 0; unit < reach; unit += 1) {
      inputGradient[unit] = slope * (network.filters[from + unit] as number);
      const input = embedded[base + unit] as number;
      if (input !== 0) stepFilters(from + unit, slope * input);
    }
    stepFilterBias(filter, slope);
  };

  /** `token` is the first of the window in the padded text, so the window covers tokens `token - 1` to `token + 1`. */
  const stepTokens = (tokens: TokenInputs['title'], token: number): void => {
    for (let part = 0; part < SPAN; part += 1) {
      const rows = tokens[token + part - 1];
      if (rows === undefined) continue;
      for (const row of rows)
        for (let unit = 0; unit < WIDTH; unit += 1)
          stepTable(row * WIDTH + unit, inputGradient[part * WIDTH + unit] as number);
    }
  };

  /** The part of one pooled answer in the error goes back to its filter and to the tokens it looked at. */
  const learnUnit = (unit: number, slope: number, pooled: Pooled, seen: TokenInputs): void => {
    const scale = mask[unit] as number;
    const where = pooled.at[unit] as number;
    if (scale === 0 || where < 0) return;
    const value = (pooled.values[unit] as number) * scale;
    const back = (slope * (network.output[unit] as number) + heads.learnUnit(unit, value)) * scale;
    stepOutput(unit, slope * value);
    const inTitle = unit < FILTERS;
    stepFilter(unit % FILTERS, back, pooled.embedded[inTitle ? 0 : 1], where);
    stepTokens(inTitle ? seen.title : seen.text, where);
  };

  /** The score with some answers silenced; the silence is kept in `mask` for the way back. */
  const scoreWithDropout = ({ values }: Pooled): number => {
    const keep = 1 - options.dropout;
    let sum = network.output[POOLED] as number;
    for (let unit = 0; unit < POOLED; unit += 1) {
      mask[unit] = random() < keep ? 1 / keep : 0;
      sum += (network.output[unit] as number) * (values[unit] as number) * (mask[unit] as number);
    }
    return sum;
  };

  const learn = ({ inputs, target, weight, traits }: TokenExample): void => {
    const seen = {
      title: hideWords(inputs.title, options.wordDropout, random),
      text: hideWords(inputs.text, options.wordDropout, random),
    };
    const pooled = pool(network, seen);
    const slope = (sigmoid(scoreWithDropout(pooled)) - target) * weight;
    const traitsErred = heads.ask(pooled.values, mask, traits, weight * options.traitWeight);
    if (Math.abs(slope) < NEGLIGIBLE && !traitsErred) return;
    for (let unit = 0; unit < POOLED; unit += 1) learnUnit(unit, slope, pooled, seen);
    stepOutput(POOLED, slope);
  };

  for (let epoch = 0; epoch < options.epochs; epoch += 1)
    for (const index of shuffled(examples.length, random)) {
      const example = examples[index];
      if (example !== undefined) learn(example);
    }
  return network;
};
