import { isKind, KINDS, type Kind, STAGES, type Stage } from '../domain/taxonomy.ts';
import { type Analysis, analyseAlone } from './analyse.ts';
import type { ConvolutionReader } from './convolution-reader.ts';
import { documentPart } from './document-part.ts';
import type { EntryFacts, ExtractFeatures } from './features.ts';
import type { CueMention, Mentions } from './find-mentions.ts';
import { sigmoid } from './linear-model.ts';
import type { Model } from './model.ts';
import { createModelPanel, type ModelPanel } from './model-panel.ts';
import { stageFeatures } from './stage-features.ts';
import type { Token } from './tokenise.ts';

/** One act that the entry tells of. */
export interface ReadMeasure {
  readonly kind: Kind;
  readonly stage: Stage;
  readonly probability: number;
  /** How likely the kind is the right one, given how far the next is behind. */
  readonly confidence: number;
  /** Clauses that speak of it. */
  readonly clauses: ReadonlySet<number>;
  readonly cues: readonly CueMention[];
}

/** The name with the highest score; of equals the first. */
const best = <T extends string>(
  names: readonly [T, ...T[]],
  scores: Float64Array,
): { name: T; score: number } => {
  let best = 0;
  for (let at = 1; at < names.length; at += 1) if ((scores[at] ?? 0) > (scores[best] ?? 0)) best = at;
  return { name: names[best] ?? names[0], score: scores[best] ?? 0 };
};

/** A social network in the measure's words outweighs the words that it shares with blocks of sites and accounts. */
const SOCIAL_BONUS = 3;

/** The models of kind and stage, ready to be asked. */
interface MeasureModels {
  readonly kinds: ModelPanel;
  readonly stages: ModelPanel;
  readonly readers: readonly ConvolutionReader[];
}

const SOCIAL = KINDS.indexOf('social-block');
/** What a kind gains where the title names it, and again where the text does. */
const NAMED_BONUS = 1;

const PLACE_OF_KIND: ReadonlyMap<string, number> = new Map(KINDS.map((kind, at) => [kind, at]));

const addForNames = (scores: Float64Array, { cues }: Mentions): void => {
  const [inTitle, inText] = [new Set<number>(), new Set<number>()];
  for (const cue of cues) {
    const at = PLACE_OF_KIND.get(cue.group);
    if (at !== undefined) (cue.inTitle ? inTitle : inText).add(at);
  }
  for (const at of [...inTitle, ...inText]) scores[at] = (scores[at] ?? 0) + NAMED_BONUS;
};

/**
 * Of 8,293 relevant entries that the model had not seen, kinds that led by 20, 12, 6 and 2 were right in 92, 82, 65 and 48 of a
 * hundred (log-odds).
 */
const CONFIDENCE = { slope: 0.13, offset: -0.4 };

const confidenceOf = (scores: Float64Array): number => {
  const [first = 0, second = 0] = scores.toSorted((left, right) => right - left);
  return sigmoid(CONFIDENCE.slope * (first - second) + CONFIDENCE.offset);
};

/** The networks learnt kinds and stages beside relevance: here they say the mean of what each says. */
const addMean = (
  scores: Float64Array,
  readers: readonly ConvolutionReader[],
  say: (reader: ConvolutionReader) => Float64Array,
): void => {
  for (const reader of readers) {
    const own = say(reader);
    for (let at = 0; at < scores.length; at += 1)
      scores[at] = (scores[at] ?? 0) + (own[at] ?? 0) / readers.length;
  }
};

const bestKind = (
  { kinds, readers }: MeasureModels,
  { features, mentions, tokens }: Analysis,
): { name: Kind; score: number; confidence: number } => {
  const scores = kinds(features);
  addForNames(scores, mentions);
  addMean(scores, readers, (reader) => reader.kinds(tokens()));
  if (mentions.cues.some(({ group }) => group === 'social-block'))
    scores[SOCIAL] = (scores[SOCIAL] ?? 0) + SOCIAL_BONUS;
  return { ...best(KINDS, scores), confidence: confidenceOf(scores) };
};

