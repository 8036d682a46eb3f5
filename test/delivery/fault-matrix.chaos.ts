import { afterEach, describe, expect, test } from '@jest/globals';
import { destinationKey } from '../../src/domain/destination.ts';
import { type FaultStage, openFaultStage } from './support/fault-stage.ts';
import { type End, FAULT_MATRIX, type FaultCase } from './support/faults.ts';

const DEAD_ENDS = ['refused', 'unknown-host', 'tls-garbage'] as const;

const endOf = ({ disk, victim, count }: FaultStage): End | 'lost' => {
  const [deferred] = [...disk.deferred.values()];
  if (deferred !== undefined) return deferred.status === 'parked' ? 'parked' : 'set aside';
  if (count(victim) > 0) return 'sent';
  const state = disk.subscriptions.get(destinationKey(victim))?.state;
  if (state === 'gone' || state === 'forbidden') return state;
  return disk.broadcasts.size > 0 ? 'stopped' : 'lost';
};

describe('fault matrix', () => {
  let stage: FaultStage;
  afterEach(() => stage.close());

  const meet = async ({ platform, trouble, times = 1, isReply = false }: FaultCase): Promise<void> => {
    stage = await openFaultStage(platform, {
      chats: 6,
      speed: 200,
      perSecond: 1000,
      isReply,
      ...(trouble === 'late-answer' && { deadlineMs: 1200 }),
    });
    const deadEnd = DEAD_ENDS.find((one) => one === trouble);
    if (deadEnd !== undefined) stage.leadTo(deadEnd, times);
    else if (!DEAD_ENDS.some((one) => one === trouble))
      stage.proxy.next(trouble as Exclude<typeof trouble, (typeof DEAD_ENDS)[number]>, times);
    await stage.deliver();
  };

  test.each(FAULT_MATRIX)(
    '$platform: $fault is $outcome and ends $end',
    async (fault) => {
      await meet(fault);
      expect(stage.outcomes[0]?.kind).toBe(fault.outcome);
      expect(endOf(stage)).toBe(fault.end);
      expect(stage.count(stage.victim)).toBe(fault.end === 'sent' ? (fault.twice === true ? 2 : 1) : 0);
      // Where the token is refused nobody gets anything, and everything is still owed.
      const others = stage.others.map(stage.count);
      if (fault.end !== 'stopped') expect(others).toEqual(others.map(() => 1));
    },
    15_000,
  );
});
