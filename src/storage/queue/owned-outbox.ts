import type { Broadcast, DeferredDelivery } from '../../domain/delivery.ts';
import type { Outbox } from '../../domain/ports.ts';
import type { InHand } from './held-queue.ts';
import type { Owed, QueueOutbox } from './queue-outbox.ts';
import type { OwnShard } from './shard-keeper.ts';
import { shardOf } from './shards.ts';

/** What is handed to the desk. */
export interface HandedOver {
  readonly broadcasts: readonly Broadcast[];
  readonly deferred: readonly DeferredDelivery[];
}

/** The outbox as the desk of a worker sees it: what it has in hand ends as jobs do. */
export interface OwnedOutbox {
  readonly outbox: Outbox;
  /** Notes jobs that are in hand now; gives those of which the desk does not know yet. */
  accept(shard: OwnShard, jobs: readonly InHand<Owed>[]): HandedOver;
  /** The shard is another's. */
  forget(shard: number): void;
}

/** What there was before comes job by job. */
async function* nothing(): AsyncGenerator<never> {
  yield* [];
}

interface Place {
  readonly shard: number;
  readonly jobId: string;
}

/** The desk that defers a delivery keeps it in memory until its time, and its job comes due beside it. */
export const createOwnedOutbox = (
  all: QueueOutbox,
  own: (shard: number) => OwnShard | undefined,
): OwnedOutbox => {
  /** Jobs in hand by the id of their record. */
  const inHand = new Map<string, Place[]>();
  /** The latest job of each delivery that the desk has deferred. */
  const deferredHere = new Map<string, Place>();

  const finish = async (id: string, places: readonly Place[]): Promise<void> => {
    for (const { shard, jobId } of places) await own(shard)?.queue.done(jobId);
    const rest = (inHand.get(id) ?? []).filter((place) => !places.includes(place));
    if (rest.length === 0) inHand.delete(id);
    else inHand.set(id, rest);
  };

  const remove = async (place: Place | undefined): Promise<void> => {
    if (place !== undefined) await all.removeJob(place.shard, place.jobId);
  };

  const settle = async (ids: readonly string[]): Promise<void> => {
    for (const id of ids) {
      await remove(deferredHere.get(id));
      deferredHere.delete(id);
      await finish(id, inHand.get(id) ?? []);
    }
  };

  /** The new job is known before it can come to hand; those that it stands for end when it is written, and no others. */
  const defer = async (delivery: DeferredDelivery): Promise<void> => {
    const { id, destination, status } = delivery;
    const place = { shard: shardOf(destination), jobId: all.newJobId(delivery) };
    const [jobs, deferred] = [inHand.get(id) ?? [], deferredHere.get(id)];
    if (status !== 'parked' && own(place.shard) !== undefined) deferredHere.set(id, place);
    else deferredHere.delete(id);
    await all.deferAs(place.jobId, delivery);
    await remove(deferred);
    await finish(id, jobs);
  };

  return {
    outbox: {
      add: all.add,
      broadcasts: nothing,
      deferred: nothing,
      remove: settle,
      settle,
      async defer(deliveries) {
        for (const delivery of deliveries) await defer(delivery);
      },
    },
    accept(shard, jobs) {
      const broadcasts: Broadcast[] = [];
      const deferred: DeferredDelivery[] = [];
      for (const { id: jobId, data } of jobs) {
        const place = { shard: shard.number, jobId };
        inHand.set(data.id, [...(inHand.get(data.id) ?? []), place]);
        if (!('status' in data)) broadcasts.push(data);
        else if (!deferredHere.has(data.id)) deferred.push(data);
        else if (deferredHere.get(data.id)?.jobId === jobId) deferredHere.delete(data.id);
      }
      return { broadcasts, deferred };
    },
    forget(shard) {
      for (const [id, place] of deferredHere) if (place.shard === shard) deferredHere.delete(id);
      for (const [id, places] of inHand) {
        const rest = places.filter((place) => place.shard !== shard);
        if (rest.length === 0) inHand.delete(id);
        else inHand.set(id, rest);
      }
    },
  };
};
