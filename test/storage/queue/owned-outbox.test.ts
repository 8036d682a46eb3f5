import { expect, test } from '@jest/globals';
import { systemClock } from '../../../src/ops/clock.ts';
import { openHeldQueue } from '../../../src/storage/queue/held-queue.ts';
import { createOwnedOutbox } from '../../../src/storage/queue/owned-outbox.ts';
import { createQueueOutbox, type Owed, shardName } from '../../../src/storage/queue/queue-outbox.ts';
import { shardOf } from '../../../src/storage/queue/shards.ts';
import { describeWithRedis } from '../../support/queue-stage.ts';
import { aBroadcast, aDeferredDelivery, listOf, telegram } from '../../support/store-fixtures.ts';

const HERE = telegram('12');
const NUMBER = shardOf(HERE);

describeWithRedis('the outbox of a worker', (stage) => {
  const open = async () => {
    const server = await stage.server();
    const all = createQueueOutbox(server, systemClock);
    const shard = { number: NUMBER, queue: openHeldQueue<Owed>(server, shardName(NUMBER)) };
    /** Runs whenever a deferred delivery has just been written. */
    const onWritten = { do: async (): Promise<void> => undefined };
    const watched: typeof all = {
      ...all,
      deferAs: async (jobId, delivery) => {
        await all.deferAs(jobId, delivery);
        await onWritten.do();
      },
    };
    const owned = createOwnedOutbox(watched, (number) => (number === NUMBER ? shard : undefined));
    const pull = async () => {
      const job = await shard.queue.take();
      return job === undefined ? undefined : owned.accept(shard, [job]);
    };
    const delivery = (at = 0) => ({ ...aDeferredDelivery('d'), destination: HERE, notBefore: at });
    return { all, owned, pull, onWritten, delivery };
  };

  test('ends a job when its broadcast is done', async () => {
    const { all, owned, pull } = await open();
    await all.add([aBroadcast('b', [HERE])]);
    const handed = await pull();
    await owned.outbox.remove(handed?.broadcasts.map(({ id }) => id) ?? []);
    expect(await listOf(all.broadcasts())).toEqual([]);
  });

  test('does not hand the desk what the desk has deferred itself and keeps in memory', async () => {
    const { owned, pull, delivery } = await open();
    await owned.outbox.defer([delivery()]);
    expect(await pull()).toEqual({ broadcasts: [], deferred: [] });
  });

  test('keeps a deferred delivery owed that comes to hand while it is being written', async () => {
    const { all, owned, pull, onWritten, delivery } = await open();
    let handed: unknown;
    onWritten.do = async () => {
      handed = await pull();
    };
    await owned.outbox.defer([delivery()]);
    expect(handed).toEqual({ broadcasts: [], deferred: [] });
    expect((await listOf(all.deferred())).map(({ id }) => id)).toEqual(['d']);
    await owned.outbox.settle(['d']);
    expect(await listOf(all.deferred())).toEqual([]);
  });

  test('has a delivery that is put off again once, at its latest moment', async () => {
    const { all, owned, pull, delivery } = await open();
    const later = systemClock.now() + 60_000;
    await owned.outbox.defer([delivery()]);
    await pull();
    await owned.outbox.defer([delivery(later)]);
    await owned.outbox.defer([delivery(later + 1)]);
    expect((await listOf(all.deferred())).map(({ notBefore }) => notBefore)).toEqual([later + 1]);
    await owned.outbox.settle(['d']);
    expect(await listOf(all.deferred())).toEqual([]);
  });

  test('hands over what it had deferred to whoever has the shard next', async () => {
    const { owned, pull, delivery } = await open();
    await owned.outbox.defer([delivery()]);
    owned.forget(NUMBER);
    expect((await pull())?.deferred.map(({ id }) => id)).toEqual(['d']);
  });
});
