import { describe, expect, test } from '@jest/globals';
import { MINUTE, SECOND } from '../../src/domain/instant.ts';
import { createHostQueue } from '../../src/feeds/host-queue.ts';

const setUp = (isFree = false) => {
  let now = 0;
  const sleeps: number[] = [];
  const queue = createHostQueue({
    clock: { now: () => now, monotonic: () => now },
    isFree,
    sleep: async (time, signal) => {
      signal?.throwIfAborted();
      sleeps.push(time);
      now += time;
    },
  });
  return { queue, sleeps, now: () => now };
};

const many = (count: number): readonly number[] => Array.from({ length: count }, (_, at) => at);

describe('createHostQueue', () => {
  test('runs the tasks of one host in order', async () => {
    const { queue } = setUp();
    const done: number[] = [];
    await Promise.all([1, 2, 3].map((task) => queue('a', async () => void done.push(task))));
    expect(done).toEqual([1, 2, 3]);
  });

  test('pauses between them, not before the first', async () => {
    const { queue, sleeps } = setUp();
    await queue('a', async () => 1);
    await queue('a', async () => 2);
    expect(sleeps).toEqual([SECOND]);
  });

  test('asks a host fewer than ten times in any minute', async () => {
    const { queue, now } = setUp();
    const starts: number[] = [];
    await Promise.all(many(40).map(() => queue('a', async () => void starts.push(now()))));
    const inAMinute = starts.map((from) => starts.filter((at) => at >= from && at < from + MINUTE).length);
    expect(Math.max(...inAMinute)).toBe(8);
  });

  test('neither pauses nor counts where it is told that hosts are our own', async () => {
    const { queue, sleeps } = setUp(true);
    await Promise.all(many(40).map(() => queue('a', async () => undefined)));
    expect(sleeps).toEqual([]);
  });

  test('lets no host wait for another', async () => {
    const { queue, sleeps } = setUp();
    await Promise.all([queue('a', async () => 1), queue('b', async () => 2)]);
    expect(sleeps).toEqual([]);
  });

  test('goes on after a task that fails', async () => {
    const { queue } = setUp();
    const failing = queue('a', () => Promise.reject(new Error('no')));
    const next = queue('a', async () => 'yes');
    await expect(failing).rejects.toThrow('no');
    await expect(next).resolves.toBe('yes');
  });

  test('leaves out, and does not count, what nobody waits for any more', async () => {
    const { queue, sleeps } = setUp();
    await queue('a', async () => 1);
    const given = queue('a', async () => 'asked', AbortSignal.abort(new Error('too late')));
    await expect(given).rejects.toThrow('too late');
    await Promise.all(many(7).map(() => queue('a', async () => 1)));
    expect(sleeps).toEqual(many(7).map(() => SECOND));
  });
});
