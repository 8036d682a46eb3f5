import { namesIn } from './classify/names-in.ts';
import { lazily } from './domain/lazily.ts';
import { correlatorOn } from './incidents/correlate.ts';
import { createAtlas } from './incidents/knowledge.ts';
import type { ReadingSteps } from './reading-steps.ts';
import { loadShippedLocales } from './wiring/shipped-locales.ts';
import { createSummaryCheck, type SummaryCheck } from './words/check-summary.ts';
import { createWords } from './words/create-words.ts';

/** What becomes of an entry that was read: its incident, and the alert in words. */
export const createTellingSteps = ({
  catalogue,
  lexicon,
  detectLanguage,
}: Pick<ReadingSteps, 'catalogue' | 'lexicon' | 'detectLanguage'>) => {
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
    words,
    /** What speaks against a summary that a language model wrote; `undefined` for nothing. */
    checkSummary: (...asked: Parameters<SummaryCheck>) => checkSummary()(...asked),
    createCorrelator: () => correlatorOn(atlas()),
  };
};

export type TellingSteps = ReturnType<typeof createTellingSteps>;
