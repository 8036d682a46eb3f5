import { setTimeout as wait } from 'node:timers/promises';
import type { Millis } from '../../domain/instant.ts';
import type { QueueServer } from './open-queue-server.ts';

const LOOK_AGAIN: Millis = 250;

/** Resolves when nobody has had a turn of that name for `gap`, and it is ours. Rejects when stopped. */
export const createTakeTurn =
  ({ redis }: QueueServer, name: string) =>
  async (gap: Millis, signal: AbortSignal): Promise<void> => {
    while ((await redis.set(`curbwatch:turn:${name}`, '1', 'PX', gap, 'NX')) === null)
      await wait(LOOK_AGAIN, undefined, { signal });
  };
