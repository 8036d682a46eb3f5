import type { HeldLease, Lease, Logger } from '../domain/ports.ts';
import type { Divided } from '../platforms/discord/create-discord.ts';
import { fairShare, type Workers } from '../storage/queue/workers.ts';

export interface DivisionParts extends Divided {
  readonly leaseOf: (share: number) => Pick<Lease, 'attempt'>;
  readonly workers: Workers;
  readonly logger: Logger;
}

/** A part of the work in numbered shares: this process has a fair part of them, each under a lease. */
export interface Division {
  /** Takes what is fair and free, gives up what is more. To be called every second. */
  tick(): Promise<void>;
  /** Whether any is ours. */
  holds(): boolean;
  /** Takes nothing more. */
  stop(): Promise<void>;
}

export const createDivision = (parts: DivisionParts): Division => {
  const { total, workers, logger } = parts;
  const leases = Array.from({ length: total }, (_, share) => parts.leaseOf(share));
  const held = new Map<number, HeldLease>();
  let line: Promise<void> = Promise.resolve();
  let isStopped = false;

  const take = async (share: number): Promise<void> => {
    const lease = await leases[share]?.attempt();
    if (lease === undefined) return;
    held.set(share, lease);
    logger.info('share.taken', { share, total });
    parts.start(share);
  };

  const leave = async (share: number, lease: HeldLease): Promise<void> => {
    held.delete(share);
    await parts.stop(share);
    await lease.release();
    logger.info('share.left', { share, total });
  };

  const balance = async (): Promise<void> => {
    if (isStopped) return;
    const among = await workers.beat();
    const fair = fairShare(total, among);
    for (const [share, lease] of [...held].slice(fair)) await leave(share, lease);
    for (let step = 0; step < total && held.size < fair && !isStopped; step++) {
      // Each process begins somewhere else, or all would try the same ones.
      const share = (among.place * fair + step) % total;
      if (!held.has(share)) await take(share);
    }
  };

  return {
    tick() {
      line = line.then(balance).catch((error: unknown) => logger.error('shares.failed', { error }));
      return line;
    },
    holds: () => [...held.values()].some((lease) => lease.isFresh()),
    async stop() {
      isStopped = true;
      await line;
      await workers.leave();
    },
  };
};
