import { EASTERN_PERIOD_WORDS } from './eastern-period-words.ts';
import type { PeriodWords } from './period-words.ts';
import { WESTERN_PERIOD_WORDS } from './western-period-words.ts';

/**
 * By language. They are no cues of `config/cues`: each group of those is a sign to the model, which was trained without
 * these. Vague spans (`late March`, `mid-July`) are left out on purpose, as are the end of a Persian month or year, which
 * is not the end of ours, and the Hindi word for tomorrow, which is that for yesterday as well.
 */
export const PERIOD_WORDS: Readonly<Record<string, PeriodWords>> = {
  ...WESTERN_PERIOD_WORDS,
  ...EASTERN_PERIOD_WORDS,
};
