import type { Redis } from 'ioredis';
import { openQueueServer } from '../../src/storage/queue/open-queue-server.ts';
import { createTestLogger } from './store-fixtures.ts';

const readKey = async (redis: Redis, key: string): Promise<unknown> => {
  const type = await redis.type(key);
  if (type === 'string') return redis.get(key);
  if (type === 'hash') return redis.hgetall(key);
  if (type === 'list') return redis.lrange(key, 0, -1);
  if (type === 'set') return redis.smembers(key);
  if (type === 'zset') return redis.zrange(key, '0', '-1');
  if (type === 'stream') return redis.xrange(key, '-', '+');
  // It ended while we looked.
  if (type === 'none') return undefined;
  throw new Error(`${key} is a ${type}, which this does not read`);
};

/** The keys of a Redis that hold an id, in themselves or in what stands there; digits of a longer number are none. */
export const findInRedis = async (url: string, id: string): Promise<readonly string[]> => {
  const server = await openQueueServer(url, createTestLogger());
  try {
    const holding = new RegExp(`(?<!\\d)${id}(?!\\d)`);
    const found: string[] = [];
    for (const key of await server.redis.keys('*'))
      if (holding.test(`${key} ${JSON.stringify(await readKey(server.redis, key))}`)) found.push(key);
    return found;
  } finally {
    await server.close();
  }
};
