import type { Analysis } from './analyse.ts';
import type { ConvolutionReader } from './convolution-reader.ts';
import { type LinearModel, score } from './linear-model.ts';

/** Below these log-odds the linear model is sure enough: the networks are spared nine headlines in ten. */
export const FAR = -4;
/** How much of the score is the networks': more lets them be sure of what they learnt from too few. */
export const NETWORK_SHARE = 0.25;
/**
 * Where the linear model and one network are this close to the threshold, the other networks are asked too: one alone gives
 * a row up to four log-odds more or less than the next.
 */
export const CLOSE = { from: -0.9, to: 0.1 };

const mix = (linear: number, network: number): number =>
  (1 - NETWORK_SHARE) * linear + NETWORK_SHARE * network;

/** Log-odds of the linear model and of as many networks as it takes to be sure; `networks` are asked by their place. */
export const mixScores = (linear: number, networks: number, ask: (network: number) => number): number => {
  if (linear <= FAR) return linear;
  let sum = ask(0);
  const first = mix(linear, sum);
  if (first < CLOSE.from || first > CLOSE.to) return first;
  for (let network = 1; network < networks; network += 1) sum += ask(network);
  return mix(linear, sum / networks);
};

/** Creates the scorer of entries: the log-odds that one is relevant. */
export const createRelevanceScorer =
  (
    relevance: LinearModel,
    readers: readonly ConvolutionReader[],
  ): ((analysis: Pick<Analysis, 'inCompany' | 'tokens'>) => number) =>
  ({ inCompany, tokens }) =>
    mixScores(
      score(relevance, inCompany),
      readers.length,
      (network) => readers[network]?.relevance(tokens()) ?? 0,
    );
