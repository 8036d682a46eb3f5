import { afterEach, describe, expect, test } from '@jest/globals';
import { destinationKey } from '../../src/domain/destination.ts';
import { MINUTE, SECOND } from '../../src/domain/instant.ts';
import { createReport } from '../support/chaos-report.ts';
import { type DeadEnd, type FaultPlatform, type FaultStage, openFaultStage } from './support/fault-stage.ts';
import { type End, FAULT_MATRIX, type FaultCase, migratedTo } from './support/faults.ts';

const DEAD_ENDS: readonly string[] = ['refused', 'unknown-host', 'tls-garbage'] satisfies readonly DeadEnd[];
const isDeadEnd = (trouble: FaultCase['trouble']): trouble is DeadEnd => DEAD_ENDS.includes(String(trouble));

const endOf = ({ disk, victim, newHome, count }: FaultStage): End | 'lost' => {
  const [deferred] = [...disk.deferred.values()];
  if (deferred !== undefined) return deferred.status === 'parked' ? 'parked' : 'set aside';
  if (count(victim) > 0) return 'sent';
  if (newHome !== undefined && count(newHome) > 0) return 'moved';
  const state = disk.subscriptions.get(destinationKey(victim))?.state;
  if (state === 'gone' || state === 'forbidden') return state;
  return disk.broadcasts.size > 0 ? 'stopped' : 'lost';
};

const inflict = ({ leadTo, proxy, newHome }: FaultStage, { trouble, times = 1 }: FaultCase): void => {
  if (isDeadEnd(trouble)) leadTo(trouble, times);
  else if (trouble === 'migrated') proxy.next(migratedTo(newHome?.chat ?? ''), times);
  else proxy.next(trouble, times);
};

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

let stage: FaultStage;

describe('fault matrix', () => {
  afterEach(() => stage.close());

  const holds = (fault: FaultCase): void => {
    expect(stage.outcomes[0]?.kind).toBe(fault.outcome);
    expect(endOf(stage)).toBe(fault.end);
    expect(stage.count(stage.victim)).toBe(fault.end === 'sent' ? (fault.twice === true ? 2 : 1) : 0);
    // Where the token is refused nobody gets anything, and everything is still owed.
    const others = stage.others.map(stage.count);
    if (fault.end !== 'stopped') expect(others).toEqual(others.map(() => 1));
  };

  test.each(FAULT_MATRIX)(
    '$platform: $fault is $outcome and ends $end',
    async (fault) => {
      const { platform, trouble, isReply = false } = fault;
      const isLate = trouble === 'late-answer';
      const options = { chats: 6, speed: 200, perSecond: 1000, isReply };
      stage = await openFaultStage(platform, isLate ? { ...options, deadlineMs: 1200 } : options);
      inflict(stage, fault);
      await stage.deliver();
      holds(fault);
    },
    15_000,
  );

  test.each<readonly [FaultPlatform, number]>([
    ['telegram', 20 * SECOND],
    ['discord', 10 * SECOND],
  ])(
    '%s: an answer after 60 s is not waited for',
    async (platform, deadlineMs) => {
      stage = await openFaultStage(platform, {
        ...{ chats: 6, speed: 1, perSecond: 1000, lateMs: MINUTE, deadlineMs },
      });
      const fault = FAULT_MATRIX.find((one) => one.trouble === 'late-answer' && one.platform === platform);
      if (fault === undefined) throw new Error('no such fault');
      inflict(stage, fault);
      await stage.deliver();
      holds(fault);
    },
    90_000,
  );
});

/** A machine that stalls is no delay of ours: what holds in one of so many tries is shown. */
const TRIES = 4;

describe('the other chats, while one meets trouble', () => {
  const report = createReport('fault-matrix');

  /** The median delay of the others, in milliseconds. */
  const delayOf = async (platform: FaultPlatform, fault?: FaultCase): Promise<number> => {
    const slow = fault?.trouble === 'late-answer' ? { deadlineMs: 1200 } : {};
    const isReply = fault?.isReply ?? false;
    stage = await openFaultStage(platform, { chats: 40, speed: 10, perSecond: 100, isReply, ...slow });
    if (fault !== undefined) inflict(stage, fault);
    await stage.untilOthers();
    const delay = median(stage.delays);
    await stage.close();
    return delay;
  };

  // Where the token is refused nobody gets anything.
  test.each(FAULT_MATRIX.filter(({ end }) => end !== 'stopped'))(
    '$platform: $fault leaves their median delay as it is, within 10 %',
    async (fault) => {
      let ratio = Number.POSITIVE_INFINITY;
      for (let tries = 0; tries < TRIES && ratio > 1.1; tries++) {
        const usual = await delayOf(fault.platform);
        ratio = (await delayOf(fault.platform, fault)) / usual;
      }
      report('others', { platform: fault.platform, fault: fault.fault, ratio });
      expect(ratio).toBeLessThanOrEqual(1.1);
    },
    60_000,
  );
});
