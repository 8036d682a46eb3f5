import type { DeliveryDesk } from '../delivery/delivery-desk.ts';
import type { Clock, Logger, Store } from '../domain/ports.ts';
import type { QueueServer } from '../storage/queue/open-queue-server.ts';
import { createOwnedOutbox } from '../storage/queue/owned-outbox.ts';
import type { QueueOutbox } from '../storage/queue/queue-outbox.ts';
import { createShardKeeper, type ShardKeeper } from '../storage/queue/shard-keeper.ts';
import { SHARDS } from '../storage/queue/shards.ts';
import { createWorkers } from '../storage/queue/workers.ts';
import type { Ties } from './ties.ts';

const LEAST_SHARE = 1 / SHARDS;

export interface OwnDeskParts {
  readonly server: QueueServer;
  /** As it is written, by whichever process. */
  readonly store: Store;
  readonly outbox: QueueOutbox;
  readonly clock: Clock;
  readonly logger: Logger;
  /** This process among those that share the work. */
  readonly self: string;
}

/** The desk of this process, and what keeps the shards of the queues that it delivers. */
export const openOwnDesk = (
  { server, store, outbox, clock, logger, self }: OwnDeskParts,
  ...[{ pace }, open]: Parameters<Ties['desk']>
): { readonly desk: DeliveryDesk; readonly keeper: ShardKeeper } => {
  const owned = createOwnedOutbox(outbox, (shard) => keeper.own(shard));
  const keeper = createShardKeeper({
    ...{ server, clock, logger, leaseOf: store.leaseOf },
    workers: createWorkers(server, self),
    onJobs: async (shard, inHand) => {
      const accept = (again: boolean) =>
        owned.accept(
          shard,
          inHand.filter((job) => job.again === again),
        );
      const left = accept(true);
      await desk.takeUp(accept(false), left);
    },
    onLeft: owned.forget,
  });
  const share = (): number => Math.max(LEAST_SHARE, keeper.share());
  const desk = open({
    outbox: owned.outbox,
    pace: (platform) => ({ ...pace(platform), share }),
    within: keeper.within,
    // Its memory may be behind by what it has not heard yet; the store is not.
    incident: store.incidents.get,
  });
  return { desk, keeper };
};
