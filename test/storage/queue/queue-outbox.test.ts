import { expect, test } from '@jest/globals';
import type { Destination } from '../../../src/domain/destination.ts';
import { systemClock } from '../../../src/ops/clock.ts';
import { openHeldQueue } from '../../../src/storage/queue/held-queue.ts';
import { createQueueOutbox, type Owed, shardName } from '../../../src/storage/queue/queue-outbox.ts';
import { shardOf } from '../../../src/storage/queue/shards.ts';
import { describeWithRedis } from '../../support/queue-stage.ts';
import { findInRedis } from '../../support/redis-contents.ts';
import { aBroadcast, aDeferredDelivery, listOf, telegram } from '../../support/store-fixtures.ts';

const HERE = telegram('12');
const SHARD = shardName(shardOf(HERE));

const GONE = telegram('4711');
/** What is owed to both is one job. */
const NEIGHBOUR = Array.from({ length: 200 }, (_, at) => telegram(`${5000 + at}`)).find(
  (one) => shardOf(one) === shardOf(GONE),
) as Destination;

describeWithRedis('the outbox in queues', (stage) => {
  const open = async () => {
    const server = await stage.server();
    return { server, outbox: createQueueOutbox(server, systemClock) };
  };

  test('shows all that is owed, wherever it waits', async () => {
    const { outbox } = await open();
    const to = Array.from({ length: 40 }, (_, at) => telegram(`${at}`));
    await outbox.add([aBroadcast('b', to), { ...aBroadcast('h', to), held: true }]);
    await outbox.defer([aDeferredDelivery('d'), { ...aDeferredDelivery('p'), status: 'parked' }]);
    const owed = await listOf(outbox.broadcasts());
    expect(owed.filter(({ held }) => !held).flatMap((one) => one.to).length).toBe(40);
    expect(owed.filter(({ held }) => held).map(({ id }) => id)).toEqual(['h']);
    expect((await listOf(outbox.deferred())).map(({ id }) => id).toSorted()).toEqual(['d', 'p']);
    expect(await outbox.counts()).toMatchObject({ held: 1, parked: 1 });
  });

  test('has a broadcast that is written twice once', async () => {
    const { outbox } = await open();
    for (let time = 0; time < 2; time++) await outbox.add([aBroadcast('b', [HERE])]);
    expect((await listOf(outbox.broadcasts())).length).toBe(1);
  });

  test('forgets a broadcast with all its parts, and a delivery', async () => {
    const { outbox } = await open();
    await outbox.add([aBroadcast('b', [HERE, telegram('13'), telegram('14')])]);
    await outbox.defer([aDeferredDelivery('d')]);
    await outbox.remove(['b']);
    await outbox.settle(['d']);
    expect(await listOf(outbox.broadcasts())).toEqual([]);
    expect(await listOf(outbox.deferred())).toEqual([]);
  });

  test('forgets many at once, all of them', async () => {
    const { outbox } = await open();
    const ids = Array.from({ length: 450 }, (_, at) => `d${at}`);
    await outbox.defer(ids.map((id) => ({ ...aDeferredDelivery(id), status: 'parked' as const })));
    await outbox.settle(ids);
    expect(await listOf(outbox.deferred())).toEqual([]);
  });

  test('takes a place out of what is owed to it and to others, waiting, held, set aside and in hand', async () => {
    const { outbox, server } = await open();
    const deferred = { ...aDeferredDelivery('d'), destination: GONE };
    await outbox.add([aBroadcast('alone', [GONE])]);
    await openHeldQueue<Owed>(server, shardName(shardOf(GONE))).take();
    await outbox.add([aBroadcast('b', [GONE, NEIGHBOUR])]);
    await openHeldQueue<Owed>(server, shardName(shardOf(GONE))).take();
    await outbox.add([aBroadcast('c', [NEIGHBOUR, GONE])]);
    await outbox.add([{ ...aBroadcast('h', [GONE, NEIGHBOUR]), held: true }]);
    await outbox.defer([deferred, { ...deferred, id: 'p', status: 'parked' }]);
    await outbox.forget(GONE);
    expect(await findInRedis(stage.url(), GONE.chat)).toEqual([]);
    expect((await listOf(outbox.broadcasts())).map(({ to }) => to)).toEqual(Array(3).fill([NEIGHBOUR]));
    expect(await listOf(outbox.deferred())).toEqual([]);
  });

  test('forgets what a process had in hand when it died', async () => {
    const { outbox, server } = await open();
    await outbox.add([aBroadcast('b', [HERE])]);
    await openHeldQueue<Owed>(server, SHARD).take();
    await outbox.remove(['b']);
    expect(await listOf(outbox.broadcasts())).toEqual([]);
  });

  test('lets go what the brake held, or drops it', async () => {
    const { outbox } = await open();
    await outbox.add([{ ...aBroadcast('a', [HERE]), held: true }]);
    expect(await outbox.release('send')).toBe(1);
    expect((await listOf(outbox.broadcasts())).map(({ held }) => held)).toEqual([false]);
    await outbox.add([{ ...aBroadcast('b', [HERE]), held: true }]);
    expect(await outbox.release('drop')).toBe(1);
    expect((await outbox.counts()).held).toBe(0);
  });

  test('puts a parked delivery back in line', async () => {
    const { outbox } = await open();
    const delivery = aDeferredDelivery('p');
    await outbox.defer([{ ...delivery, status: 'parked' }]);
    await outbox.defer([{ ...delivery, status: 'waiting', notBefore: 0 }]);
    expect((await listOf(outbox.deferred())).map(({ status }) => status)).toEqual(['waiting']);
  });

  test('gives the gravest first', async () => {
    const { outbox, server } = await open();
    await outbox.add([
      { ...aBroadcast('low', [HERE]), severity: 'low' },
      { ...aBroadcast('critical', [HERE]), severity: 'critical' },
    ]);
    const queue = openHeldQueue<Owed>(server, SHARD);
    expect((await queue.take())?.data.severity).toBe('critical');
    expect((await queue.take())?.data.severity).toBe('low');
  });

  test('gives a delivery when its time has come, and not before', async () => {
    const { outbox, server } = await open();
    const soon = systemClock.now() + 300;
    await outbox.defer([{ ...aDeferredDelivery('d'), destination: HERE, notBefore: soon }]);
    const queue = openHeldQueue<Owed>(server, SHARD);
    expect(await queue.take()).toBeUndefined();
    await new Promise((resolve) => setTimeout(resolve, 400));
    expect((await queue.take())?.data.id).toBe('d');
  });

  test('hands what one process had in hand to the next, and then no more', async () => {
    const first = await open();
    await first.outbox.add([aBroadcast('b', [HERE])]);
    expect((await openHeldQueue<Owed>(first.server, SHARD).take())?.again).toBe(false);
    const second = openHeldQueue<Owed>(await stage.server(), SHARD);
    expect(await second.take()).toBeUndefined();
    const [left] = await second.takeOver();
    expect(left?.again).toBe(true);
    await second.done(left?.id ?? '');
    expect(await listOf(first.outbox.broadcasts())).toEqual([]);
    expect(await openHeldQueue<Owed>(await stage.server(), SHARD).takeOver()).toEqual([]);
  });

  test('takes it for done that was done before, when the answer was lost', async () => {
    const { outbox, server } = await open();
    await outbox.add([aBroadcast('b', [HERE])]);
    const job = await openHeldQueue<Owed>(server, SHARD).take();
    const [one, other] = [openHeldQueue<Owed>(server, SHARD), openHeldQueue<Owed>(server, SHARD)];
    await one.takeOver();
    await other.takeOver();
    await one.done(job?.id ?? '');
    await expect(other.done(job?.id ?? '')).resolves.toBeUndefined();
  });
});
