import { KINDS, STAGES } from '../../domain/taxonomy.ts';
import { type Analysis, createAnalyse } from '../analyse.ts';
import type { Convolution } from '../convolution.ts';
import { createConvolutionReaders } from '../convolution-reader.ts';
import type { Features } from '../features.ts';
import type { Lexicon } from '../lexicon.ts';
import type { LinearModel } from '../linear-model.ts';
import { score } from '../linear-model.ts';
import type { Model } from '../model.ts';
import { createRelevanceScorer } from '../score-relevance.ts';
import { type Candidate, exchangeCandidates, placeCandidates } from '../select-mentions.ts';
import { stageFeatures } from '../stage-features.ts';
import type { LabelledRow } from './labelled-row.ts';
import { type ConvolutionOptions, type TokenExample, trainConvolution } from './train-convolution.ts';
import { type Example, type LogisticOptions, trainAveraged, trainLogistic } from './train-logistic.ts';
import type { Traits } from './trait-heads.ts';

/** A labelled entry with everything that was read off it. */
export interface Prepared {
  readonly row: LabelledRow;
  readonly analysis: Analysis;
}

/** What decides together whether an entry is relevant. */
type RelevanceModel = Pick<Model, 'relevance' | 'networks'>;

/** Labelled rows come without their feed: they are read as the press. */
const PRESS = { kind: 'press' } as const;

export const prepare = (rows: readonly LabelledRow[], lexicon: Lexicon): readonly Prepared[] => {
  const analyse = createAnalyse(lexicon);
  return rows.map((row) => ({ row, analysis: analyse(row, PRESS) }));
};

/** How much a row of each collection weighs: a large one must not drown a small and careful one. */
const ORIGIN_WEIGHT: Readonly<Record<string, number>> = {
  natural: 3,
  candidates: 3,
  articles: 3,
  corpus: 1,
  examples: 1,
};
/** Missing a ban costs more than a false alarm, and the relevant are few. */
const RELEVANT_WEIGHT = 1;
const DOUBTFUL_WEIGHT = 0.6;
/** A doubtful row pulls only most of the way. */
const DOUBTFUL_TARGET = 0.2;

/** The fields are learnt in the manner of the careful collections: what is `announced` and what `in-force` is a convention. */
const FIELD_WEIGHT: Readonly<Record<string, number>> = {
  natural: 6,
  candidates: 6,
  articles: 8,
  corpus: 1,
  examples: 0.5,
};

const RELEVANCE: LogisticOptions = { epochs: 6, rate: 0.02, l2: 3e-4, seed: 1, bits: 20 };
/**
 * Orders of the rows that a model is the mean of: one order alone moves a row in a hundred over the threshold, and gives
 * two in a hundred another stage.
 */
const ORDERS = 5;
/** Relevance decides whether anybody hears: more of chance is worth taking out of it. */
const RELEVANCE_ORDERS = 9;
const NETWORK: ConvolutionOptions = {
  epochs: 6,
  rate: 0.05,
  dropout: 0.4,
  wordDropout: 0.15,
  traitWeight: 0.5,
  seed: 1,
};
/** Networks that differ in nothing but their seed: with eight no measure was better than with four. */
const NETWORKS = 4;
/** The networks learn from what the linear model does not dismiss: a little more than they will be asked about. */
const DISMISSED = -5.5;
const FIELD: LogisticOptions = { epochs: 8, rate: 0.15, l2: 1e-5, seed: 2, bits: 17 };
/** What makes a stage is said in many ways by few rows: slower steps and a stronger pull to zero learn it better than the kinds'. */
const STAGE: LogisticOptions = { epochs: 6, rate: 0.05, l2: 1e-3, seed: 2, bits: 17 };
const CHOOSER: LogisticOptions = { epochs: 5, rate: 0.03, l2: 1e-2, seed: 3, bits: 17 };

const relevanceExample = ({ row, analysis }: Prepared): Example => ({
  features: analysis.inCompany,
  target: row.relevant ? (row.doubtful ? 1 - DOUBTFUL_TARGET : 1) : row.doubtful ? DOUBTFUL_TARGET : 0,
  weight:
    (ORIGIN_WEIGHT[row.origin] ?? 1) *
    (row.relevant ? RELEVANT_WEIGHT : 1) *
    (row.doubtful ? DOUBTFUL_WEIGHT : 1),
});

const oneAgainstRest = <T extends string>(
  names: readonly T[],
  prepared: readonly Prepared[],
  isIt: (row: LabelledRow, name: T) => boolean,
  featuresOf: (one: Prepared) => Features,
  options: LogisticOptions,
): Readonly<Record<T, LinearModel>> => {
  const read = prepared.map((one) => ({ row: one.row, features: featuresOf(one) }));
  const pairs = names.map((name): [T, LinearModel] => [
    name,
    trainAveraged(
      read.map(({ row, features }) => ({
        features,
        target: isIt(row, name) ? 1 : 0,
        weight: FIELD_WEIGHT[row.origin] ?? 1,
      })),
      options,
      ORDERS,
    ),
  ]);
  return Object.fromEntries(pairs) as Record<T, LinearModel>;
};

const chooserExamples = (
  candidates: readonly Candidate[],
  right: ReadonlySet<string>,
  weight: number,
): Example[] => candidates.map(({ id, features }) => ({ features, target: right.has(id) ? 1 : 0, weight }));

