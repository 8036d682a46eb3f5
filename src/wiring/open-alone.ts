import { SECOND } from '../domain/instant.ts';
import type { StoreOptions } from '../storage/open.ts';
import { openStore } from '../storage/open.ts';
import type { Ties } from './ties.ts';

const LEASE_WAIT = 10 * SECOND;

/** Everything is this process's, by the one lease on its store: waits at most 10 s for a predecessor to end. */
export const openAlone = async (storeUrl: string, options: StoreOptions): Promise<Ties> => {
  const store = await openStore(storeUrl, options);
  options.logger.info('starting', { mayWaitMs: LEASE_WAIT });
  await store.lease.acquire(LEASE_WAIT);
  return {
    store,
    plays: () => true,
    holds: () => true,
    begin: async (_part, { start }) => start(),
    handOver: (decide) => decide,
    desk: (of, open) => open({ ...of, outbox: store.outbox }),
    operators: (own) => own,
    steps: (note) => note,
    told: (note) => note,
    asked: () => undefined,
    erase: async () => undefined,
    takeTurn: async () => undefined,
    hear: () => undefined,
    jobs: [],
    pause: async () => undefined,
    close: () => store.close(),
  };
};
