import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { type CompiledLexicon, compileLexicon } from '../classify/compile-lexicon.ts';
import { CONFIG_DIRECTORY, loadCatalogue } from '../config/catalogue.ts';
import type { Catalogue } from '../domain/catalogue.ts';

/** The checked catalogue and the lexicon compiled from it. */
export interface Compiled {
  readonly catalogue: Catalogue;
  readonly lexicon: CompiledLexicon;
}

interface Snapshot extends Compiled {
  /** Of the files it was made from: after an edit it counts for nothing. */
  readonly hash: string;
}

const SNAPSHOT_FILE = resolve(import.meta.dirname, '../../dist/catalogue.json');

const sourceFiles = (feedsFile: string | undefined): readonly string[] => [
  ...['exchanges', 'authorities', 'jurisdictions', 'taxonomy'].map((name) =>
    join(CONFIG_DIRECTORY, `${name}.yaml`),
  ),
  ...readdirSync(join(CONFIG_DIRECTORY, 'cues'))
    .sort()
    .map((name) => join(CONFIG_DIRECTORY, 'cues', name)),
  feedsFile ?? join(CONFIG_DIRECTORY, 'feeds.yaml'),
];

const hashSources = (feedsFile: string | undefined): string => {
  const hash = createHash('sha1');
  for (const file of sourceFiles(feedsFile))
    hash.update(existsSync(file) ? readFileSync(file) : '').update('\0');
  return hash.digest('hex');
};

const readSnapshot = (hash: string): Compiled | undefined => {
  if (!existsSync(SNAPSHOT_FILE)) return undefined;
  const snapshot = JSON.parse(readFileSync(SNAPSHOT_FILE, 'utf8')) as Snapshot;
  return snapshot.hash === hash ? snapshot : undefined;
};

const compile = (feedsFile: string | undefined): Compiled => {
  const catalogue = loadCatalogue(CONFIG_DIRECTORY, feedsFile);
  return { catalogue, lexicon: compileLexicon(catalogue) };
};

/**
 * The catalogue, checked and compiled. The build leaves a snapshot of it (`dist/catalogue.json`), which is read in a
 * tenth of the time; it is used only while the files in `config/` are those that it was made from.
 */
export const loadCompiled = (feedsFile?: string): Compiled =>
  readSnapshot(hashSources(feedsFile)) ?? compile(feedsFile);

/** Writes the snapshot; the last step of the build. */
export const writeSnapshot = (): void => {
  writeFileSync(SNAPSHOT_FILE, JSON.stringify({ hash: hashSources(undefined), ...compile(undefined) }));
};
