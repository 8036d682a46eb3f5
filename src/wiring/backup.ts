import type { Settings } from '../config/settings.ts';
import { StoreError } from '../domain/errors.ts';
import type { Clock, Logger, Store } from '../domain/ports.ts';
import { digestOf, digestOfStore, restore, rowsOfBackup, writeBackup } from '../storage/backup.ts';
import { readBackup } from '../storage/read-backup.ts';
import { openRecords } from './open-records.ts';

/** A person waits at the terminal: a running bot is named at once. */
const NO_WAIT = 0;

const withStore = async <T>(
  settings: Pick<Settings, 'storeUrl' | 'queueUrl'>,
  clock: Clock,
  logger: Logger,
  work: (store: Store) => Promise<T>,
): Promise<T> => {
  const onLeaseLost = (error: Error): void => logger.error('lease.lost', { error });
  const store = await openRecords(settings, { clock, logger, onLeaseLost });
  try {
    return await work(store);
  } finally {
    await store.close();
  }
};

/** Writes all that a move takes along, line by line; a running bot is not disturbed. Throws StoreError. */
export const exportStore = (
  settings: Pick<Settings, 'storeUrl' | 'queueUrl'>,
  clock: Clock,
  logger: Logger,
  write: (line: string) => Promise<void>,
): Promise<void> =>
  withStore(settings, clock, logger, async (store) => {
    for await (const line of writeBackup(store, new Date(clock.now()).toISOString())) await write(line);
  });

const isEmpty = async ({ subscriptions, incidents }: Store): Promise<boolean> => {
  for await (const _ of subscriptions.all()) return false;
  for await (const _ of incidents.all()) return false;
  return true;
};

/**
 * Puts a backup into an empty store, reads it back and compares. Resolves to the number of records by kind.
 * @throws ConfigError for a file that cannot be used: then nothing is written
 * @throws StoreError where the store holds something, fails, or a running bot holds its lease
 */
export const importStore = (
  { name, lines }: { readonly name: string; readonly lines: string },
  { storeUrl }: Pick<Settings, 'storeUrl'>,
  clock: Clock,
  logger: Logger,
): Promise<Readonly<Record<string, number>>> => {
  const backup = readBackup(name, lines);
  // Processes that share their work take what is owed from there to their queues.
  return withStore({ storeUrl }, clock, logger, async (store) => {
    await store.lease.acquire(NO_WAIT);
    if (!(await isEmpty(store)))
      throw new StoreError(
        'The store holds subscriptions or incidents already, and nothing was changed. Name an empty one as STORE_URL.',
      );
    await restore(store, backup);
    if ((await digestOfStore(store)) !== digestOf(rowsOfBackup(backup)))
      throw new StoreError(
        'What was written is not what the backup holds. Empty the store and import again.',
      );
    return Object.fromEntries(Object.entries(backup).map(([kind, records]) => [kind, records.length]));
  });
};
