import { describe, expect, test } from '@jest/globals';
import type { StoreError } from '../../src/domain/errors.ts';
import { MINUTE } from '../../src/domain/instant.ts';
import { createLease, type LeaseParts } from '../../src/storage/lease.ts';
import { openMemory } from '../../src/storage/open-memory.ts';
import type { ProcessIdentity } from '../../src/storage/process-identity.ts';
import type { Rows } from '../../src/storage/rows.ts';
import { createTestClock } from '../support/store-fixtures.ts';

/** Two or more processes on one store and one clock; a process dies when its mark is taken from `living`. */
const createScene = async () => {
  const clock = createTestClock();
  const rows = await openMemory(clock).rows('lease', { expiring: false });
  const living = new Map<number, string>();
  const turns = new Map<number, () => Promise<void>>();
  const lost: string[] = [];

  const identity = (pid: number, host: string): ProcessIdentity => {
    living.set(pid, `started ${pid}`);
    return { host, space: 'boot 1', pid, mark: `started ${pid}`, markOf: (other) => living.get(other) };
  };
  const lease = (pid: number, { host = 'here', ...other }: { host?: string } & Partial<LeaseParts> = {}) =>
    createLease({
      rows,
      where: 'test://',
      clock,
      self: identity(pid, host),
      onLost: (error: StoreError) => lost.push(error.message),
      sleep: clock.sleep,
      every: (_, work) => {
        turns.set(pid, work);
        return () => turns.delete(pid);
      },
      ...other,
    });
  const renew = async (pid: number): Promise<void> => {
    await turns.get(pid)?.();
  };
  return { clock, rows, living, turns, lost, lease, renew };
};

/** The rows, but failing while `broken.now` is true. */
const breakable = (rows: Rows, broken: { now: boolean }): Rows => ({
  ...rows,
  swap: async (...words) => {
    if (broken.now) throw new Error('disk on fire');
    return rows.swap(...words);
  },
});

