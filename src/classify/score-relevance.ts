import { lazily } from '../domain/lazily.ts';
import type { Convolution } from './convolution.ts';
import { createConvolutionReader } from './convolution-reader.ts';
import type { DocumentPart } from './document-part.ts';
import type { Features } from './features.ts';
import { type LinearModel, score } from './linear-model.ts';
import { tokenInputs } from './token-inputs.ts';

/** The two that decide together whether an entry is relevant. */
export interface RelevanceModel {
  readonly relevance: LinearModel;
  readonly network: Convolution;
}

/** What decides: the opening of an entry, and its features. */
export interface ReadLead {
  readonly lead: DocumentPart;
  readonly features: Features;
}

/** Below these log-odds the linear model is sure enough: the network is spared nine headlines in ten. */
export const FAR = -4;
/** How much of the score is the network's: more lets it be sure of what it learnt from too few. */
export const NETWORK_SHARE = 0.25;

/** Log-odds of the linear model and of the network, if it was asked. */
export const mixScores = (linear: number, network: () => number): number =>
  linear <= FAR ? linear : (1 - NETWORK_SHARE) * linear + NETWORK_SHARE * network();

/** Creates the scorer of entries: the linear model's log-odds that one is relevant, and where it wavers the network's beside it. */
export const createRelevanceScorer = (model: RelevanceModel): ((read: ReadLead) => number) => {
  const network = lazily(() => createConvolutionReader(model.network));
  return ({ lead, features }) =>
    mixScores(score(model.relevance, features), () => network()(tokenInputs(lead.document, lead.mentions)));
};
