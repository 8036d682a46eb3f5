import type { DeliveryDesk, DeliveryStats } from '../delivery/delivery-desk.ts';
import type { Logger } from '../domain/ports.ts';
import type { QueueCounts, QueueOutbox } from '../storage/queue/queue-outbox.ts';
import type { ShardKeeper } from '../storage/queue/shard-keeper.ts';
import type { Tell } from './share-changes.ts';

export interface ShareDeskParts {
  readonly outbox: QueueOutbox;
  /** Absent where this process does not deliver. */
  readonly own?: { readonly desk: DeliveryDesk; readonly keeper: ShardKeeper };
  /** Wakes those who deliver, wherever they are. */
  readonly wake: () => Promise<void>;
  readonly tell: Tell;
  readonly logger: Logger;
}

/** Ticks of a second. */
const COUNT_EVERY = 5;

const NOTHING: QueueCounts = { waiting: 0, inHand: 0, shelved: 0, held: 0, parked: 0 };
const IDLE: DeliveryStats = {
  oldestAt: undefined,
  waiting: {},
  inFlight: 0,
  shelved: 0,
  held: 0,
  parked: 0,
  stopped: {},
};

/** The desk of a process that shares its work: what is owed goes through queues, and a desk of its own sends a share of it. */
export const shareDesk = ({ outbox, own, wake, tell, logger }: ShareDeskParts): DeliveryDesk => {
  let counts = NOTHING;
  let ticks = 0;
  const tick = async (): Promise<void> => {
    if (ticks++ % COUNT_EVERY === 0) counts = await outbox.counts();
    await own?.keeper.tick();
    await own?.desk.tick();
  };
  /** Who is not told finds what is in the queues by looking every second. */
  const telling = (told: Promise<void>): Promise<void> =>
    told.catch((error: unknown) => logger.warn('others.untold', { error }));

  return {
    start: tick,
    // They are in the queues since before their incident was written; now they can be sent.
    enqueue: () => void telling(wake()),
    takeUp: async () => {
      throw new Error('what is owed comes through the queues');
    },
    tick,
    seconded(incidentId) {
      own?.desk.seconded(incidentId);
      void telling(tell({ what: 'seconded', incidentId }));
    },
    async owe(deliveries) {
      if (deliveries.length === 0) return;
      await outbox.defer(deliveries);
      await telling(wake());
    },
    async release(word) {
      const released = await outbox.release(word);
      await telling(wake());
      return released;
    },
    forget: outbox.forget,
    idle: async () => own?.desk.idle(),
    async stop() {
      await own?.desk.stop();
      await own?.keeper.stop();
    },
    stats() {
      const mine = own?.desk.stats() ?? IDLE;
      const elsewhere = own === undefined ? counts.inHand : 0;
      return {
        ...mine,
        waiting: { ...mine.waiting, queue: counts.waiting + elsewhere },
        ...{ shelved: counts.shelved, held: counts.held, parked: counts.parked },
      };
    },
  };
};