describe('the lease', () => {
  test('is given at once where nobody holds it', async () => {
    const { lease, clock } = await createScene();
    await lease(1).acquire(10_000);
    expect(clock.monotonic()).toBe(0);
  });

  test('is refused with host, pid and age while its holder renews it', async () => {
    const { lease, clock, renew } = await createScene();
    await lease(1).acquire(0);
    clock.pass(90_000);
    await renew(1);
    const sleep = async (ms: number): Promise<void> => {
      await clock.sleep(ms);
      await renew(1);
    };
    const from = clock.monotonic();
    await expect(lease(2, { sleep }).acquire(10_000)).rejects.toMatchObject({
      name: 'StoreError',
      message: expect.stringMatching(/host here, pid 1, since 100 s, last seen \d s ago\. Stop it first/),
    });
    expect(clock.monotonic() - from).toBe(10_000);
  });

  test('is taken over when its holder gives it back meanwhile', async () => {
    const { lease, clock } = await createScene();
    const release = await lease(1).acquire(0);
    const sleep = async (ms: number): Promise<void> => {
      await clock.sleep(ms);
      if (clock.monotonic() >= 1000) await release();
    };
    await lease(2, { sleep }).acquire(10_000);
    expect(clock.monotonic()).toBe(1000);
  });

  test('is taken over at once from a dead process of this machine', async () => {
    const { lease, clock, living } = await createScene();
    await lease(1).acquire(0);
    living.delete(1);
    await lease(2).acquire(0);
    expect(clock.monotonic()).toBe(0);
  });

  test('is taken over at once when another process now has the number', async () => {
    const { lease, living } = await createScene();
    await lease(1).acquire(0);
    living.set(1, 'started later');
    await expect(lease(2).acquire(0)).resolves.toBeInstanceOf(Function);
  });

  test('is taken over at once when it is old, though its process seems alive', async () => {
    const { lease, clock } = await createScene();
    await lease(1).acquire(0);
    clock.pass(8001);
    await expect(lease(2).acquire(0)).resolves.toBeInstanceOf(Function);
  });

  test('of another machine is watched for 8 s before it is taken over', async () => {
    const { lease, clock } = await createScene();
    await lease(1, { host: 'there' }).acquire(0);
    await lease(2).acquire(10_000);
    expect(clock.monotonic()).toBe(8000);
  });

  test('of another machine is taken over at once when it is older than clocks can differ', async () => {
    const { lease, clock } = await createScene();
    await lease(1, { host: 'there' }).acquire(0);
    clock.pass(2 * MINUTE);
    await expect(lease(2).acquire(0)).resolves.toBeInstanceOf(Function);
  });

  test('dated in the future, by a clock that was set back, is over after 8 s too', async () => {
    const { lease, clock } = await createScene();
    await lease(1, { clock: { ...clock, now: () => clock.now() + 60 * MINUTE } }).acquire(0);
    await lease(2).acquire(10_000);
    expect(clock.monotonic()).toBe(8000);
  });

  test('goes to one only of two that want it at once', async () => {
    const { lease } = await createScene();
    const results = await Promise.allSettled([lease(1).acquire(0), lease(2).acquire(0)]);
    expect(results.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
  });

  test('tells its holder once that another process has taken it', async () => {
    const { lease, clock, lost, turns, renew } = await createScene();
    await lease(1).acquire(0);
    clock.pass(9000);
    await lease(2).acquire(0);
    const turn = turns.get(1);
    await renew(1);
    await turn?.();
    expect(lost).toEqual([expect.stringMatching(/another Curbwatch writes here: host here, pid 2/)]);
  });

  test('is not taken from its new holder when the old one gives it back late', async () => {
    const { lease, clock } = await createScene();
    const release = await lease(1).acquire(0);
    clock.pass(9000);
    await lease(2).acquire(0);
    await release();
    await expect(lease(3).acquire(0)).rejects.toThrow(/pid 2/);
  });

  test('survives a store that fails for less than 8 s', async () => {
    const { lease, clock, rows, lost, renew } = await createScene();
    const broken = { now: false };
    await lease(1, { rows: breakable(rows, broken) }).acquire(0);
    broken.now = true;
    clock.pass(7000);
    await renew(1);
    broken.now = false;
    clock.pass(500);
    await renew(1);
    clock.pass(7900);
    await renew(1);
    expect(lost).toEqual([]);
  });

  test('is lost when the store fails for 8 s', async () => {
    const { lease, clock, rows, lost, renew } = await createScene();
    const broken = { now: false };
    await lease(1, { rows: breakable(rows, broken) }).acquire(0);
    broken.now = true;
    clock.pass(8000);
    await renew(1);
    expect(lost).toEqual([expect.stringMatching(/^test:\/\/: cannot renew the lease: disk on fire/)]);
  });

  test('knows its own record again when the answer to a renewal was lost', async () => {
    const { lease, clock, rows, lost, renew } = await createScene();
    const failures = [new Error('no answer')];
    const swap: Rows['swap'] = async (key, expected, next) => {
      const done = await rows.swap(key, expected, next);
      const failure = expected === undefined ? undefined : failures.pop();
      if (failure !== undefined) throw failure;
      return done;
    };
    const release = await lease(1, { rows: { ...rows, swap } }).acquire(0);
    await renew(1);
    clock.pass(2000);
    await renew(1);
    await release();
    expect(lost).toEqual([]);
    await expect(lease(2).acquire(0)).resolves.toBeInstanceOf(Function);
  });

  test('of a newer Curbwatch is not touched', async () => {
    const { lease, rows } = await createScene();
    await rows.swap('writer', undefined, JSON.stringify({ v: 2 }));
    await expect(lease(1).acquire(0)).rejects.toThrow(/lease has version 2, this Curbwatch knows 1/);
  });
});
