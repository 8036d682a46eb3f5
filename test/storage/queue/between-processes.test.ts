import { expect, test } from '@jest/globals';
import { SECOND } from '../../../src/domain/instant.ts';
import { systemClock } from '../../../src/ops/clock.ts';
import { openChanges } from '../../../src/storage/queue/changes.ts';
import { openHeldQueue } from '../../../src/storage/queue/held-queue.ts';
import { openQueueServer } from '../../../src/storage/queue/open-queue-server.ts';
import { createOrders } from '../../../src/storage/queue/orders.ts';
import { createWorkLine } from '../../../src/storage/queue/work-line.ts';
import { describeWithRedis } from '../../support/queue-stage.ts';
import { findInRedis } from '../../support/redis-contents.ts';
import { redisMissing, startRedis } from '../../support/redis-server.ts';
import { createTestClock, createTestLogger } from '../../support/store-fixtures.ts';
import { eventually } from '../../support/whole-bot.ts';

describeWithRedis('what goes between processes', (stage) => {
  const logger = createTestLogger();

  test('a change is heard by the others, in order, within a second, and not by who tells it', async () => {
    const [one, other] = [
      await openChanges<number>(await stage.server(), 'one', logger),
      await openChanges<number>(await stage.server(), 'other', logger),
    ];
    const heard: Record<string, number[]> = { one: [], other: [] };
    one.start((change) => void heard.one?.push(change));
    other.start((change) => void heard.other?.push(change));
    await one.tell([1, 2, 3]);
    await eventually('the changes', () => heard.other?.length === 3, 1000);
    expect(heard).toEqual({ one: [], other: [1, 2, 3] });
    one.stop();
    other.stop();
  });

  test('a change that was told between the opening and the first reading is heard', async () => {
    const one = await openChanges<string>(await stage.server(), 'one', logger);
    const other = await openChanges<string>(await stage.server(), 'other', logger);
    await one.tell(['early']);
    const heard: string[] = [];
    other.start((change) => void heard.push(change));
    await eventually('the change', () => heard.includes('early'));
    other.stop();
  });

  test('a change that could not be taken in is taken in later', async () => {
    const one = await openChanges<string>(await stage.server(), 'one', logger);
    const other = await openChanges<string>(await stage.server(), 'other', logger);
    let tries = 0;
    other.start(() => {
      tries++;
      if (tries < 3) throw new Error('the store is away');
    });
    await one.tell(['x']);
    await eventually('three tries', () => tries === 3);
    other.stop();
  });

  test('what is erased stands nowhere any more, and what is told instead is heard by who was behind', async () => {
    const one = await openChanges<string>(await stage.server(), 'one', logger);
    const behind = await openChanges<string>(await stage.server(), 'behind', logger);
    await one.tell(['of chat-1', 'of chat-2', 'of chat-1 again']);
    await behind.tell(['of chat-1 by another']);
    await one.erase((change) => change.includes('chat-1'), 'a chat is forgotten');
    expect(await findInRedis(stage.url(), 'chat-1')).toEqual([]);
    const heard: string[] = [];
    behind.start((change) => void heard.push(change));
    await eventually('what was told instead', () => heard.length === 2);
    expect(heard).toEqual(['of chat-2', 'a chat is forgotten']);
    behind.stop();
  });

  test('what is erased is found among thousands, and nothing else goes with it', async () => {
    const one = await openChanges<string>(await stage.server(), 'one', logger);
    const other = await openChanges<string>(await stage.server(), 'other', logger);
    await one.tell(Array.from({ length: 1500 }, (_, at) => `of chat-${at % 3}`));
    await one.erase((change) => change === 'of chat-1', 'a chat is forgotten');
    expect(await findInRedis(stage.url(), 'chat-1')).toEqual([]);
    const heard: string[] = [];
    other.start((change) => void heard.push(change));
    await eventually('the rest', () => heard.length === 1001);
    other.stop();
  });

  test('what is told after an erasure is heard by who was in the middle of what was erased', async () => {
    const one = await openChanges<string>(await stage.server(), 'one', logger);
    const other = await openChanges<string>(await stage.server(), 'other', logger);
    const heard: string[] = [];
    other.start((change) => void heard.push(change));
    await one.tell(['of chat-1']);
    await eventually('the first', () => heard.length === 1);
    await one.erase((change) => change.includes('chat-1'), 'a chat is forgotten');
    await one.tell(['of chat-2']);
    await eventually('the last', () => heard.includes('of chat-2'));
    expect(heard).toEqual(['of chat-1', 'a chat is forgotten', 'of chat-2']);
    other.stop();
  });

  test('an order is carried out where it is decided, and answered', async () => {
    const server = await stage.server();
    const queue = openHeldQueue<{ readonly add: number }>(await stage.server(), 'orders');
    const handle = async ({ add }: { readonly add: number }): Promise<unknown> => ({ ok: add + 1 });
    const line = createWorkLine({ queue, handle, atOnce: 1, clock: systemClock, logger });
    await line.start();
    const orders = createOrders<{ readonly add: number }>(server, 'orders', async () => line.wake());
    expect(await orders.ask({ add: 41 })).toBe(42);
    await line.stop();
  });

  test('an order that fails there fails here, with what was said', async () => {
    const queue = openHeldQueue<string>(await stage.server(), 'orders');
    const handle = async (): Promise<unknown> => ({ fault: 'no such incident' });
    const line = createWorkLine({ queue, handle, atOnce: 1, clock: systemClock, logger });
    await line.start();
    const orders = createOrders<string>(await stage.server(), 'orders', async () => line.wake());
    await expect(orders.ask('retract')).rejects.toThrow('no such incident');
    await line.stop();
  });

  test('work that was given and never heard of, as when the connection breaks, is found again', async () => {
    const server = await stage.server();
    const clock = createTestClock();
    const done: string[] = [];
    const handle = async (data: string): Promise<void> => void done.push(data);
    const queue = openHeldQueue<string>(server, 'w');
    const line = createWorkLine({ queue, handle, atOnce: 4, clock, logger });
    await line.start();
    await server.queue<string>('w').add('w', 'lost');
    await openHeldQueue<string>(server, 'w').take();
    await eventually('the lost one', () => {
      clock.pass(10 * SECOND);
      line.wake();
      return done.length > 0;
    });
    expect(done).toEqual(['lost']);
    await line.stop();
  });

  test('work that fails is done again later', async () => {
    const server = await stage.server();
    await server.queue<string>('w').add('w', 'entry');
    let tries = 0;
    const handle = async (): Promise<void> => {
      tries++;
      if (tries === 1) throw new Error('the store is away');
    };
    const queue = openHeldQueue<string>(server, 'w');
    const line = createWorkLine({ queue, handle, atOnce: 4, clock: systemClock, logger });
    await line.start();
    await eventually('the second try', () => {
      line.wake();
      return tries === 2;
    });
    await line.stop();
    expect(await queue.takeOver()).toEqual([]);
  });

  test('work that was given to us in an answer that never came is done all the same', async () => {
    const server = await stage.server();
    const clock = createTestClock();
    const done: boolean[] = [];
    const handle = async (_: string, again: boolean): Promise<void> => void done.push(again);
    const line = createWorkLine({
      queue: openHeldQueue<string>(server, 'w'),
      handle,
      atOnce: 4,
      clock,
      logger,
    });
    await line.start();
    await server.queue<string>('w').add('w', 'entry');
    await openHeldQueue<string>(server, 'w').take();
    await eventually('the work', () => {
      clock.pass(SECOND);
      line.wake();
      return done.length > 0;
    });
    await line.stop();
    expect(done).toEqual([true]);
  });

  test.each([
    ['appendonly yes', ['--appendonly', 'no']],
    ['maxmemory-policy noeviction', ['--appendonly', 'yes', '--maxmemory-policy', 'allkeys-lru']],
  ])('a Redis that may forget is refused: %s', async (cure, settings) => {
    if (redisMissing !== undefined) return;
    const forgetful = await startRedis(settings);
    const address = forgetful.url.replace('//', '//me:hunter22@');
    await expect(openQueueServer(forgetful.url, logger)).rejects.toThrow(cure);
    await expect(openQueueServer(address, logger)).rejects.not.toThrow(/hunter22/);
    await forgetful.stop();
  });

  test('a Redis that is not there is told with the name of the setting', async () => {
    await expect(openQueueServer('redis://127.0.0.1:9', logger)).rejects.toThrow(/ECONNREFUSED.*QUEUE_URL/);
  });
});
