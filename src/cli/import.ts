import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CONFIG_DIRECTORY } from '../config/directory.ts';
import { loadDotEnv, readSettings, type Settings } from '../config/settings.ts';
import { ConfigError } from '../domain/errors.ts';
import { systemClock } from '../ops/clock.ts';
import { createLogger } from '../ops/logger.ts';
import { importStore } from '../wiring/backup.ts';
import { importHistory } from '../wiring/import-history.ts';

/** The history that comes with the house. */
export const SHIPPED_HISTORY = join(CONFIG_DIRECTORY, 'history.jsonl');

export interface ImportStreams {
  readonly write: (line: string) => void;
  readonly logTo: NodeJS.WritableStream;
}

const read = (file: string): string => {
  try {
    return readFileSync(file, 'utf8');
  } catch (cause) {
    const fault = {
      where: file,
      what: 'file',
      problem: 'it cannot be read',
      cure: 'Give the path of a JSON lines file',
    };
    throw new ConfigError([fault], { cause });
  }
};

/** `curbwatch import --history`, with what it needs. Throws as `importHistory` does. */
export const useImport = async (
  file: string,
  settings: Pick<Settings, 'storeUrl' | 'feedsFile'>,
  { write, logTo }: ImportStreams,
): Promise<void> => {
  const logger = createLogger({ level: 'warn', secrets: [], destination: logTo });
  const past = { name: file, lines: read(file) };
  const { added, known, live } = await importHistory(past, settings, systemClock, logger);
  for (const { title, incidentId } of live) write(`known as ${incidentId.slice(0, 6)}: ${title}`);
  write(`${added} added, ${known} were there already, ${live.length} we had heard of ourselves.`);
};

/** `curbwatch import FILE`, with what it needs. Throws as `importStore` does. */
export const useBackup = async (
  file: string,
  settings: Pick<Settings, 'storeUrl'>,
  { write, logTo }: ImportStreams,
): Promise<void> => {
  const logger = createLogger({ level: 'warn', secrets: [], destination: logTo });
  const counts = await importStore({ name: file, lines: read(file) }, settings, systemClock, logger);
  for (const [kind, count] of Object.entries(counts)) write(`${count} ${kind}`);
  write('Written, read back, and the same as in the backup.');
};

const streams = (): ImportStreams => {
  const { stdout, stderr } = process;
  return { write: (line) => void stdout.write(`${line}\n`), logTo: stderr };
};

/** `curbwatch import FILE`. */
export const importBackup = async (file: string): Promise<void> => {
  loadDotEnv();
  await useBackup(file, readSettings(), streams());
};

/** `curbwatch import --history [FILE]`. */
export const importPast = async (file: string): Promise<void> => {
  loadDotEnv();
  await useImport(file, readSettings(), streams());
};
