import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { type Job, startSchedule } from '../src/schedule.ts';
import { createKeptLogger } from './support/discord-stage.ts';

const EVERY_SECOND = '* * * * * *';

/** The jobs by a clock that the test moves. */
const stage = (...jobs: readonly (Omit<Job, 'cron'> & Partial<Job>)[]) => {
  const logger = createKeptLogger();
  const schedule = startSchedule(
    jobs.map((job) => ({ cron: EVERY_SECOND, ...job })),
    logger,
  );
  return { logger, schedule, seconds: (count: number) => jest.advanceTimersByTimeAsync(count * 1000) };
};

beforeEach(() => {
  jest.useFakeTimers();
});
afterEach(() => {
  jest.restoreAllMocks();
  jest.useRealTimers();
});

describe('the schedule', () => {
  test('runs a job by the clock until it is stopped', async () => {
    let runs = 0;
    const { schedule, seconds } = stage({
      name: 'count',
      run: () => {
        runs += 1;
      },
    });
    await seconds(3);
    expect(runs).toBe(3);
    await schedule.stop();
    await seconds(3);
    expect(runs).toBe(3);
  });

  test('logs the fault of a job and runs it again', async () => {
    let runs = 0;
    const { logger, schedule, seconds } = stage({
      name: 'fail',
      run: () => {
        runs += 1;
        throw new Error('no luck');
      },
    });
    await seconds(2);
    await schedule.stop();
    expect(runs).toBe(2);
    const failed = {
      level: 'error',
      event: 'job.failed',
      fields: { job: 'fail', error: new Error('no luck') },
    };
    expect(logger.lines.filter(({ level }) => level !== 'debug')).toEqual([failed, failed]);
  });

  test('begins no second run beside the first, and says so to the log alone', async () => {
    const printed = [
      jest.spyOn(console, 'warn').mockReturnValue(),
      jest.spyOn(console, 'error').mockReturnValue(),
    ];
    let runs = 0;
    let end = (): void => undefined;
    const { logger, schedule, seconds } = stage({
      name: 'long',
      run: () => {
        runs += 1;
        return new Promise<void>((resolve) => {
          end = resolve;
        });
      },
    });
    await seconds(3);
    expect(runs).toBe(1);
    end();
    await seconds(1);
    expect(runs).toBe(2);
    end();
    await schedule.stop();
    expect(printed.flatMap(({ mock }) => mock.calls)).toEqual([]);
    const note = expect.objectContaining({ level: 'debug', event: 'job.note' });
    expect(logger.lines).toEqual([note, note]);
  });

  test('lets the next run begin where one takes over 30 s', async () => {
    let runs = 0;
    const { logger, schedule, seconds } = stage({
      name: 'stuck',
      run: () => {
        runs += 1;
        return new Promise<void>(() => undefined);
      },
    });
    await seconds(33);
    await schedule.stop();
    expect(runs).toBe(2);
    expect(logger.lines).toContainEqual({
      level: 'warn',
      event: 'job.overran',
      fields: { job: 'stuck', afterMs: 30_000 },
    });
  });

  test('runs a tick that comes late, once, where it would wait an hour for the next', async () => {
    jest.setSystemTime(Date.UTC(2024, 5, 1, 11, 59, 50));
    let runs = 0;
    const { schedule, seconds } = stage({
      name: 'hourly',
      cron: '0 0 * * * *',
      run: () => {
        runs += 1;
      },
    });
    // The machine was asleep, or the processor taken.
    jest.setSystemTime(Date.UTC(2024, 5, 1, 14, 30));
    await seconds(20);
    await schedule.stop();
    expect(runs).toBe(1);
  });
});
