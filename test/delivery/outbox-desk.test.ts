import { describe, expect, test } from '@jest/globals';
import { createOutboxDesk } from '../../src/delivery/outbox-desk.ts';
import type { DeferredDelivery } from '../../src/domain/delivery.ts';
import { alert, broadcast, chat, T0 } from './support/builders.ts';
import { createMemoryStore, emptyDisk } from './support/memory-store.ts';

const parked = (id: string, more: Partial<DeferredDelivery> = {}): DeferredDelivery => ({
  v: 1,
  id,
  broadcastId: 'broadcast-1',
  alert: alert(),
  severity: 'high',
  destination: chat(1),
  createdAt: T0 - 1,
  attempts: 2,
  notBefore: T0,
  status: 'parked',
  lastOutcome: "can't parse entities",
  payload: '<b>',
  ...more,
});

const setUp = async () => {
  const disk = emptyDisk();
  const { outbox } = createMemoryStore(disk);
  await outbox.add([broadcast([chat(1)])]);
  await outbox.defer([parked('parked'), parked('digest', { status: 'digest' })]);
  return { disk, desk: createOutboxDesk(outbox) };
};

describe('outbox desk', () => {
  test('lists what is owed, oldest first', async () => {
    const { desk } = await setUp();
    expect((await desk.list()).map(({ id }) => id)).toEqual(['parked', 'digest', 'broadcast-1']);
  });

  test('shows one, with the payload that was refused', async () => {
    const { desk } = await setUp();
    expect(await desk.show('parked')).toMatchObject({ payload: '<b>' });
    expect(await desk.show('nothing')).toBeUndefined();
  });

  test('puts a parked one back in line', async () => {
    const { desk, disk } = await setUp();
    expect(await desk.retry('parked')).toBe(true);
    expect(disk.deferred.get('parked')).toMatchObject({ status: 'waiting', attempts: 0 });
  });

  test('retries nothing that is not parked', async () => {
    const { desk } = await setUp();
    expect([
      await desk.retry('digest'),
      await desk.retry('broadcast-1'),
      await desk.retry('nothing'),
    ]).toEqual([false, false, false]);
  });

  test('drops a delivery or a broadcast', async () => {
    const { desk, disk } = await setUp();
    expect([await desk.drop('parked'), await desk.drop('broadcast-1'), await desk.drop('nothing')]).toEqual([
      true,
      true,
      false,
    ]);
    expect([[...disk.deferred.keys()], disk.broadcasts.size]).toEqual([['digest'], 0]);
  });
});
