import { join } from 'node:path';
import { createClassifier } from './classify/classify.ts';
import { buildLexicon } from './classify/lexicon.ts';
import { loadModel } from './classify/load-model.ts';
import { CONFIG_DIRECTORY } from './config/directory.ts';
import type { Entry } from './domain/entry.ts';
import type { Feed } from './domain/feed.ts';
import { detectLanguage } from './feeds/detect-language.ts';
import { type Compiled, readCataloguePart, readFeedsPart } from './wiring/snapshot-catalogue.ts';

/** What reading an entry takes. What tells of it (`telling-steps.ts`) is twice as much to load, and seldom needed. */
export const createReadingSteps = ({ catalogue, lexicon: compiled }: Compiled) => {
  const lexicon = buildLexicon(catalogue, compiled);
  const model = loadModel(join(CONFIG_DIRECTORY, 'model'));
  const { classify } = createClassifier(lexicon, model, catalogue.taxonomy);
  return {
    catalogue,
    lexicon,
    detectLanguage,
    classify: (entry: Entry, feed: Feed, verdict?: boolean) =>
      classify(entry, feed, verdict === undefined ? {} : { verdict }),
    uncertain: model.uncertain,
  };
};

export type ReadingSteps = ReturnType<typeof createReadingSteps>;

/** The same of the shipped files. What reads YAML is loaded only where the build's snapshot is out of date. */
export const openReadingSteps = async (): Promise<ReadingSteps> => {
  const [part, feeds] = [readCataloguePart(), readFeedsPart()];
  if (part !== undefined && feeds !== undefined)
    return createReadingSteps({ ...part, catalogue: { ...part.catalogue, feeds } });
  return createReadingSteps((await import('./wiring/compiled-catalogue.ts')).loadCompiled());
};
