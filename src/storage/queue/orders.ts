import { setTimeout as sleep } from 'node:timers/promises';
import { Job, type Queue } from 'bullmq';
import { type Millis, SECOND } from '../../domain/instant.ts';
import type { QueueServer } from './open-queue-server.ts';

/** What is asked of the process that decides, and its answer. */
export type Answered = { readonly ok: unknown } | { readonly fault: string };

/** Asks another process to do something, and waits for what it says. */
export interface Orders<T> {
  /** Rejects where nobody has answered in time: then it may still be done. */
  ask(order: T): Promise<unknown>;
}

const LONGEST: Millis = 20 * SECOND;
const LOOK_AGAIN: Millis = 50;
const KEEP_ANSWERS_S = 60;

export const createOrders = <T>(
  server: QueueServer,
  name: string,
  onAsked: () => Promise<void>,
): Orders<T> => {
  // BullMQ derives the jobs' names from their data's type, which is not known here.
  const queue: Queue = server.queue<T>(name);
  return {
    async ask(order) {
      const options = { removeOnComplete: { age: KEEP_ANSWERS_S }, removeOnFail: true };
      const { id = '' } = await queue.add('order', order, options);
      await onAsked();
      for (let waited = 0; waited < LONGEST; waited += LOOK_AGAIN) {
        const job = await Job.fromId(queue, id);
        if (job?.finishedOn !== undefined) {
          const answer: Answered = job.returnvalue;
          if ('fault' in answer) throw new Error(answer.fault);
          return answer.ok;
        }
        await sleep(LOOK_AGAIN);
      }
      await queue.remove(id);
      throw new Error('no process with the role decide has answered: see that one runs, then say it again');
    },
  };
};