const clausesOf = (cues: readonly CueMention[], kind: Kind): ReadonlySet<number> =>
  new Set(cues.filter(({ group }) => group === kind).map(({ clause }) => clause));

/** The sentences of a document as runs of tokens. */
const sentenceRuns = (
  tokens: readonly Token[],
): readonly { readonly from: number; readonly to: number }[] => {
  const runs: { from: number; to: number }[] = [];
  for (let at = 0; at < tokens.length; at += 1) {
    const last = runs.at(-1);
    if (last !== undefined && tokens[last.from]?.sentence === tokens[at]?.sentence) last.to = at + 1;
    else runs.push({ from: at, to: at + 1 });
  }
  return runs;
};

/** A further kind must be as sure as this in a sentence of its own. */
const FURTHER = 0.6;
const MOST_MEASURES = 3;
/** Sentences that are asked for one: who has more to tell has told the news by then. */
const MOST_ASKED = 12;

/** What is read of an act before it is known whether it is told. */
type Unstaged = Omit<ReadMeasure, 'stage'>;

const measureIn = (models: MeasureModels, analysis: Analysis): Unstaged => {
  const { mentions } = analysis;
  const kind = bestKind(models, analysis);
  return {
    kind: kind.name,
    probability: sigmoid(kind.score),
    confidence: kind.confidence,
    clauses: clausesOf(mentions.cues, kind.name),
    cues: mentions.cues.filter(({ group }) => group === kind.name),
  };
};

const bestStage = ({ stages, readers }: MeasureModels, analysis: Analysis, kind: Kind): Stage => {
  const scores = stages(stageFeatures(analysis, kind));
  addMean(scores, readers, (reader) => reader.stages(analysis.tokens()));
  return best(STAGES, scores).name;
};

const withStage = (models: MeasureModels, analysis: Analysis, measure: Unstaged): ReadMeasure => ({
  ...measure,
  stage: bestStage(models, analysis, measure.kind),
});

/** Do these cues tell of an act of now that is of another kind than the main one? */
const tellsOfAnother = (cues: readonly CueMention[], main: Kind): boolean =>
  cues.some(({ group }) => group !== main && isKind(group)) &&
  !cues.some(({ group }) => group === 'background');

/** Reads the acts of an entry, the main one first; others must have a sentence to themselves. */
export type ReadMeasures = (
  analysis: Analysis,
  facts: EntryFacts,
) => readonly [ReadMeasure, ...ReadMeasure[]];

export const createMeasureReader = (
  { kinds, stages }: Pick<Model, 'kinds' | 'stages'>,
  readers: readonly ConvolutionReader[],
  extract: ExtractFeatures,
): ReadMeasures => {
  const models = {
    kinds: createModelPanel(KINDS.map((kind) => kinds[kind])),
    stages: createModelPanel(STAGES.map((stage) => stages[stage])),
    readers,
  };

  /** Has a sentence an act of its own? */
  const isOwn = ({ kind, probability, cues }: Unstaged, taken: readonly ReadMeasure[]): boolean =>
    cues.length > 0 && probability >= FURTHER && !taken.some((one) => one.kind === kind);

  return (analysis, facts) => {
    const { document, mentions, lead } = analysis;
    const main = withStage(models, analysis, measureIn(models, analysis));
    const measures: [ReadMeasure, ...ReadMeasure[]] = [main];
    const sentences = sentenceRuns(document.tokens);
    // A single sentence that was read as a whole would only say the same again.
    if (sentences.length === 1 && lead.document === document) return measures;
    let asked = 0;
    for (const { from, to } of sentences) {
      if (measures.length === MOST_MEASURES || asked === MOST_ASKED) break;
      const cues = mentions.cues.filter(({ token, tokenEnd }) => token >= from && tokenEnd <= to);
      if (!tellsOfAnother(cues, main.kind)) continue;
      asked += 1;
      const sentence = analyseAlone(documentPart(analysis, from, to), facts, extract);
      const measure = measureIn(models, sentence);
      if (isOwn(measure, measures)) measures.push(withStage(models, sentence, measure));
    }
    return measures;
  };
};
