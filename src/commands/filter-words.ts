import type { Words } from '../domain/ports.ts';
import type { Lexicon } from './lexicon.ts';
import { type Meaning, sameMeaning } from './meaning.ts';
import { nameOf } from './name-of.ts';
import type { Wish } from './parse-filter.ts';

/** What stands for a meaning in every language. */
const explicit = (meaning: Meaning): string => {
  if (meaning.is === 'exchange') return `exchange:${meaning.id}`;
  if (meaning.is === 'place') return `place:${meaning.code}`;
  return meaning.is === 'kind' ? `kind:${meaning.kind}` : '';
};

const bareOf = (meaning: Meaning): readonly string[] => {
  if (meaning.is === 'severity') return [meaning.severity];
  return meaning.is === 'direction' ? [meaning.direction] : [];
};

const meaningsOf = (wish: Wish): readonly Meaning[] => [
  ...wish.exchanges.map((id): Meaning => ({ is: 'exchange', id })),
  ...wish.jurisdictions.map((code): Meaning => ({ is: 'place', code })),
  ...wish.kinds.map((kind): Meaning => ({ is: 'kind', kind })),
  ...(wish.direction === undefined ? [] : [{ is: 'direction', direction: wish.direction } as const]),
  ...(wish.minSeverity === 'low' ? [] : [{ is: 'severity', severity: wish.minSeverity } as const]),
  ...(wish.onlyWhenNamed ? [{ is: 'only-when-named' } as const] : []),
];

/** A wish as words that the parser reads back as the same wish; names where they are unmistakable, else ids. */
export const createFilterWords = (lexicon: Lexicon, words: Words) => {
  const say = (meaning: Meaning, language: string): string => {
    const isSure = (name: string): boolean => {
      const read = lexicon.lookup(name);
      // A comma would end the name, and a quotation mark begin another thing.
      return read !== undefined && sameMeaning(read, meaning) && !/[,"“”„«»「」『』:]/.test(name);
    };
    const names = [language, 'en'].flatMap((tag) => nameOf(meaning, words, tag));
    return [...names, ...bareOf(meaning)].find(isSure) ?? explicit(meaning);
  };

  return (wish: Wish, language: string): string => {
    const parts = [
      ...meaningsOf(wish).map((meaning) => say(meaning, language)),
      ...wish.words.map((word) => `"${word}"`),
    ];
    return parts.length === 0 ? words.say(language, 'commands.filter.everything') : parts.join(', ');
  };
};
export type FilterWords = ReturnType<typeof createFilterWords>;
