import { compileLexicon } from '../classify/compile-lexicon.ts';
import { loadCatalogue, loadFeeds } from '../config/catalogue.ts';
import { CONFIG_DIRECTORY } from '../config/directory.ts';
import { type Compiled, readCataloguePart, readFeedsPart } from './snapshot-catalogue.ts';

/** Reads and checks the files in `config/`. @throws ConfigError with every fault of every file */
export const compileCatalogue = (feedsFile?: string): Compiled => {
  const catalogue = loadCatalogue(CONFIG_DIRECTORY, feedsFile);
  return { catalogue, lexicon: compileLexicon(catalogue) };
};

/** The catalogue, checked and compiled: of the snapshot what is of this day, the rest from the files in `config/`. */
export const loadCompiled = (feedsFile?: string): Compiled => {
  const part = readCataloguePart();
  if (part === undefined) return compileCatalogue(feedsFile);
  const feeds = readFeedsPart(feedsFile) ?? loadFeeds(CONFIG_DIRECTORY, feedsFile);
  return { ...part, catalogue: { ...part.catalogue, feeds } };
};
