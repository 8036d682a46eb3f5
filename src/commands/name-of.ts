import type { Words } from '../domain/ports.ts';
import type { Meaning } from './meaning.ts';

/** How a meaning is called in the reader's language; empty for what only holds a sentence together. */
export const nameOf = (meaning: Meaning, words: Words, language: string): readonly string[] => {
  switch (meaning.is) {
    case 'exchange':
      return [words.exchangeName(meaning.id, language)];
    case 'place':
      return [words.placeName(meaning.code, language)];
    case 'kind':
      return [words.say(language, `kind.${meaning.kind}`)];
    case 'severity':
      return [words.say(language, `severity.${meaning.severity}`)];
    case 'direction':
      return [words.say(language, `direction.${meaning.direction}`)];
    case 'cadence':
      return [words.say(language, `cadence.${meaning.cadence}`)];
    case 'only-when-named':
      return [words.say(language, 'commands.filter.only-when-named')];
    case 'everything':
      return [words.say(language, 'commands.filter.everything')];
    case 'not':
    case 'filler':
      return [];
  }
};
