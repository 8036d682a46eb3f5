import type { Settings } from '../config/settings.ts';
import type { Store } from '../domain/ports.ts';
import { openStore, type StoreOptions } from '../storage/open.ts';

/** The store for a person at the command line, with what is owed where the bot keeps it: in the store, or in the queues. */
export const openRecords = async (
  { storeUrl, queueUrl }: Pick<Settings, 'storeUrl' | 'queueUrl'>,
  options: StoreOptions,
): Promise<Store> => {
  const store = await openStore(storeUrl, options);
  if (queueUrl === undefined) return store;
  try {
    const { openQueueServer } = await import('../storage/queue/open-queue-server.ts');
    const { createQueueOutbox } = await import('../storage/queue/queue-outbox.ts');
    const server = await openQueueServer(queueUrl, options.logger);
    const close = async (): Promise<void> => {
      await store.close();
      await server.close();
    };
    return { ...store, outbox: createQueueOutbox(server, options.clock), close };
  } catch (error) {
    await store.close();
    throw error;
  }
};
