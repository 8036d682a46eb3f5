import { baseLanguage } from '../domain/base-language.ts';
import type { CuesByLanguage } from '../domain/catalogue.ts';

/** `zh-Hant` reads the cues of `zh` beside its own, `en-GB` those of `en`. */
const readable = (language: string): readonly string[] => [...new Set([language, baseLanguage(language)])];

/** The cues of one group in a language, each alone. */
export const cuesIn = (cues: CuesByLanguage, language: string): readonly string[] =>
  readable(language)
    .flatMap((tag) => cues[tag] ?? [])
    .flatMap((cue) => cue.split('|'));
