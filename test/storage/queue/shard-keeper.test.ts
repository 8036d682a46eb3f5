import { expect, test } from '@jest/globals';
import type { Lease } from '../../../src/domain/ports.ts';
import { systemClock } from '../../../src/ops/clock.ts';
import type { InHand } from '../../../src/storage/queue/held-queue.ts';
import { createQueueOutbox, type Owed } from '../../../src/storage/queue/queue-outbox.ts';
import { createShardKeeper } from '../../../src/storage/queue/shard-keeper.ts';
import { SHARDS } from '../../../src/storage/queue/shards.ts';
import { createWorkers } from '../../../src/storage/queue/workers.ts';
import { describeWithRedis } from '../../support/queue-stage.ts';
import { aBroadcast, createTestLogger, telegram } from '../../support/store-fixtures.ts';

const ALL = Array.from({ length: SHARDS }, (_, shard) => shard);

describeWithRedis('the workers that share the shards', (stage) => {
  const openWorker = async (name: string, lease?: Lease) => {
    const server = await stage.server();
    const store = await stage.store();
    const leaseOf = lease === undefined ? store.leaseOf : () => lease;
    const given: InHand<Owed>[] = [];
    const keeper = createShardKeeper({
      ...{ server, leaseOf, workers: createWorkers(server, name) },
      ...{ clock: systemClock, logger: createTestLogger() },
      onJobs: async (_, jobs) => void given.push(...jobs),
      onLeft: () => undefined,
    });
    const owned = (): readonly number[] => ALL.filter((shard) => keeper.own(shard) !== undefined);
    return { ...keeper, given, owned, outbox: createQueueOutbox(server, systemClock) };
  };

  test('has all of them where it is alone', async () => {
    const worker = await openWorker('a');
    await worker.tick();
    expect(worker.owned()).toEqual(ALL);
    await worker.stop();
  });

  test('have each its fair share, and no shard twice', async () => {
    const workers = [await openWorker('a'), await openWorker('b'), await openWorker('c')];
    for (let round = 0; round < 4; round++) for (const worker of workers) await worker.tick();
    expect(workers.map((worker) => worker.owned().length).toSorted()).toEqual([5, 5, 6]);
    expect(workers.flatMap((worker) => worker.owned()).toSorted((a, b) => a - b)).toEqual(ALL);
    for (const worker of workers) await worker.stop();
  });

  test('go on with what one of them had in hand when it left', async () => {
    const [first, second] = [await openWorker('a'), await openWorker('b')];
    await first.outbox.add([aBroadcast('b', [telegram('12'), telegram('13')])]);
    await first.tick();
    const had = first.given.map(({ data }) => data.id).toSorted();
    await first.stop();
    await second.tick();
    expect(second.owned()).toEqual(ALL);
    expect(second.given.map(({ data }) => data.id).toSorted()).toEqual(had);
    expect(second.given.every(({ again }) => again)).toBe(true);
    await second.stop();
  });

  test('leaves a shard only when no turn there is under way', async () => {
    const [first, second] = [await openWorker('a'), await openWorker('b')];
    await first.tick();
    const ends: (() => void)[] = [];
    const chats = Array.from({ length: 200 }, (_, at) => telegram(`${at}`));
    for (const chat of chats) void first.within(chat, () => new Promise<void>((end) => ends.push(end)));
    await second.tick();
    const leaving = first.tick();
    await second.tick();
    expect(second.owned()).toEqual([]);
    for (const end of ends) end();
    await leaving;
    await second.tick();
    expect(second.owned().length).toBe(SHARDS / 2);
    expect(
      chats.filter((chat) => first.within(chat, async () => undefined) === undefined).length,
    ).toBeGreaterThan(0);
    for (const worker of [first, second]) await worker.stop();
  });

  test('puts a turn off while its lease is late, and forgets it when that is lost', async () => {
    let state: 'fresh' | 'late' | 'lost' = 'fresh';
    const held = {
      release: async () => undefined,
      isFresh: () => state === 'fresh',
      isOver: () => state === 'lost',
    };
    const acquire = async () => held.release;
    const worker = await openWorker('a', { acquire, attempt: async () => held });
    await worker.tick();
    const send = () => worker.within(telegram('1'), async () => 'sent');
    state = 'late';
    expect(await send()).toBe('later');
    state = 'fresh';
    expect(await send()).toBe('sent');
    state = 'lost';
    expect(send()).toBeUndefined();
    await worker.stop();
  });

  test('takes nothing for its own that it was not given', async () => {
    const worker = await openWorker('a');
    expect(worker.within(telegram('1'), async () => 'sent')).toBeUndefined();
    expect(worker.share()).toBe(0);
  });
});
