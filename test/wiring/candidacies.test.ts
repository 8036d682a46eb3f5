import { describe, expect, test } from '@jest/globals';
import { ROLES, type Role } from '../../src/config/roles.ts';
import { SECOND } from '../../src/domain/instant.ts';
import type { HeldLease } from '../../src/domain/ports.ts';
import { createLease } from '../../src/storage/lease.ts';
import { openMemory } from '../../src/storage/open-memory.ts';
import { createCandidacies } from '../../src/wiring/candidacies.ts';
import type { Part } from '../../src/wiring/ties.ts';
import { createTestClock, createTestLogger } from '../support/store-fixtures.ts';

/** A lease for each part: given to whoever asks first, until it is given back. */
const createLeases = () => {
  const taken = new Set<Part>();
  let asked = 0;
  const leaseOf = (part: Part) => ({
    attempt: async (): Promise<HeldLease | undefined> => {
      asked++;
      if (taken.has(part)) return undefined;
      taken.add(part);
      return {
        release: async () => void taken.delete(part),
        isFresh: () => taken.has(part),
        isOver: () => !taken.has(part),
      };
    },
  });
  return { taken, leaseOf, asked: () => asked };
};

const open = (leases = createLeases(), roles: ReadonlySet<Role> = new Set(ROLES)) =>
  createCandidacies({ roles, leaseOf: leases.leaseOf, logger: createTestLogger() });

describe('a part of the work', () => {
  test('begins at once where nobody has it', async () => {
    const candidacies = open();
    const begun: string[] = [];
    await candidacies.add('poll', {
      catchUp: async () => void begun.push('caught up'),
      start: () => void begun.push('started'),
    });
    expect(begun).toEqual(['caught up', 'started']);
    expect(candidacies.holds('poll')).toBe(true);
  });

  test('is not begun by a process that is not named for it', async () => {
    const candidacies = open(createLeases(), new Set(['deliver']));
    let begun = 0;
    await candidacies.add('poll', { start: () => void begun++ });
    await candidacies.tick();
    expect([begun, candidacies.holds('poll')]).toEqual([0, false]);
  });

  test('begins when its holder has ended, and once', async () => {
    const leases = createLeases();
    leases.taken.add('decide');
    const candidacies = open(leases);
    let begun = 0;
    await candidacies.add('decide', { start: () => void begun++ });
    await candidacies.tick();
    expect(begun).toBe(0);
    leases.taken.delete('decide');
    await candidacies.tick();
    await candidacies.tick();
    expect([begun, candidacies.holds('decide')]).toEqual([1, true]);
  });

  test.each(['catchUp', 'start'] as const)(
    'that could not begin because its %s failed is begun again by who has it',
    async (failing) => {
      const leases = createLeases();
      leases.taken.add('decide');
      const candidacies = open(leases);
      const calls = { catchUp: 0, start: 0 };
      const call = (name: 'catchUp' | 'start') => async (): Promise<void> => {
        calls[name]++;
        if (name === failing && calls[name] === 1) throw new Error('the store is away');
      };
      await candidacies.add('decide', { catchUp: call('catchUp'), start: call('start') });
      leases.taken.delete('decide');
      for (let second = 0; second < 3; second++) await candidacies.tick();
      // What was read once is kept exact by what is heard since; reading it again could bring back what is old.
      expect(calls).toEqual(failing === 'start' ? { catchUp: 1, start: 2 } : { catchUp: 2, start: 1 });
      expect(candidacies.holds('decide')).toBe(true);
      expect(leases.asked()).toBe(2);
    },
  );

  test('that takes long to begin is begun once', async () => {
    const leases = createLeases();
    leases.taken.add('decide');
    const candidacies = open(leases);
    let begun = 0;
    let end = (): void => undefined;
    const slow = new Promise<void>((resolve) => {
      end = resolve;
    });
    await candidacies.add('decide', { catchUp: () => slow, start: () => void begun++ });
    leases.taken.delete('decide');
    const ticks = [candidacies.tick(), candidacies.tick()];
    end();
    await Promise.all(ticks);
    expect(begun).toBe(1);
  });

  test('that cannot begin holds up no other', async () => {
    const leases = createLeases();
    leases.taken.add('decide');
    leases.taken.add('poll');
    const candidacies = open(leases);
    const fail = async (): Promise<void> => {
      throw new Error('the store is away');
    };
    await candidacies.add('decide', { start: fail });
    let polls = 0;
    await candidacies.add('poll', { start: () => void polls++ });
    leases.taken.clear();
    await candidacies.tick();
    expect(polls).toBe(1);
  });
});

describe('a part whose holder dies without a word', () => {
  const everyTurn = new Map<string, () => Promise<void>>();

  /** Stands for a part by the store's own leases, as a process of this name on a machine of its own. */
  const openProcess = (
    name: string,
    rows: Awaited<ReturnType<ReturnType<typeof openMemory>['rows']>>,
    clock: ReturnType<typeof createTestClock>,
  ) => {
    const self = { host: name, space: name, pid: 1, mark: name, markOf: () => name };
    const leaseOf = (key: Part) =>
      createLease({
        ...{ rows, where: 'test://', clock, self, key, sleep: clock.sleep, onLost: () => undefined },
        every: (_, work) => {
          everyTurn.set(name, work);
          return () => everyTurn.delete(name);
        },
      });
    return createCandidacies({ roles: new Set(ROLES), leaseOf, logger: createTestLogger() });
  };

  test.each(['decide', 'poll', 'telegram', 'discord'] as const)(
    '%s is begun by another within 10 s, though nobody can ask whether that one lives',
    async (part) => {
      const clock = createTestClock();
      const rows = await openMemory(clock).rows('lease', { expiring: false });
      const [holder, other] = [openProcess('one', rows, clock), openProcess('other', rows, clock)];
      await holder.add(part, { start: () => undefined });
      let begunAt = Number.POSITIVE_INFINITY;
      await other.add(part, {
        start: () => {
          begunAt = clock.monotonic();
        },
      });
      for (let second = 0; second < 20; second++) {
        clock.pass(SECOND);
        // It lives, and renews every other second, until the twentieth.
        if (second % 2 === 0) await everyTurn.get('one')?.();
        await other.tick();
      }
      expect(begunAt).toBe(Number.POSITIVE_INFINITY);
      const diedAt = clock.monotonic();
      for (let second = 0; second < 30; second++) {
        clock.pass(SECOND);
        await everyTurn.get('other')?.();
        await other.tick();
      }
      expect(begunAt - diedAt).toBeLessThanOrEqual(10 * SECOND);
      expect([holder.holds(part), other.holds(part)]).toEqual([false, true]);
    },
  );
});
