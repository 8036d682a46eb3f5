import type { Settings } from '../config/settings.ts';
import { createOutboxDesk, type OutboxDesk } from '../delivery/outbox-desk.ts';
import type { Clock, Logger } from '../domain/ports.ts';
import { openRecords } from './open-records.ts';

/** What is owed, opened for a person at the command line, and how to be done with it. */
export interface OpenOutbox {
  readonly desk: OutboxDesk;
  /** Waits for the right to be the one writer: what a running bot has in hand must not be taken from under it. */
  claim(): Promise<void>;
  close(): Promise<void>;
}

/** A person waits at the terminal: a running bot is named at once. */
const NO_WAIT = 0;

/** The outbox of the store that the settings name. Reading needs no lease, so that a running bot can be looked at. */
export const openOutbox = async (
  settings: Pick<Settings, 'storeUrl' | 'queueUrl'>,
  clock: Clock,
  logger: Logger,
): Promise<OpenOutbox> => {
  const onLeaseLost = (error: Error): void => logger.error('lease.lost', { error });
  const store = await openRecords(settings, { clock, logger, onLeaseLost });
  return {
    desk: createOutboxDesk(store.outbox),
    claim: async () => {
      await store.lease.acquire(NO_WAIT);
    },
    close: () => store.close(),
  };
};
