import type { Catalogue } from '../domain/catalogue.ts';
import type { Words } from '../domain/ports.ts';
import { createFindNames, type FindNames } from './find-names.ts';
import { createLexicon, type Lexicon } from './lexicon.ts';

/** All that can be named, read and searched; built once for commands and completion together. */
export interface Names {
  readonly lexicon: Lexicon;
  readonly find: FindNames;
}

export const createNames = (catalogue: Catalogue, words: Words): Names => {
  const lexicon = createLexicon(catalogue, words);
  return { lexicon, find: createFindNames(lexicon) };
};
