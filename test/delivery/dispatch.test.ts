import { describe, expect, test } from '@jest/globals';
import { createDispatch } from '../../src/delivery/dispatch.ts';
import { createMatchIndex } from '../../src/delivery/match-index.ts';
import { createPlaces } from '../../src/delivery/places.ts';
import type { SentMessage } from '../../src/domain/delivery.ts';
import type { Correlated } from '../../src/domain/incident.ts';
import { alert, chat, filter, incident, subscription, T0 } from './support/builders.ts';
import { createFakeClock } from './support/fake-clock.ts';
import { createMemoryStore, emptyDisk, type Fate } from './support/memory-store.ts';

const told = (incidentId: string, at: number): SentMessage => ({
  v: 1,
  incidentId,
  destination: chat(at),
  revision: 1,
  messageId: `${incidentId}-${at}`,
  how: 'sent',
  at: T0,
  edits: 0,
});

const setUp = async (fate?: Fate) => {
  const disk = emptyDisk();
  const { outbox, sentMessages, writes } = createMemoryStore(disk, fate);
  const index = createMatchIndex(createPlaces([]));
  for (const at of [1, 2]) index.put(subscription({ destination: chat(at) }));
  const asked: string[] = [];
  const dispatch = createDispatch({
    outbox,
    sentMessages,
    index,
    clock: createFakeClock(),
    onBrake: ({ id }) => asked.push(id),
  });
  return { disk, sentMessages, writes, index, dispatch, asked };
};

const older = incident({ id: 'older' });
const younger = incident({ id: 'younger', mergedInto: 'older' });
const merger: Correlated = { outcome: 'merged', incident: older, merged: younger, why: '' };

const opened = (id: string): Correlated => ({
  outcome: 'opened',
  incident: incident({ id }),
  alert: alert({ incidentId: id }),
  why: '',
});

describe('dispatch', () => {
  test('owes an alert to whom it matches', async () => {
    const { dispatch, disk } = await setUp();
    const [one, ...others] = await dispatch.write(opened('one'));
    expect(others).toEqual([]);
    expect([...disk.broadcasts.values()]).toEqual([one]);
    expect(one?.to).toEqual([chat(1), chat(2)]);
  });

  test('owes an update also to those who were told and whom it no longer matches', async () => {
    const { dispatch, sentMessages, index } = await setUp();
    await sentMessages.add([told('one', 1), told('one', 2)]);
    index.put(subscription({ destination: chat(2), filters: [filter({ exchanges: ['okx'] })] }));
    const lifted = incident({ id: 'one', revision: 2, closedAt: T0 });
    const [update] = await dispatch.write({
      outcome: 'updated',
      incident: lifted,
      alert: alert({ incidentId: 'one', revision: 2, change: 'updated', reasons: ['eased'] }),
      why: '',
    });
    expect(update?.to).toEqual([chat(1), chat(2)]);
  });

  test('writes nothing where nothing is news', async () => {
    const { dispatch, writes } = await setUp();
    expect(await dispatch.write({ outcome: 'seconded', incident: older, why: '' })).toEqual([]);
    expect(writes()).toBe(0);
  });

  test('a merger: who was told of the younger alone hears of the older, under the message that is there', async () => {
    const { dispatch, sentMessages, disk } = await setUp();
    await sentMessages.add([told('older', 1), told('younger', 1), told('younger', 2)]);
    const [broadcast] = await dispatch.write(merger);
    expect(broadcast?.to).toEqual([chat(2)]);
    const standing = [...disk.sent.values()].filter(({ incidentId }) => incidentId === 'older');
    expect(
      standing.map(({ destination, messageId, revision }) => [destination, messageId, revision]),
    ).toEqual([
      [chat(1), 'older-1', 1],
      [chat(2), 'younger-2', 0],
    ]);
  });

  test('a merger: a crash between its writes leaves nobody owed what would be no reply', async () => {
    const { dispatch, sentMessages, disk } = await setUp((write) => (write === 3 ? 'refused' : 'done'));
    await sentMessages.add([told('younger', 2)]);
    await expect(dispatch.write(merger)).rejects.toThrow('write 3 refused');
    expect([disk.sent.size, disk.broadcasts.size]).toEqual([2, 0]);
  });

  test('asks operators once the brake is on, and holds until it is off', async () => {
    const { dispatch, asked } = await setUp();
    const owed = [];
    for (const id of ['a', 'b', 'c', 'd', 'e', 'f', 'g']) owed.push(...(await dispatch.write(opened(id))));
    expect(asked).toHaveLength(1);
    expect(owed.at(-1)?.held).toBe(true);
    dispatch.releaseBrake();
    const [after] = await dispatch.write(opened('h'));
    expect(after?.held).toBe(false);
    dispatch.resumeBrake();
    const [held] = await dispatch.write(opened('i'));
    expect(held?.held).toBe(true);
  });
});
