import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { CONFIG_DIRECTORY } from '../config/directory.ts';
import { ConfigError } from '../domain/errors.ts';

/** Where our labels are; the texts that we may not ship stay where the corpus is. */
const LABELLED = join(CONFIG_DIRECTORY, '../test/fixtures/labelled');

/**
 * The folder of our labels.
 * @throws ConfigError in an installed package, which has none: there nothing must be trained on nothing
 */
export const labelledFolder = (): string => {
  if (existsSync(LABELLED)) return LABELLED;
  const problem = 'the labelled rows are no part of the installed package';
  throw new ConfigError([
    { where: LABELLED, what: 'folder', problem, cure: 'Run this in a clone of the repository' },
  ]);
};

/**
 * What is done with the folders of labels that somebody named.
 * @throws ConfigError where one of their files is not there
 */
export const readingLabels = <T>(read: () => T): T => {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof Error && 'path' in error && 'code' in error && error.code === 'ENOENT'))
      throw error;
    const problem = 'it is not there';
    const cure = 'Give --data and --corpus the folders that CONTRIBUTING tells of, or leave them out';
    throw new ConfigError([{ where: String(error.path), what: 'labels', problem, cure }], { cause: error });
  }
};
