import type { Words } from '../domain/ports.ts';
import type { Lexicon } from './lexicon.ts';
import type { Meaning } from './meaning.ts';
import type { Wish } from './parse-filter.ts';
import { createSureName } from './sure-name.ts';

export type FilterWords = (wish: Wish, language: string) => string;

const meaningsOf = (wish: Wish): readonly Meaning[] => [
  ...wish.exchanges.map((id): Meaning => ({ is: 'exchange', id })),
  ...wish.jurisdictions.map((code): Meaning => ({ is: 'place', code })),
  ...wish.kinds.map((kind): Meaning => ({ is: 'kind', kind })),
  ...(wish.direction === undefined ? [] : [{ is: 'direction', direction: wish.direction } as const]),
  ...(wish.minSeverity === 'low' ? [] : [{ is: 'severity', severity: wish.minSeverity } as const]),
  ...(wish.onlyWhenNamed ? [{ is: 'only-when-named' } as const] : []),
];

/** A wish as words that the parser reads back as the same wish. */
export const createFilterWords = (lexicon: Lexicon, words: Words): FilterWords => {
  const sureName = createSureName(lexicon, words);
  return (wish, language) => {
    const parts = [
      ...meaningsOf(wish).map((meaning) => sureName(meaning, language)),
      ...wish.words.map((word) => `"${word}"`),
    ];
    return parts.length === 0 ? words.say(language, 'commands.filter.everything') : parts.join(', ');
  };
};