/** Names of exchanges, canonical or not, to ids of the gazetteer; a name that it lacks is passed over. */
export const exchangeIds = (names: readonly string[], lexicon: Lexicon): ReadonlySet<string> => {
  const wanted = new Set(names.map((name) => name.toLowerCase()));
  return new Set(
    [...lexicon.exchanges.values()]
      .filter(({ aliases }) => aliases.some(({ text }) => wanted.has(text.toLowerCase())))
      .map(({ id }) => id),
  );
};

export const trainChoosers = (
  relevant: readonly Prepared[],
  lexicon: Lexicon,
): Pick<Model, 'exchange' | 'place'> => {
  const exchanges: Example[] = [];
  const places: Example[] = [];
  for (const { row, analysis } of relevant) {
    const { document, mentions } = analysis;
    const kind = row.kind ?? 'unknown';
    const weight = (FIELD_WEIGHT[row.origin] ?? 1) * (row.doubtful ? DOUBTFUL_WEIGHT : 1);
    const ids = exchangeIds(row.exchanges, lexicon);
    exchanges.push(...chooserExamples(exchangeCandidates(document, mentions, kind), ids, weight));
    places.push(
      ...chooserExamples(placeCandidates(document, mentions, kind), new Set(row.jurisdictions), weight),
    );
  }
  return { exchange: trainLogistic(exchanges, CHOOSER), place: trainLogistic(places, CHOOSER) };
};

/** Kinds, then stages; what a row's reader left open is open. */
const traitsOf = ({ relevant, kind, otherKind, stage }: LabelledRow): Traits => {
  if (!relevant) return [];
  const kinds = KINDS.map((one) =>
    kind === undefined ? undefined : one === kind || one === otherKind ? 1 : 0,
  );
  const stages = STAGES.map((one) => (stage === undefined ? undefined : one === stage ? 1 : 0));
  return [...kinds, ...stages];
};

const tokenExample = (prepared: Prepared): TokenExample => {
  const { target, weight } = relevanceExample(prepared);
  return {
    inputs: prepared.analysis.tokens(),
    target,
    weight,
    traits: traitsOf(prepared.row),
  };
};

const trainNetworks = (prepared: readonly Prepared[], linear: LinearModel): readonly Convolution[] => {
  const examples = prepared
    .filter(({ row, analysis }) => row.relevant || score(linear, analysis.inCompany) > DISMISSED)
    .map(tokenExample);
  return Array.from({ length: NETWORKS }, (_, network) =>
    trainConvolution(examples, { ...NETWORK, seed: NETWORK.seed + network }),
  );
};

export const trainRelevance = (prepared: readonly Prepared[]): RelevanceModel => {
  const relevance = trainAveraged(prepared.map(relevanceExample), RELEVANCE, RELEVANCE_ORDERS);
  return { relevance, networks: trainNetworks(prepared, relevance).map((network) => () => network) };
};

const featuresOfStage = ({ row, analysis }: Prepared): Features =>
  row.kind === undefined ? analysis.features : stageFeatures(analysis, row.kind);

export const trainFields = (
  prepared: readonly Prepared[],
  lexicon: Lexicon,
): Pick<Model, 'kinds' | 'stages' | 'exchange' | 'place'> => {
  const relevant = prepared.filter(({ row }) => row.relevant);
  const withKind = relevant.filter(({ row }) => row.kind !== undefined);
  const withStage = withKind.filter(({ row }) => row.stage !== undefined);
  return {
    kinds: oneAgainstRest(
      KINDS,
      withKind,
      (row, kind) => row.kind === kind || row.otherKind === kind,
      ({ analysis }) => analysis.features,
      FIELD,
    ),
    stages: oneAgainstRest(STAGES, withStage, (row, stage) => row.stage === stage, featuresOfStage, STAGE),
    ...trainChoosers(relevant, lexicon),
  };
};

/** A score that the model gave to a row on which it was not trained. */
export interface HeldOutScore {
  readonly score: number;
  readonly row: LabelledRow;
}

/** Platt scaling on held-out scores: log-odds to probability. */
export const calibrate = (scores: readonly HeldOutScore[]): Model['calibration'] => {
  let slope = 1;
  let offset = 0;
  for (let round = 0; round < 200; round += 1) {
    let slopeGradient = 0;
    let offsetGradient = 0;
    for (const { score: x, row } of scores) {
      const error = 1 / (1 + Math.exp(-(slope * x + offset))) - (row.relevant ? 1 : 0);
      slopeGradient += error * x;
      offsetGradient += error;
    }
    slope -= (2 * slopeGradient) / scores.length;
    offset -= (20 * offsetGradient) / scores.length;
  }
  return { slope, offset };
};

/**
 * The least probability at which an entry counts. F1 is greatest at half of what it then is (https://arxiv.org/abs/1402.1892),
 * and candidates, which are what the doubt is about, are read at about .8.
 */
const LEAST = 0.4;

/** The score from which an entry counts. The best F-measure would be no guide: it jumps about where its curve is flat. */
export const thresholdOf = ({ slope, offset }: Model['calibration']): number =>
  (Math.log(LEAST / (1 - LEAST)) - offset) / slope;

export const heldOut = (prepared: readonly Prepared[], model: RelevanceModel): readonly HeldOutScore[] => {
  const scoreRelevance = createRelevanceScorer(model.relevance, createConvolutionReaders(model.networks));
  return prepared.map(({ row, analysis }) => ({ row, score: scoreRelevance(analysis) }));
};
