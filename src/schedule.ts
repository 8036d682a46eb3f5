import cron, { type ScheduledTask } from 'node-cron';
import type { Logger } from './domain/ports.ts';

/** One thing that is done by the clock. State tells what is due, so a missed tick is caught up by the next. */
export interface Job {
  readonly name: string;
  /** Six cron fields, in UTC. */
  readonly cron: string;
  readonly run: () => Promise<void> | void;
}

const describe = (context: { readonly execution?: { readonly error?: Error } | undefined }): unknown =>
  context.execution?.error;

const start = ({ name, cron: expression, run }: Job, logger: Logger): ScheduledTask => {
  const task = cron.schedule(expression, () => run(), { name, timezone: 'UTC', noOverlap: true });
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
