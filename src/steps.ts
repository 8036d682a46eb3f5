import { join } from 'node:path';
import { createClassifier } from './classify/classify.ts';
import { buildLexicon } from './classify/lexicon.ts';
import { loadModel } from './classify/load-model.ts';
import { CONFIG_DIRECTORY } from './config/catalogue.ts';
import { loadLocales } from './config/locales.ts';
import type { Entry } from './domain/entry.ts';
import type { Feed } from './domain/feed.ts';
import { detectLanguage } from './feeds/detect-language.ts';
import { parseFeed } from './feeds/parse.ts';
import { createCorrelator } from './incidents/correlate.ts';
import { createCheckFeed } from './wiring/check-feed.ts';
import { loadCompiled } from './wiring/snapshot.ts';
import { createWords } from './words/create-words.ts';

/** Reading a feed's bytes needs no catalogue. */
export const createParseStep = () => ({ parse: parseFeed });

/** Asking feeds once, as the doctor does, needs no store and no model. */
export const createFeedCheck = (...options: Parameters<typeof createCheckFeed>) => ({
  checkFeed: createCheckFeed(...options),
});

export type CheckFeed = ReturnType<typeof createCheckFeed>;

/** Looks at store, clock and platforms; loads the platforms' libraries, so nothing else should. */
export const createHouseCheck = async () => (await import('./wiring/examine-house.ts')).examineHouse;

/** Shows an alert as a platform gets it; loads the platforms' libraries, so nothing else should. */
export const createPreviewStep = async () => (await import('./wiring/preview.ts')).preview;

/** The steps that need no store, no network and no clock: what the command line and the tests measure. */
export const createSteps = (feedsFile?: string) => {
  const compiled = loadCompiled(feedsFile);
  const { catalogue } = compiled;
  const lexicon = buildLexicon(catalogue, compiled.lexicon);
  const model = loadModel(join(CONFIG_DIRECTORY, 'model'));
  const { classify } = createClassifier(lexicon, model, catalogue.taxonomy);
  return {
    catalogue,
    lexicon,
    words: createWords({ locales: loadLocales(), catalogue }),
    ...createParseStep(),
    detectLanguage,
    classify: (entry: Entry, feed: Feed, verdict?: boolean) =>
      classify(entry, feed, verdict === undefined ? {} : { verdict }),
    uncertain: model.uncertain,
    createCorrelator: () => createCorrelator(catalogue),
  };
};

export type Steps = ReturnType<typeof createSteps>;
