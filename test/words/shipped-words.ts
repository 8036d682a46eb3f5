import { loadLocales } from '../../src/config/locales.ts';
import type { Words } from '../../src/domain/ports.ts';
import { createWords } from '../../src/words/create-words.ts';
import { catalogue } from './examples.ts';

export const LOCALES = loadLocales();

/** The words that we ship, over the small world of the examples. */
export const words: Words = createWords({ locales: LOCALES, catalogue });
