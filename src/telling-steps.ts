import { lazily } from './domain/lazily.ts';
import { correlatorOn } from './incidents/correlate.ts';
import { createAtlas } from './incidents/knowledge.ts';
import type { ReadingSteps } from './reading-steps.ts';
import { loadShippedLocales } from './wiring/shipped-locales.ts';
import { createWords } from './words/create-words.ts';

/** What becomes of an entry that was read: its incident, and the alert in words. */
export const createTellingSteps = ({ catalogue }: Pick<ReadingSteps, 'catalogue'>) => {
  const words = lazily(() => createWords({ locales: loadShippedLocales(), catalogue }));
  const atlas = lazily(() => createAtlas(catalogue));
  return {
    words,
    createCorrelator: () => correlatorOn(atlas()),
  };
};

export type TellingSteps = ReturnType<typeof createTellingSteps>;
