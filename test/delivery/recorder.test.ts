import { describe, expect, test } from '@jest/globals';
import { createRecorder } from '../../src/delivery/recorder.ts';
import type { SentMessage } from '../../src/domain/delivery.ts';
import type { Destination } from '../../src/domain/destination.ts';
import { broadcast, chat, subscription, T0 } from './support/builders.ts';
import { createFakeClock, settle } from './support/fake-clock.ts';
import { createMemoryStore, emptyDisk, type Fate } from './support/memory-store.ts';
import { SILENT_LOGGER } from './support/world.ts';

const sent = (at: number): SentMessage => ({
  v: 1,
  incidentId: 'i',
  destination: chat(at),
  revision: 1,
  messageId: 'm',
  how: 'sent',
  at: T0,
  edits: 0,
});

/** Everybody is subscribed, but for one chat that has left. */
const HERE = {
  get: async ({ chat: id }: Destination) => (id === 'left' ? undefined : subscription()),
};

const setUp = (fate?: Fate) => {
  const disk = emptyDisk();
  const clock = createFakeClock();
  const store = createMemoryStore(disk, fate);
  const { outbox, sentMessages } = store;
  return {
    disk,
    clock,
    store,
    recorder: createRecorder({
      outbox,
      sentMessages,
      subscriptions: HERE,
      logger: SILENT_LOGGER,
      after: clock.after,
    }),
  };
};

describe('recorder', () => {
  test('writes together what comes together', async () => {
    const { recorder, store, disk } = setUp();
    await Promise.all(Array.from({ length: 100 }, (_, at) => recorder.record({ sent: [sent(at)] })));
    expect([disk.sent.size, store.writes()]).toEqual([100, 1]);
  });

  test('writes what was sent before it forgets the broadcast', async () => {
    const { recorder, disk } = setUp((write) => (write === 2 ? 'killed' : 'done'));
    disk.broadcasts.set('b', broadcast([chat(1)], { id: 'b' }));
    void recorder.record({ finished: ['b'], sent: [sent(1)] });
    await settle();
    expect([disk.sent.size, disk.broadcasts.size]).toEqual([1, 1]);
  });

  test('writes nothing of a place that has left', async () => {
    const { recorder, disk } = setUp();
    await recorder.record({ sent: [sent(1), { ...sent(2), destination: chat('left') }] });
    expect([...disk.sent.values()].map(({ destination }) => destination)).toEqual([chat(1)]);
  });

  test('answers only when it is written, however often the store refuses', async () => {
    const { recorder, clock, disk } = setUp((write) => (write < 4 ? 'refused' : 'done'));
    let done = false;
    void recorder.record({ sent: [sent(1)] }).then(() => {
      done = true;
    });
    await clock.advance(3000);
    expect(done).toBe(false);
    await clock.advance(10_000);
    expect([done, disk.sent.size]).toEqual([true, 1]);
  });

  test('waits no longer for a refusal than the first time, once it was answered', async () => {
    const { recorder, clock, disk } = setUp((write) => (write < 4 || write === 5 ? 'refused' : 'done'));
    void recorder.record({ sent: [sent(1)] });
    await clock.advance(8000);
    expect(disk.sent.size).toBe(1);
    void recorder.record({ sent: [sent(2)] });
    await clock.advance(1100);
    expect(disk.sent.size).toBe(2);
  });

  test('… also where it never came to rest', async () => {
    const { recorder, clock, disk } = setUp((write) => (write < 4 || write === 5 ? 'refused' : 'done'));
    void recorder.record({ sent: [sent(1)] });
    await clock.advance(6900);
    void recorder.record({ sent: [sent(2)] });
    await clock.advance(100);
    expect(disk.sent.size).toBe(1);
    await clock.advance(1100);
    expect(disk.sent.size).toBe(2);
  });

  test('tries fewer together after a refusal: one bad row keeps only itself from the store', async () => {
    const { store, disk, clock } = setUp();
    const { outbox, sentMessages } = store;
    const recorder = createRecorder({
      outbox,
      sentMessages: {
        ...sentMessages,
        add: async (messages) => {
          if (messages.length > 10) throw new Error('too many rows');
          await sentMessages.add(messages);
        },
      },
      subscriptions: HERE,
      logger: SILENT_LOGGER,
      after: clock.after,
    });
    for (let at = 0; at < 70; at++) void recorder.record({ sent: [sent(at)] });
    await clock.advance(60_000);
    expect(disk.sent.size).toBe(70);
  });

  test('is not held up by a store that refuses one row in twenty', async () => {
    let rows = 0;
    const { store, disk, clock } = setUp();
    const { outbox, sentMessages } = store;
    const recorder = createRecorder({
      outbox,
      sentMessages: {
        ...sentMessages,
        add: async (messages) => {
          // The rows that a refused write had got through count too: it is the disk that is bad, not a row.
          for (const _ of messages) if (++rows % 20 === 0) throw new Error('disk I/O error');
          await sentMessages.add(messages);
        },
      },
      subscriptions: HERE,
      logger: SILENT_LOGGER,
      after: clock.after,
    });
    for (let at = 0; at < 500; at++) void recorder.record({ sent: [sent(at)] });
    await settle(500);
    await clock.advance(2000);
    expect(disk.sent.size).toBe(500);
  });

  test('gives up at its close what the store still refuses', async () => {
    const { recorder, disk } = setUp(() => 'refused');
    void recorder.record({ sent: [sent(1)] });
    await settle();
    await recorder.close();
    expect(disk.sent.size).toBe(0);
  });
});
