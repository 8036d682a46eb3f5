import { KINDS, type Kind, STAGES, type Stage } from '../domain/taxonomy.ts';
import type { Document } from './document.ts';
import { type DocumentPart, documentPart } from './document-part.ts';
import { type EntryFacts, extractFeatures, type Features } from './features.ts';
import type { CueMention, Mentions } from './find-mentions.ts';
import { score, sigmoid } from './linear-model.ts';
import type { Model } from './model.ts';

/** One act that the entry tells of. */
export interface ReadMeasure {
  readonly kind: Kind;
  readonly stage: Stage;
  readonly probability: number;
  /** Clauses that speak of it. */
  readonly clauses: ReadonlySet<number>;
  readonly cues: readonly CueMention[];
}

const best = <T extends string>(
  names: readonly T[],
  scoreOf: (name: T) => number,
): { name: T; score: number } => {
  const scored = names.map((name) => ({ name, score: scoreOf(name) })).sort((a, b) => b.score - a.score);
  return scored[0] ?? { name: names[0] as T, score: 0 };
};

/** A social network in the measure's words outweighs the words that it shares with blocks of sites and accounts. */
const SOCIAL_BONUS = 3;

const bestKind = (model: Model, features: Features, mentions: Mentions): { name: Kind; score: number } => {
  const isSocial = mentions.cues.some(({ group }) => group === 'social-block');
  return best(
    KINDS,
    (kind) => score(model.kinds[kind], features) + (kind === 'social-block' && isSocial ? SOCIAL_BONUS : 0),
  );
};

const bestStage = (model: Model, features: Features): { name: Stage; score: number } =>
  best(STAGES, (stage) => score(model.stages[stage], features));

const clausesOf = (cues: readonly CueMention[], kind: Kind): ReadonlySet<number> =>
  new Set(cues.filter(({ group }) => group === kind).map(({ clause }) => clause));

/** One sentence of a document, as a document of its own. */
const sentencePart = (whole: DocumentPart, sentence: number): DocumentPart => {
  const { tokens } = whole.document;
  const from = tokens.findIndex((token) => token.sentence === sentence);
  const to = tokens.findLastIndex((token) => token.sentence === sentence) + 1;
  return documentPart(whole, from, to);
};

/** A further kind must be as sure as this in a sentence of its own. */
const FURTHER = 0.6;
const MOST_MEASURES = 3;

const measureIn = (model: Model, features: Features, mentions: Mentions): ReadMeasure => {
  const kind = bestKind(model, features, mentions);
  return {
    kind: kind.name,
    stage: bestStage(model, features).name,
    probability: sigmoid(kind.score),
    clauses: clausesOf(mentions.cues, kind.name),
    cues: mentions.cues.filter(({ group }) => group === kind.name),
  };
};

/** A kind other than the main one to which a sentence of its own is given, if any. */
const furtherMeasure = (
  part: DocumentPart,
  main: ReadMeasure,
  facts: EntryFacts,
  model: Model,
): ReadMeasure | undefined => {
  const groups = new Set<string>(part.mentions.cues.map(({ group }) => group));
  if (groups.has('background') || !KINDS.some((kind) => groups.has(kind) && kind !== main.kind))
    return undefined;
  const features = extractFeatures(part.document, part.mentions, facts);
  const measure = measureIn(model, features, part.mentions);
  const own = measure.kind !== main.kind && groups.has(measure.kind) && measure.probability >= FURTHER;
  return own ? measure : undefined;
};

/** The acts of an entry, the main one first; others must have a sentence to themselves. */
export const readMeasures = (
  document: Document,
  mentions: Mentions,
  features: Features,
  facts: EntryFacts,
  model: Model,
): readonly [ReadMeasure, ...ReadMeasure[]] => {
  const main = measureIn(model, features, mentions);
  const sentences = [...new Set(document.tokens.map(({ sentence }) => sentence))];
  const further = new Map<Kind, ReadMeasure>();
  for (const sentence of sentences) {
    const measure = furtherMeasure(sentencePart({ document, mentions }, sentence), main, facts, model);
    if (measure !== undefined && !further.has(measure.kind)) further.set(measure.kind, measure);
  }
  return [main, ...[...further.values()].slice(0, MOST_MEASURES - 1)];
};
