import type { Job } from 'bullmq';
import { type Instant, type Millis, SECOND } from '../../domain/instant.ts';
import type { QueueServer } from './open-queue-server.ts';

/** A job that we have in hand: nobody else gets it while we hold the queue. */
export interface InHand<T> {
  readonly id: string;
  readonly data: T;
  /** Somebody had it in hand before, and may have done a part of it. */
  readonly again: boolean;
}

/**
 * A queue taken by one process at a time, the holder of its lease. BullMQ keeps its jobs; who may take them the lease says,
 * so that a successor goes on at once with what its predecessor had in hand.
 */
export interface HeldQueue<T> {
  /** What a predecessor had in hand; later: what we were given and never heard of, because the connection broke. */
  takeOver(): Promise<readonly InHand<T>[]>;
  /** The next one that is due; undefined where there is none. */
  take(): Promise<InHand<T> | undefined>;
  /** It is done, with this answer; nothing where it is not in hand. */
  done(id: string, answer?: unknown): Promise<void>;
  /** Puts it back, for whoever holds the queue at that moment. */
  putBack(id: string, notBefore?: Instant): Promise<void>;
  /** The first of those that wait by priority, left where it is. */
  peek(): Promise<T | undefined>;
  inHand(): readonly T[];
  close(): Promise<void>;
}

/** How often a holder asks what it was given and never heard of. */
export const LOOK_FOR_LOST: Millis = 10 * SECOND;

/** The same for every holder, so that each can end what another began. */
export const HOLDER = 'holder';

/** BullMQ's codes for a job that is not there, or not in hand. */
export const isGone = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && (error.code === -1 || error.code === -3);

export const openHeldQueue = <T>(server: QueueServer, name: string): HeldQueue<T> => {
  const queue = server.queue<T>(name);
  const taker = server.taker<T>(name);
  const jobs = new Map<string, Job<T>>();
  /** Active jobs that were not ours when we last looked. */
  let seenBefore: ReadonlySet<string> | undefined;

  const hold = (job: Job<T>, again: boolean): readonly InHand<T>[] => {
    const { id } = job;
    if (id === undefined || jobs.has(id)) return [];
    jobs.set(id, job);
    return [{ id, data: job.data, again }];
  };

  return {
    async takeOver() {
      const active = (await queue.getActive()).filter((job) => job?.id !== undefined && !jobs.has(job.id));
      const unknown = new Set(active.map(({ id = '' }) => id));
      // One that was just taken or done looks so for a moment.
      const sure = active.filter(({ id = '' }) => seenBefore === undefined || seenBefore.has(id));
      seenBefore = unknown;
      return sure.flatMap((job) => hold(job, true));
    },
    async take() {
      const job: Job<T> | undefined = await taker.getNextJob(HOLDER, { block: false });
      return job === undefined ? undefined : hold(job, job.attemptsStarted > 1)[0];
    },
    async done(id, answer) {
      const job = jobs.get(id);
      if (job === undefined) return;
      try {
        await job.moveToCompleted(answer ?? null, HOLDER, false);
      } catch (error) {
        // It was done before, and the answer was lost.
        if (!isGone(error)) throw error;
      }
      jobs.delete(id);
    },
    async putBack(id, notBefore) {
      const job = jobs.get(id);
      if (job === undefined) return;
      // Where that fails it is no longer known here, and looks like one of which we never heard.
      jobs.delete(id);
      await (notBefore === undefined ? job.moveToWait(HOLDER) : job.moveToDelayed(notBefore, HOLDER));
    },
    peek: async () => (await queue.getPrioritized(0, 0))[0]?.data,
    inHand: () => [...jobs.values()].map(({ data }) => data),
    close: async () => {
      await Promise.all([taker.close(true), queue.close()]);
    },
  };
};
