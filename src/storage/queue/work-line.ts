import type { Millis } from '../../domain/instant.ts';
import { MINUTE, SECOND } from '../../domain/instant.ts';
import type { Clock, Logger } from '../../domain/ports.ts';
import { type HeldQueue, type InHand, LOOK_FOR_LOST } from './held-queue.ts';

export interface WorkLineParts<T> {
  readonly queue: HeldQueue<T>;
  /** Does one; what it resolves to is its answer. Where it rejects, it is done again later, and later still. */
  readonly handle: (data: T, again: boolean) => Promise<unknown>;
  /** So many under way at once. */
  readonly atOnce: number;
  readonly clock: Clock;
  readonly logger: Logger;
}

/** Works off a queue that is ours. */
export interface WorkLine {
  /** Goes on with what a predecessor had in hand, then with what waits. */
  start(): Promise<void>;
  /** Something may be due. */
  wake(): void;
  /** Takes nothing more; resolves when nothing is under way. */
  stop(): Promise<void>;
}

const LONGEST_PAUSE: Millis = 5 * MINUTE;

export const createWorkLine = <T>({ queue, handle, atOnce, clock, logger }: WorkLineParts<T>): WorkLine => {
  const underway = new Set<Promise<void>>();
  const failures = new Map<string, number>();
  let state: 'idle' | 'open' | 'stopped' = 'idle';
  let pulling: Promise<void> = Promise.resolve();
  let lookedAt = clock.monotonic();

  const work = async ({ id, data, again }: InHand<T>): Promise<void> => {
    try {
      const answer = await handle(data, again);
      failures.delete(id);
      await queue.done(id, answer);
    } catch (error) {
      const failed = (failures.get(id) ?? 0) + 1;
      failures.set(id, failed);
      logger.error('work.failed', { error, failed });
      await queue.putBack(id, clock.now() + Math.min(LONGEST_PAUSE, SECOND * 2 ** failed));
    }
  };

  const begin = (job: InHand<T>): void => {
    const mine = work(job)
      // Neither done nor put back: it is found again as what was lost is.
      .catch((error: unknown) => logger.error('work.stuck', { error }))
      .finally(() => {
        underway.delete(mine);
        wake();
      });
    underway.add(mine);
  };

  const lookForLost = async (): Promise<void> => {
    if (clock.monotonic() - lookedAt < LOOK_FOR_LOST) return;
    lookedAt = clock.monotonic();
    for (const job of await queue.takeOver()) begin(job);
  };

  const pull = async (): Promise<void> => {
    if (state === 'open') await lookForLost();
    while (state === 'open' && underway.size < atOnce) {
      const job = await queue.take();
      if (job === undefined) return;
      begin(job);
    }
  };

  const wake = (): void => {
    if (state !== 'open') return;
    pulling = pulling.then(pull).catch((error: unknown) => logger.error('work.untaken', { error }));
  };

  return {
    async start() {
      for (const job of await queue.takeOver()) begin(job);
      state = 'open';
      wake();
    },
    wake,
    async stop() {
      state = 'stopped';
      await pulling;
      await Promise.all(underway);
    },
  };
};
