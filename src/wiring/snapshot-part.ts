import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

/**
 * What the build leaves of the files in `config/`: checked, compiled, and read in a tenth of the time. Each part says
 * what it was made from, and counts for nothing after an edit of that.
 */
export const SNAPSHOT_DIRECTORY = resolve(import.meta.dirname, '../../dist/snapshot');

export const yamlFiles = (directory: string): readonly string[] =>
  readdirSync(directory)
    .filter((name) => name.endsWith('.yaml'))
    .sort()
    .map((name) => join(directory, name));

export const hashFiles = (files: readonly string[]): string => {
  const hash = createHash('sha1');
  for (const file of files) hash.update(existsSync(file) ? readFileSync(file) : '').update('\0');
  return hash.digest('hex');
};

const partFile = (name: string): string => join(SNAPSHOT_DIRECTORY, `${name}.json`);

/** A part of the snapshot, if it was made from what is there now. */
export const readPart = <T extends { readonly hash: string }>(name: string, hash: string): T | undefined => {
  const file = partFile(name);
  if (!existsSync(file)) return undefined;
  const part = JSON.parse(readFileSync(file, 'utf8')) as T;
  return part.hash === hash ? part : undefined;
};

export const writePart = <T extends { readonly hash: string }>(name: string, part: T): void =>
  writeFileSync(partFile(name), JSON.stringify(part));
