import { expect, test } from '@jest/globals';
import { createCandidacies } from '../../src/wiring/candidacies.ts';
import type { Part } from '../../src/wiring/ties.ts';
import { createTestLogger } from '../support/store-fixtures.ts';

/** Leases that others hold until `free`; each is given once. */
const open = () => {
  const given: Part[] = [];
  let isFree = false;
  const candidacies = createCandidacies({
    roles: new Set(['decide', 'poll']),
    leaseOf: (part) => ({
      attempt: async () => {
        if (!isFree || given.includes(part)) return undefined;
        given.push(part);
        return { isFresh: () => true, release: async () => undefined };
      },
    }),
    logger: createTestLogger(),
  });
  return {
    ...candidacies,
    free: () => {
      isFree = true;
    },
  };
};

/** Rejects the first time. */
const failingOnce = (begun: string[], name: string) => {
  let calls = 0;
  return async (): Promise<void> => {
    calls++;
    if (calls === 1) throw new Error('the store is away');
    begun.push(name);
  };
};

test('what another has begins here when that one has ended', async () => {
  const { add, tick, holds, free } = open();
  const begun: string[] = [];
  await add('decide', { start: () => void begun.push('decide') });
  expect(holds('decide')).toBe(false);
  free();
  await tick();
  await tick();
  expect(begun).toEqual(['decide']);
  expect(holds('decide')).toBe(true);
});

test.each(['catchUp', 'start'] as const)('a part whose %s fails begins at a later try', async (step) => {
  const { add, tick, holds, free } = open();
  const begun: string[] = [];
  const steps = { catchUp: async () => undefined, start: async () => undefined };
  await add('decide', { ...steps, [step]: failingOnce(begun, step) });
  free();
  await tick();
  await tick();
  expect(begun).toEqual([step]);
  expect(holds('decide')).toBe(true);
});

test('a part that cannot begin holds up no other', async () => {
  const { add, tick, free } = open();
  const begun: string[] = [];
  await add('decide', { start: () => Promise.reject(new Error('the store is away')) });
  await add('poll', { start: () => void begun.push('poll') });
  free();
  await tick();
  expect(begun).toEqual(['poll']);
});

test('a part that takes long to begin is begun once', async () => {
  const { add, tick, free } = open();
  let begun = 0;
  let end = (): void => undefined;
  const slow = new Promise<void>((resolve) => {
    end = resolve;
  });
  await add('decide', { catchUp: () => slow, start: () => void begun++ });
  free();
  const ticks = [tick(), tick()];
  end();
  await Promise.all(ticks);
  expect(begun).toBe(1);
});
