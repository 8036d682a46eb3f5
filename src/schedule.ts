import cron, { type Logger as CronLogger, type ScheduledTask } from 'node-cron';
import { type Millis, SECOND } from './domain/instant.ts';
import type { Logger } from './domain/ports.ts';

/** One thing that is done by the clock. State tells what is due, so a missed tick is caught up by the next. */
export interface Job {
  readonly name: string;
  /** Six cron fields, in UTC. */
  readonly cron: string;
  readonly run: () => Promise<void> | void;
}

/** Longest that a tick may hold up the next of its job: what it has begun goes on, and state tells the next what is due. */
const DEADLINE: Millis = 30 * SECOND;

const inTime = async ({ name, run }: Job, logger: Logger): Promise<void> => {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<void>((resolve) => {
    timer = setTimeout(() => {
      logger.warn('job.overran', { job: name, afterMs: DEADLINE });
      resolve();
    }, DEADLINE);
    timer.unref();
  });
  try {
    await Promise.race([run(), late]);
  } finally {
    clearTimeout(timer);
  }
};

/** node-cron would write past our log. Its faults and misses reach us as events: what it says of them is for debugging. */
const quietly = (job: string, logger: Logger): CronLogger => {
  const note = (said: string | Error): void => logger.debug('job.note', { job, said: String(said) });
  return { debug: note, info: note, warn: note, error: note };
};

const describe = (context: { readonly execution?: { readonly error?: Error } | undefined }): unknown =>
  context.execution?.error;

const start = (job: Job, logger: Logger): ScheduledTask => {
  const { name, cron: expression } = job;
  const task = cron.schedule(expression, () => inTime(job, logger), {
    name,
    timezone: 'UTC',
    noOverlap: true,
    // A busy machine comes late: node-cron would leave out a tick that is a second late, and an hourly job for an hour.
    missedExecutionTolerance: Number.POSITIVE_INFINITY,
    logger: quietly(name, logger),
  });
  task.on('execution:failed', (context) =>
    logger.error('job.failed', { job: name, error: describe(context) }),
  );
  task.on('execution:missed', () => logger.debug('job.missed', { job: name }));
  return task;
};

/** Starts the jobs; `stop` ends the ticks, not what a tick has begun. */
export const startSchedule = (jobs: readonly Job[], logger: Logger): { stop(): Promise<void> } => {
  const tasks = jobs.map((job) => start(job, logger));
  return {
    async stop() {
      for (const task of tasks) await task.destroy();
    },
  };
};
