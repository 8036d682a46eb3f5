import type { Broadcast } from '../../domain/delivery.ts';
import type { Destination } from '../../domain/destination.ts';
import { groupBy } from '../../domain/group-by.ts';

/**
 * Chats are spread over so many queues. A queue is one process's at a time, so that what is owed to a chat, and its pace,
 * live in one place. No more than so many processes can deliver for one bot; its platform's limit binds long before.
 * To change it the queues must be empty.
 */
export const SHARDS = 16;

const DESTINATIONS_A_JOB = 1000;

/** FNV-1a (http://www.isthe.com/chongo/tech/comp/fnv/): all threads of a chat are in one shard. */
export const shardOf = ({ platform, chat }: Destination): number => {
  let hash = 0x811c9dc5;
  for (const unit of `${platform}~${chat}`) {
    hash ^= unit.codePointAt(0) ?? 0;
    hash = Math.imul(hash, 0x01000193);
  }
  // The last bits of FNV are the weakest.
  return ((hash ^ (hash >>> 16)) >>> 0) % SHARDS;
};

/** A broadcast as its jobs, by shard: each with an id of its own, the same whenever it is split again. */
export const splitByShard = (broadcast: Broadcast): ReadonlyMap<number, readonly Broadcast[]> => {
  const partsOf = (shard: number, to: readonly Destination[]): readonly Broadcast[] =>
    Array.from({ length: Math.ceil(to.length / DESTINATIONS_A_JOB) }, (_, part) => ({
      ...broadcast,
      id: `${broadcast.id}~${shard}.${part}`,
      to: to.slice(part * DESTINATIONS_A_JOB, (part + 1) * DESTINATIONS_A_JOB),
    }));
  return new Map([...groupBy(broadcast.to, shardOf)].map(([shard, to]) => [shard, partsOf(shard, to)]));
};
