import { join } from 'node:path';
import type { Catalogue } from '../domain/catalogue.ts';
import { ConfigError, type Fault } from '../domain/errors.ts';
import { CONFIG_DIRECTORY } from './directory.ts';
import { readFeeds } from './feeds.ts';
import { readAuthorities, readExchanges, readJurisdictions } from './gazetteers.ts';
import { readTaxonomy } from './taxonomy.ts';
import { readYamlFile } from './yaml-list.ts';

const feedsPath = (directory: string, feedsFile: string | undefined): [path: string, shown?: string] =>
  feedsFile === undefined ? [join(directory, 'feeds.yaml'), 'config/feeds.yaml'] : [feedsFile];

const feedsIn = (directory: string, feedsFile: string | undefined, faults: Fault[]): Catalogue['feeds'] =>
  readFeeds(readYamlFile(...feedsPath(directory, feedsFile)), faults);

/**
 * Reads the feeds alone.
 * @throws ConfigError as `loadCatalogue`
 */
export const loadFeeds = (directory: string = CONFIG_DIRECTORY, feedsFile?: string): Catalogue['feeds'] => {
  const faults: Fault[] = [];
  const feeds = feedsIn(directory, feedsFile, faults);
  if (faults.length > 0) throw new ConfigError(faults);
  return feeds;
};

/**
 * Reads everything that people edit.
 * @param feedsFile path of the feeds, which an operator may keep elsewhere (`FEEDS_FILE`)
 * @throws ConfigError with every fault of every file, each with file, line, entry and cure
 */
export const loadCatalogue = (directory: string = CONFIG_DIRECTORY, feedsFile?: string): Catalogue => {
  const faults: Fault[] = [];
  const file = (name: string) => readYamlFile(join(directory, name), `config/${name}`);
  const catalogue: Catalogue = {
    feeds: feedsIn(directory, feedsFile, faults),
    exchanges: readExchanges(file('exchanges.yaml'), faults),
    authorities: readAuthorities(file('authorities.yaml'), faults),
    jurisdictions: readJurisdictions(file('jurisdictions.yaml'), faults),
    taxonomy: readTaxonomy(directory, faults),
  };
  if (faults.length > 0) throw new ConfigError(faults);
  return catalogue;
};
