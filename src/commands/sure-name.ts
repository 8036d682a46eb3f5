import type { Words } from '../domain/ports.ts';
import type { Lexicon } from './lexicon.ts';
import { type Meaning, sameMeaning } from './meaning.ts';
import { nameOf } from './name-of.ts';

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

/** A comma would end the name, and a quotation mark begin another thing. */
const BREAKING = /[,"“”„«»「」『』:]/;

/** How to say a meaning so that the parser reads just that: its name where it is unmistakable, else its id. */
export const createSureName =
  (lexicon: Lexicon, words: Words) =>
  (meaning: Meaning, language: string): string => {
    const isSure = (name: string): boolean => {
      const read = lexicon.lookup(name);
      return read !== undefined && sameMeaning(read, meaning) && !BREAKING.test(name);
    };
    const names = [language, 'en'].flatMap((tag) => nameOf(meaning, words, tag));
    return [...names, ...bareOf(meaning)].find(isSure) ?? explicit(meaning);
  };
