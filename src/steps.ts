import { namesIn } from './classify/names-in.ts';
import type { Feed } from './domain/feed.ts';
import { lazily } from './domain/lazily.ts';
import type { parseFeed } from './feeds/parse.ts';
import { createReadingSteps, type ReadingSteps } from './reading-steps.ts';
import { createTellingSteps } from './telling-steps.ts';
import type { createCheckFeed } from './wiring/check-feed.ts';
import { loadCompiled } from './wiring/compiled-catalogue.ts';
import { loadShippedLocales } from './wiring/shipped-locales.ts';
import { createSummaryCheck, type SummaryCheck } from './words/check-summary.ts';

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

/** What speaks against a summary that a language model wrote; `undefined` for nothing. */
const createSummaryStep = ({ catalogue, lexicon, detectLanguage }: ReadingSteps) => {
  const check = lazily(() =>
    createSummaryCheck({
      ...{ catalogue, detectLanguage },
      locales: loadShippedLocales(),
      mentionsIn: (text, language) => namesIn(text, language, lexicon),
    }),
  );
  return { checkSummary: (...asked: Parameters<SummaryCheck>) => check()(...asked) };
};

/** The steps that need no store, no network and no clock: what the command line and the tests measure. */
export const createSteps = (feedsFile?: string) => {
  const reading = createReadingSteps(loadCompiled(feedsFile));
  const { words, ...telling } = createTellingSteps(reading);
  return {
    ...reading,
    ...createParseStep(),
    ...telling,
    ...createSummaryStep(reading),
    /** Most entries are never told of: the languages are loaded with the first that is. */
    get words() {
      return words();
    },
  };
};

export type Steps = ReturnType<typeof createSteps>;
