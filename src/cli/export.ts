import { loadDotEnv, readSecrets, readSettings, type Settings } from '../config/settings.ts';
import { systemClock } from '../ops/clock.ts';
import { createLogger } from '../ops/logger.ts';
import { exportStore } from '../wiring/backup.ts';

export interface ExportStreams {
  readonly output: NodeJS.WritableStream;
  readonly logTo: NodeJS.WritableStream;
}

/** `curbwatch export`, with what it needs. Throws StoreError. */
export const useExport = async (
  settings: Pick<Settings, 'storeUrl'>,
  { output, logTo }: ExportStreams,
): Promise<void> => {
  const logger = createLogger({ level: 'warn', secrets: readSecrets(), destination: logTo });
  await exportStore(settings, systemClock, logger, async (line) => {
    if (!output.write(line)) await new Promise((resolve) => output.once('drain', resolve));
  });
};

/** `curbwatch export > FILE`: subscriptions, incidents, what was sent and what is owed, as JSON lines. */
export const exportAll = async (): Promise<void> => {
  loadDotEnv();
  await useExport(readSettings(), { output: process.stdout, logTo: process.stderr });
};
