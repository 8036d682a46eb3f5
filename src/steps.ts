import { join } from 'node:path';
import { createClassifier } from './classify/classify.ts';
import { buildLexicon } from './classify/lexicon.ts';
import { loadModel } from './classify/load-model.ts';
import { namesIn } from './classify/names-in.ts';
import { CONFIG_DIRECTORY } from './config/catalogue.ts';
import type { Entry } from './domain/entry.ts';
import type { Feed } from './domain/feed.ts';
import { lazily } from './domain/lazily.ts';
import { detectLanguage } from './feeds/detect-language.ts';
import type { parseFeed } from './feeds/parse.ts';
import { correlatorOn } from './incidents/correlate.ts';
import { createAtlas } from './incidents/knowledge.ts';
import type { createCheckFeed } from './wiring/check-feed.ts';
import { loadCompiled, loadShippedLocales } from './wiring/snapshot.ts';
import { createSummaryCheck, type SummaryCheck } from './words/check-summary.ts';
import { createWords } from './words/create-words.ts';

/** Reading a feed's bytes needs no catalogue; its libraries are loaded with the first feed. */
export const createParseStep = () => ({
  parse: async (...args: Parameters<typeof parseFeed>) =>
    (await import('./feeds/parse.ts')).parseFeed(...args),
});

/** Asking feeds once, as the doctor does, needs no store and no model. */
export const createFeedCheck = (...options: Parameters<typeof createCheckFeed>) => {
  const opened = lazily(async () => (await import('./wiring/check-feed.ts')).createCheckFeed(...options));
  return { checkFeed: async (feed: Feed) => (await opened())(feed) };
};

export type CheckFeed = ReturnType<typeof createFeedCheck>['checkFeed'];

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
  const words = lazily(() => createWords({ locales: loadShippedLocales(), catalogue }));
  const checkSummary = lazily(() =>
    createSummaryCheck({
      ...{ catalogue, detectLanguage },
      locales: loadShippedLocales(),
      mentionsIn: (text, language) => namesIn(text, language, lexicon),
    }),
  );
  const atlas = lazily(() => createAtlas(catalogue));
  return {
    catalogue,
    lexicon,
    /** Most entries are never told of: the languages are loaded with the first that is. */
    get words() {
      return words();
    },
    ...createParseStep(),
    detectLanguage,
    classify: (entry: Entry, feed: Feed, verdict?: boolean) =>
      classify(entry, feed, verdict === undefined ? {} : { verdict }),
    /** What speaks against a summary that a language model wrote; `undefined` for nothing. */
    checkSummary: (...asked: Parameters<SummaryCheck>) => checkSummary()(...asked),
    uncertain: model.uncertain,
    createCorrelator: () => correlatorOn(atlas()),
  };
};

export type Steps = ReturnType<typeof createSteps>;
