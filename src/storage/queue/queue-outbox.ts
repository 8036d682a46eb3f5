import { randomUUID } from 'node:crypto';
import type { Job, JobsOptions, Queue } from 'bullmq';
import type { Broadcast, DeferredDelivery } from '../../domain/delivery.ts';
import { type Destination, destinationKey } from '../../domain/destination.ts';
import type { Clock, Outbox } from '../../domain/ports.ts';
import { SEVERITIES } from '../../domain/taxonomy.ts';
import { withoutPlace } from '../../domain/without-place.ts';
import { HOLDER, isGone } from './held-queue.ts';
import type { QueueServer } from './open-queue-server.ts';
import { SHARDS, shardOf, splitByShard } from './shards.ts';

/** One record of the outbox, as a job carries it. */
export type Owed = Broadcast | DeferredDelivery;

export const shardName = (shard: number): string => `shard-${shard}`;

/** The outbox of several processes, as those see it that do not deliver, and the person at the command line. */
export interface QueueOutbox extends Outbox {
  /** The id of another job for a deferred delivery than any before. */
  newJobId(delivery: DeferredDelivery): string;
  deferAs(jobId: string, delivery: DeferredDelivery): Promise<void>;
  /** Removes a job that nobody has in hand. */
  removeJob(shard: number, jobId: string): Promise<void>;
  /** Takes a place out of what is owed; whoever has it in hand drops it when its turn comes. */
  forget(destination: Destination): Promise<void>;
  /** An operator's word on what the brake holds; resolves to the number of alerts' records. */
  release(word: 'send' | 'drop'): Promise<number>;
  counts(): Promise<QueueCounts>;
}

export interface QueueCounts {
  /** Jobs that are due and in nobody's hand: parts of broadcasts to at most 1,000, or single deliveries. */
  readonly waiting: number;
  readonly inHand: number;
  readonly shelved: number;
  readonly held: number;
  readonly parked: number;
}

const PAGE = 200;
const STATES = ['active', 'prioritized', 'waiting', 'delayed'] as const;

/** BullMQ takes the smallest number first. */
const priorityOf = (owed: Owed): number =>
  'status' in owed && owed.status === 'digest'
    ? SEVERITIES.length + 1
    : SEVERITIES.length - SEVERITIES.indexOf(owed.severity);

const KEPT_NOT = { removeOnComplete: true, removeOnFail: true } as const;

const optionsOf = (owed: Owed, jobId: string, delay = 0): JobsOptions => ({
  ...KEPT_NOT,
  ...{ jobId, priority: priorityOf(owed) },
  ...(delay > 0 && { delay }),
});

async function* everyJob(queue: Queue<Owed>): AsyncGenerator<Job<Owed>> {
  for (const state of STATES)
    for (let from = 0; ; from += PAGE) {
      const jobs = await queue.getJobs([state], from, from + PAGE - 1, true);
      for (const job of jobs) if (job !== undefined) yield job;
      if (jobs.length < PAGE) break;
    }
}

const isDeferred = (owed: Owed): owed is DeferredDelivery => 'status' in owed;

