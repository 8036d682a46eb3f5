import type { QueueServer } from './open-queue-server.ts';

/** Seen no longer ago than this, a worker counts as live. */
const LIVE_MS = 8000;

/** By the server's own clock: those of the machines may differ. */
const BEAT = `local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)
redis.call('ZADD', KEYS[1], now, ARGV[1])
redis.call('ZREMRANGEBYSCORE', KEYS[1], '-inf', now - tonumber(ARGV[2]))
return redis.call('ZRANGE', KEYS[1], 0, -1)`;

const KEY = 'curbwatch:workers';

/** Which processes do a kind of work at the moment. */
export interface Workers {
  /** Says that we live; resolves to our place among those that do, and to their number. */
  beat(): Promise<{ readonly place: number; readonly count: number }>;
  leave(): Promise<void>;
}

/** How many of `total` numbered parts are the fair share of one of `count` workers. */
export const fairShare = (
  total: number,
  { place, count }: { readonly place: number; readonly count: number },
): number => Math.floor(total / count) + (place < total % count ? 1 : 0);

/** @param key of whoever does this work; those who deliver unless set */
export const createWorkers = ({ redis }: QueueServer, self: string, key = KEY): Workers => ({
  async beat() {
    const found: unknown = await redis.eval(BEAT, 1, key, self, LIVE_MS);
    const live = (Array.isArray(found) ? found.map(String) : [self]).toSorted();
    return { place: live.indexOf(self), count: live.length };
  },
  leave: async () => void (await redis.zrem(key, self)),
});
