import { namesIn } from './classify/names-in.ts';
import { lazily } from './domain/lazily.ts';
import { createParseStep } from './late-steps.ts';
import { createReadingSteps, type ReadingSteps } from './reading-steps.ts';
import { createTellingSteps } from './telling-steps.ts';
import { loadCompiled } from './wiring/compiled-catalogue.ts';
import { loadShippedLocales } from './wiring/shipped-locales.ts';
import { createSummaryCheck, type SummaryCheck } from './words/check-summary.ts';

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