/** The outbox on BullMQ: a queue for each shard of chats, one for what the brake holds, one for what is parked. */
export const createQueueOutbox = (server: QueueServer, clock: Clock): QueueOutbox => {
  const shards = Array.from({ length: SHARDS }, (_, shard) => server.queue<Owed>(shardName(shard)));
  const held = server.queue<Owed>('held');
  const parked = server.queue<Owed>('parked');
  const all = [...shards, held, parked];
  const queueOf = (shard: number): Queue<Owed> => {
    const queue = shards[shard];
    if (queue === undefined) throw new Error(`there is no shard ${shard}`);
    return queue;
  };

  async function* records(): AsyncGenerator<Job<Owed>> {
    for (const queue of all) yield* everyJob(queue);
  }
  async function* broadcasts(): AsyncGenerator<Broadcast> {
    for await (const { data } of records()) if (!isDeferred(data)) yield data;
  }
  async function* deferred(): AsyncGenerator<DeferredDelivery> {
    for await (const { data } of records()) if (isDeferred(data)) yield data;
  }

  const forget = async (job: Job<Owed>): Promise<void> => {
    const removed = await all.find(({ name }) => name === job.queueName)?.remove(job.id ?? '');
    // What a process had in hand when it died is ended as it would have done.
    if (removed === 0 && (await job.isActive())) await job.moveToCompleted(null, HOLDER, false);
  };

  /** Those with one of the ids, or, of a broadcast that was split, with one of its parts' ids. */
  const removeAll = async (ids: ReadonlySet<string>): Promise<void> => {
    const found: Job<Owed>[] = [];
    // All are found before any is removed: the pages of what is left would move up under the reader.
    for await (const job of records())
      if (ids.has(job.data.id) || ids.has(job.data.id.split('~')[0] ?? '')) found.push(job);
    for (const job of found) await forget(job);
  };

  const lessen = async (job: Job<Owed>, to: Broadcast): Promise<void> => {
    if (to.to.length === 0) return forget(job);
    try {
      await job.updateData(to);
    } catch (error) {
      // It was done meanwhile.
      if (!isGone(error)) throw error;
    }
  };

  const newJobId = ({ id, status }: DeferredDelivery): string =>
    status === 'parked' ? id : `${id}.${randomUUID()}`;

  const deferAs = async (jobId: string, delivery: DeferredDelivery): Promise<void> => {
    if (delivery.status === 'parked') {
      await parked.add('owed', delivery, { ...KEPT_NOT, jobId });
      return;
    }
    const options = optionsOf(delivery, jobId, delivery.notBefore - clock.now());
    await queueOf(shardOf(delivery.destination)).add('owed', delivery, options);
  };

  const add = async (added: readonly Broadcast[]): Promise<void> => {
    const byShard = new Map<number, Broadcast[]>();
    for (const broadcast of added.filter((one) => !one.held))
      for (const [shard, parts] of splitByShard(broadcast))
        byShard.set(shard, [...(byShard.get(shard) ?? []), ...parts]);
    const jobsOf = (parts: readonly Broadcast[]) =>
      parts.map((data) => ({ name: 'owed', data, opts: optionsOf(data, data.id) }));
    await Promise.all([...byShard].map(([shard, parts]) => queueOf(shard).addBulk(jobsOf(parts))));
    const stopped = added.filter((one) => one.held);
    if (stopped.length > 0) await held.addBulk(jobsOf(stopped));
  };

  return {
    add,
    async release(word) {
      const jobs: Job<Owed>[] = [];
      for await (const job of everyJob(held)) jobs.push(job);
      for (const { id = '', data } of jobs) {
        if (word === 'send' && !isDeferred(data)) await add([{ ...data, held: false }]);
        await held.remove(id);
      }
      return jobs.length;
    },
    broadcasts,
    remove: (ids) => removeAll(new Set(ids)),
    async defer(deliveries) {
      for (const delivery of deliveries) {
        await deferAs(newJobId(delivery), delivery);
        // One that an operator puts back in line.
        if (delivery.status !== 'parked') await parked.remove(delivery.id);
      }
    },
    deferred,
    async forget(destination) {
      const key = destinationKey(destination);
      const found: [Job<Owed>, Broadcast | undefined][] = [];
      for await (const job of records()) {
        const { data } = job;
        const rest = isDeferred(data) ? undefined : withoutPlace(data, destination);
        if (rest !== undefined || (isDeferred(data) && destinationKey(data.destination) === key))
          found.push([job, rest]);
      }
      for (const [job, rest] of found) await (rest === undefined ? forget(job) : lessen(job, rest));
    },
    settle: (ids) => removeAll(new Set(ids)),
    newJobId,
    deferAs,
    removeJob: async (shard, jobId) => void (await queueOf(shard).remove(jobId)),
    async counts() {
      const of = (queue: Queue) => queue.getJobCounts('waiting', 'prioritized', 'active', 'delayed');
      const [counts, stopped, aside] = await Promise.all([
        Promise.all(shards.map(of)),
        of(held),
        parked.getWaitingCount(),
      ]);
      const sum = (...names: readonly string[]): number =>
        counts.reduce((total, one) => total + names.reduce((part, name) => part + (one[name] ?? 0), 0), 0);
      return {
        waiting: sum('waiting', 'prioritized'),
        inHand: sum('active'),
        shelved: sum('delayed'),
        held: (stopped.waiting ?? 0) + (stopped.prioritized ?? 0),
        parked: aside,
      };
    },
  };
};
