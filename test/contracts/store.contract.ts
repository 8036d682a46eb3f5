import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { DAY } from '../../src/domain/instant.ts';
import type { Store } from '../../src/domain/ports.ts';
import type { StoreOptions } from '../../src/storage/open.ts';
import {
  aBroadcast,
  aDeferredDelivery,
  aFeedState,
  anIncident,
  aSeenEntry,
  aSentMessage,
  aSubscription,
  createTestClock,
  createTestLogger,
  listOf,
  START,
  telegram,
} from '../support/store-fixtures.ts';

/** Opens one and the same store each time, empty at first; `lasts` where it is there again after it was closed. */
export interface StoreUnderTest {
  readonly open: (options: StoreOptions) => Promise<Store>;
  readonly lasts: boolean;
}

/** What every store does, whatever it stands on. `fresh` gives another empty store for each test. */
export const describeStore = (name: string, fresh: () => Promise<StoreUnderTest>): void => {
  describe(`a store on ${name}`, () => {
    const clock = createTestClock();
    const options: StoreOptions = {
      clock,
      logger: createTestLogger(),
      onLeaseLost: (error) => {
        throw error;
      },
      keepSeen: 100 * DAY,
    };
    let underTest: StoreUnderTest;
    let store: Store;

    beforeEach(async () => {
      underTest = await fresh();
      store = await underTest.open(options);
    });

    afterEach(() => store.close());

    test('knows nothing at first', async () => {
      expect(await store.feedStates.get('f')).toBeUndefined();
      expect(await store.feedStates.all()).toEqual([]);
      expect(await store.seenEntries.get('f', ['a'])).toEqual(new Map());
      expect(await listOf(store.incidents.all())).toEqual([]);
      expect(await listOf(store.subscriptions.all())).toEqual([]);
      expect(await listOf(store.outbox.broadcasts())).toEqual([]);
      expect(await listOf(store.outbox.deferred())).toEqual([]);
      expect(await store.sentMessages.toldOf('i')).toEqual([]);
    });

    test('keeps the latest state of each feed', async () => {
      await store.feedStates.set(aFeedState('a'));
      await store.feedStates.set(aFeedState('b'));
      await store.feedStates.set({ ...aFeedState('a'), failures: 3 });
      expect((await store.feedStates.all()).map(({ feedId, failures }) => [feedId, failures])).toEqual([
        ['a', 3],
        ['b', 0],
      ]);
    });

    test('keeps one objection of each person, and forgets all of a person', async () => {
      const objection = (incidentId: string, by: string) => ({ v: 1, incidentId, by, at: START }) as const;
      for (const by of ['telegram~1', 'telegram~1', 'telegram~2'])
        await store.objections.add(objection('i', by));
      await store.objections.add(objection('j', 'telegram~1'));
      const all = async (): Promise<readonly string[]> => {
        const found: string[] = [];
        for await (const { incidentId, by } of store.objections.all()) found.push(`${incidentId} ${by}`);
        return found.sort();
      };
      expect(await all()).toEqual(['i telegram~1', 'i telegram~2', 'j telegram~1']);
      await store.objections.forget('telegram~1');
      expect(await all()).toEqual(['i telegram~2']);
    });

    test('tells which entries of a feed were seen', async () => {
      await store.seenEntries.add([aSeenEntry('f', 'x'), aSeenEntry('f', 'y'), aSeenEntry('g', 'z')]);
      const seen = await store.seenEntries.get('f', ['y', 'z', 'x', 'w']);
      expect(new Set(seen.keys())).toEqual(new Set(['x', 'y']));
      expect(seen.get('y')).toEqual(aSeenEntry('f', 'y'));
    });

    test('tells apart feeds and keys that look alike joined', async () => {
      const pairs = [
        ['a', 'b:c'],
        ['a:b', 'c'],
        ['a/b', 'c'],
        ['a', 'b/c'],
        ['a%002f', 'b'],
        ['a', '\ud800'],
        ['a', '\ud801'],
        ['a', ''],
        ['a', 'x'.repeat(3000)],
        ['A', 'B:C'],
      ] as const;
      await store.seenEntries.add(
        pairs.map(([feed, key], number) => ({ ...aSeenEntry(feed, key), contentHash: `${number}` })),
      );
      for (const [number, [feed, key]] of pairs.entries()) {
        const found = await store.seenEntries.get(feed, [key]);
        expect([...found.values()].map(({ contentHash }) => contentHash)).toEqual([`${number}`]);
      }
    });

    test('takes two records with one key at once and keeps the last', async () => {
      await store.seenEntries.add([aSeenEntry('f', 'x', START), aSeenEntry('f', 'x', START + 1)]);
      expect((await store.seenEntries.get('f', ['x'])).get('x')?.seenAt).toBe(START + 1);
    });

    test('forgets a seen entry when its time is over', async () => {
      await store.seenEntries.add([aSeenEntry('f', 'old', START - 99 * DAY), aSeenEntry('f', 'new', START)]);
      clock.pass(2 * DAY);
      expect([...(await store.seenEntries.get('f', ['old', 'new'])).keys()]).toEqual(['new']);
    });

    test('gives an incident back as it was saved', async () => {
      await store.incidents.save([anIncident('i'), anIncident('j')]);
      expect(await store.incidents.get('i')).toEqual(anIncident('i'));
      expect((await listOf(store.incidents.all())).map(({ id }) => id)).toEqual(['i', 'j']);
    });

    test('walks over many records while they come and go', async () => {
      const ids = Array.from({ length: 1200 }, (_, number) => `i${String(number).padStart(4, '0')}`);
      await store.outbox.defer(ids.map(aDeferredDelivery));
      const walked: string[] = [];
      for await (const { id } of store.outbox.deferred()) {
        walked.push(id);
        if (walked.length % 100 === 0) await store.outbox.settle(walked.slice(-100));
      }
      expect(walked).toEqual(ids);
      expect(await listOf(store.outbox.deferred())).toEqual([]);
    });

    test('keeps one subscription for each destination, threads apart', async () => {
      const [chat, thread, other] = [telegram('-1'), telegram('-1', '7'), telegram('-1/7')];
      for (const destination of [chat, thread, other]) {
        await store.subscriptions.save(aSubscription(destination));
      }
      await store.subscriptions.delete(thread);
      expect(await store.subscriptions.get(thread)).toBeUndefined();
      expect(await store.subscriptions.get(other)).toEqual(aSubscription(other));
      expect(await listOf(store.subscriptions.all())).toHaveLength(2);
    });

    test('keeps what is owed until it is removed', async () => {
      await store.outbox.add([aBroadcast('b1', [telegram('1')]), aBroadcast('b10', [telegram('2')])]);
      await store.outbox.remove(['b1', 'none']);
      expect(await listOf(store.outbox.broadcasts())).toEqual([aBroadcast('b10', [telegram('2')])]);
    });

    test('splits a broadcast to many in parts that are removed one by one or together', async () => {
      const everyone = Array.from({ length: 2500 }, (_, number) => telegram(String(number)));
      await store.outbox.add([aBroadcast('b', everyone)]);
      const parts = await listOf(store.outbox.broadcasts());
      expect(parts.map(({ to }) => to.length)).toEqual([1000, 1000, 500]);
      expect(parts.flatMap(({ to }) => to)).toEqual(everyone);
      await store.outbox.remove(parts.slice(0, 1).map(({ id }) => id));
      expect(await listOf(store.outbox.broadcasts())).toEqual(parts.slice(1));
      await store.outbox.remove(['b']);
      expect(await listOf(store.outbox.broadcasts())).toEqual([]);
    });

    test('keeps deliveries that wait until they are settled', async () => {
      await store.outbox.defer([aDeferredDelivery('d1'), aDeferredDelivery('d2')]);
      await store.outbox.defer([{ ...aDeferredDelivery('d1'), attempts: 2 }]);
      await store.outbox.settle(['d2']);
      expect(await listOf(store.outbox.deferred())).toEqual([{ ...aDeferredDelivery('d1'), attempts: 2 }]);
    });

    test('tells what was sent, in the order asked', async () => {
      await store.sentMessages.add([aSentMessage('i', telegram('1')), aSentMessage('i', telegram('2'))]);
      const asked = [telegram('2'), telegram('3'), telegram('1')];
      expect(await store.sentMessages.get('i', asked)).toEqual([
        aSentMessage('i', telegram('2')),
        undefined,
        aSentMessage('i', telegram('1')),
      ]);
    });

    test('tells who was told of an incident, and of that one only', async () => {
      const ids = ['i', 'i0', 'I', 'i_', 'j'];
      await store.sentMessages.add(ids.map((id) => aSentMessage(id, telegram('1', '5'))));
      expect(await store.sentMessages.toldOf('i')).toEqual([aSentMessage('i', telegram('1', '5'))]);
    });

    test('forgets all that was sent to a destination, and to that one only', async () => {
      const kept = [
        telegram('1', '5'),
        telegram('11'),
        { platform: 'discord', chat: 'telegram', thread: '1' } as const,
      ];
      await store.sentMessages.add([telegram('1'), ...kept].map((to) => aSentMessage('i', to)));
      await store.sentMessages.add([aSentMessage('j', telegram('1'))]);
      await store.sentMessages.forget(telegram('1'));
      expect(await store.sentMessages.toldOf('j')).toEqual([]);
      expect(await store.sentMessages.get('i', [telegram('1'), ...kept])).toEqual([
        undefined,
        ...kept.map((to) => aSentMessage('i', to)),
      ]);
    });

    test('forgets what was sent about known incidents without a walk', async () => {
      const sent = [aSentMessage('i', telegram('1')), aSentMessage('j', telegram('1'))];
      await store.sentMessages.add([...sent, aSentMessage('i', telegram('2'))]);
      await store.sentMessages.forget(telegram('1'), ['i', 'j', 'never']);
      expect(await store.sentMessages.toldOf('i')).toEqual([aSentMessage('i', telegram('2'))]);
      expect(await store.sentMessages.toldOf('j')).toEqual([]);
    });

    test('takes nothing to write for nothing to do', async () => {
      await store.incidents.save([]);
      await store.outbox.remove([]);
      expect(await store.sentMessages.get('i', [])).toEqual([]);
    });

    test('gives the lease to one writer, and to the next when it is released', async () => {
      const release = await store.lease.acquire(0);
      await expect(store.lease.acquire(0)).rejects.toMatchObject({
        name: 'StoreError',
        message: expect.stringMatching(/host \S+, pid \d+, since 0 s/),
      });
      await release();
      await expect(store.lease.acquire(0)).resolves.toBeInstanceOf(Function);
    });

    test('rejects once it is closed', async () => {
      await store.close();
      await expect(store.feedStates.get('f')).rejects.toMatchObject({ name: 'StoreError' });
      await expect(store.incidents.save([anIncident('i')])).rejects.toMatchObject({ name: 'StoreError' });
      await expect(store.feedStates.all()).rejects.toMatchObject({ name: 'StoreError' });
      store = await underTest.open(options);
    });

    test('is there again after it was closed, and its lease is free', async () => {
      await store.lease.acquire(0);
      await store.incidents.save([anIncident('i')]);
      await store.close();
      store = await underTest.open(options);
      await expect(store.lease.acquire(0)).resolves.toBeInstanceOf(Function);
      expect(await store.incidents.get('i')).toEqual(underTest.lasts ? anIncident('i') : undefined);
    });
  });
};
