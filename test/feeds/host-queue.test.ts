import { describe, expect, test } from '@jest/globals';
import { createHostQueue } from '../../src/feeds/host-queue.ts';

const setUp = () => {
  let now = 0;
  const sleeps: number[] = [];
  const queue = createHostQueue({
    clock: { now: () => now, monotonic: () => now },
    pause: 100,
    sleep: async (time) => {
      sleeps.push(time);
      now += time;
    },
  });
  return { queue, sleeps };
};

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
    expect(sleeps).toEqual([100]);
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
});
