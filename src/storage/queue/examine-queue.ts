import { StoreError } from '../../domain/errors.ts';
import type { Finding } from '../../domain/finding.ts';
import type { Logger } from '../../domain/ports.ts';
import { openQueueServer } from './open-queue-server.ts';

/** Whether the Redis at `address` answers, and keeps what it is given. Never throws for its faults. */
export const examineQueue = async (address: string, logger: Logger): Promise<Finding> => {
  try {
    const server = await openQueueServer(address, logger);
    await server.close();
    return { state: 'good', what: `Queue: ${server.where} answers and keeps what it is given` };
  } catch (error) {
    if (!(error instanceof StoreError)) throw error;
    return { state: 'bad', what: `Queue: ${error.message}` };
  }
};
