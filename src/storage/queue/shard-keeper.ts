import { setTimeout as sleep } from 'node:timers/promises';
import type { Destination } from '../../domain/destination.ts';
import { type Millis, SECOND } from '../../domain/instant.ts';
import type { Clock, HeldLease, Lease, Logger } from '../../domain/ports.ts';
import { type HeldQueue, type InHand, LOOK_FOR_LOST, openHeldQueue } from './held-queue.ts';
import type { QueueServer } from './open-queue-server.ts';
import { type Owed, shardName } from './queue-outbox.ts';
import { SHARDS, shardOf } from './shards.ts';
import { fairShare, type Workers } from './workers.ts';

/** A shard that is ours. */
export interface OwnShard {
  readonly number: number;
  readonly queue: HeldQueue<Owed>;
}

export interface ShardKeeperParts {
  readonly server: QueueServer;
  readonly leaseOf: (part: string) => Lease;
  readonly workers: Workers;
  readonly clock: Clock;
  readonly logger: Logger;
  /** Jobs that are ours from now on. */
  readonly onJobs: (shard: OwnShard, jobs: readonly InHand<Owed>[]) => Promise<void>;
  /** Nothing of it is ours any more. */
  readonly onLeft: (shard: number) => void;
}

/** Takes its share of the shards, no more and no less, and what is owed there. */
export interface ShardKeeper {
  /** To be called every second. */
  tick(): Promise<void>;
  /** Something new is owed there. */
  wake(shards: readonly number[]): void;
  own(shard: number): OwnShard | undefined;
  /** Runs a turn of a chat that is ours; undefined where it is another's, 'later' where its lease is late. */
  within<T>(destination: Destination, turn: () => Promise<T>): Promise<T | 'later'> | undefined;
  /** Which part of what the platforms let through is ours: from 0 to 1, over all workers at most 1. */
  share(): number;
  /** Gives everything up, for others to go on with. */
  stop(): Promise<void>;
}

interface Kept extends OwnShard {
  readonly lease: HeldLease;
  readonly since: Millis;
  lookedAt: Millis;
  underway: number;
  leaving: boolean;
  onQuiet?: () => void;
}

/** Destinations of a shard in hand, beyond which only criticals are taken out of its queue. */
const MOST_IN_HAND = 20_000;
/** What its former owner sent counts against the platform's limit for another second. */
const SHARE_AFTER: Millis = 1.2 * SECOND;

/** A lease that was not renewed in time, as by a process that had no processor for a while, is soon renewed or lost. */
const LEASE_IS_LATE: Millis = 0.2 * SECOND;

const weightOf = (owed: Owed): number => ('to' in owed ? owed.to.length : 1);

export const createShardKeeper = (parts: ShardKeeperParts): ShardKeeper => {
  const { server, workers, clock, logger } = parts;
  const leases = Array.from({ length: SHARDS }, (_, shard) => parts.leaseOf(shardName(shard)));
  const kept = new Map<number, Kept>();
  let line: Promise<void> = Promise.resolve();
  let stopped = false;

  const isMine = (one: Kept): boolean => !one.leaving && one.lease.isFresh();

  /** What waits there, as much as fits. */
  const takeWaiting = async (one: Kept): Promise<readonly InHand<Owed>[]> => {
    let weight = one.queue.inHand().reduce((sum, owed) => sum + weightOf(owed), 0);
    const taken: InHand<Owed>[] = [];
    while (isMine(one)) {
      if (weight >= MOST_IN_HAND && (await one.queue.peek())?.severity !== 'critical') break;
      const job = await one.queue.take();
      if (job === undefined) break;
      weight += weightOf(job.data);
      taken.push(job);
    }
    return taken;
  };

  /** Handed over together: what goes out in one message must not come one by one. */
  const pull = async (one: Kept, left: readonly InHand<Owed>[] = []): Promise<void> => {
    try {
      const jobs = [...left, ...(await takeWaiting(one))];
      if (jobs.length > 0) await parts.onJobs(one, jobs);
    } catch (error) {
      // What is in hand and was not handed over would be lost to us: the next owner takes it over, and that may be we.
      logger.error('shard.failed', { shard: one.number, error });
      await leave(one);
    }
  };

  const lookForLost = async (one: Kept): Promise<void> => {
    if (clock.monotonic() - one.lookedAt < LOOK_FOR_LOST) return;
    one.lookedAt = clock.monotonic();
    await pull(one, await one.queue.takeOver());
  };

  const takeShard = async (shard: number): Promise<void> => {
    const lease = await leases[shard]?.attempt();
    if (lease === undefined) return;
    const now = clock.monotonic();
    const queue = openHeldQueue<Owed>(server, shardName(shard));
    const one: Kept = { number: shard, queue, lease, since: now, lookedAt: now, underway: 0, leaving: false };
    kept.set(shard, one);
    const left = await queue.takeOver();
    logger.info('shard.taken', { shard, inHand: left.length });
    await pull(one, left);
  };

  const quiet = (one: Kept): Promise<void> =>
    one.underway === 0
      ? Promise.resolve()
      : new Promise((resolve) => {
          one.onQuiet = resolve;
        });

  const leave = async (one: Kept): Promise<void> => {
    one.leaving = true;
    await quiet(one);
    kept.delete(one.number);
    parts.onLeft(one.number);
    // What is in hand stays so: the next owner takes it over.
    await one.queue.close();
    await one.lease.release();
    logger.info('shard.left', { shard: one.number });
  };

  const balance = async (): Promise<void> => {
    const among = await workers.beat();
    const fair = fairShare(SHARDS, among);
    for (const one of [...kept.values()].slice(fair)) await leave(one);
    for (let step = 0; step < SHARDS && kept.size < fair && !stopped; step++) {
      // Each worker begins somewhere else, or all would try the same ones.
      const shard = (among.place * fair + step) % SHARDS;
      if (!kept.has(shard)) await takeShard(shard);
    }
  };

  const inLine = (work: () => Promise<void>): Promise<void> => {
    const mine = line.then(work);
    line = mine.catch((error: unknown) => logger.error('shards.failed', { error }));
    return line;
  };

  return {
    tick: () =>
      inLine(async () => {
        if (stopped) return;
        await balance();
        await Promise.all([...kept.values()].map((one) => pull(one)));
        for (const one of kept.values()) await lookForLost(one);
      }),
    wake: (shards) => {
      const mine = shards.flatMap((shard) => kept.get(shard) ?? []);
      if (mine.length > 0) void inLine(async () => void (await Promise.all(mine.map((one) => pull(one)))));
    },
    own: (shard) => kept.get(shard),
    within(destination, turn) {
      const one = kept.get(shardOf(destination));
      if (one === undefined || one.leaving || one.lease.isOver()) return undefined;
      if (!one.lease.isFresh()) return sleep(LEASE_IS_LATE).then(() => 'later');
      one.underway++;
      return turn().finally(() => {
        one.underway--;
        if (one.underway === 0) one.onQuiet?.();
      });
    },
    share() {
      const settled = clock.monotonic() - SHARE_AFTER;
      return [...kept.values()].filter(({ since }) => since <= settled).length / SHARDS;
    },
    async stop() {
      stopped = true;
      await line;
      await Promise.all([...kept.values()].map(leave));
      await workers.leave();
    },
  };
};
