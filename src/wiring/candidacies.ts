import type { Role } from '../config/roles.ts';
import type { HeldLease, Lease, Logger } from '../domain/ports.ts';
import type { Beginning, Part } from './ties.ts';

export interface CandidacyParts {
  /** What this process may do. */
  readonly roles: ReadonlySet<Role>;
  readonly leaseOf: (part: Part) => Pick<Lease, 'attempt'>;
  readonly logger: Logger;
}

/** The parts of the work that one process does at a time: this one, or it stands by. */
export interface Candidacies {
  /** Begins the part at once where nobody has it, otherwise when its holder has ended. */
  add(part: Part, how: Beginning): Promise<void>;
  holds(part: Part): boolean;
  /** Tries again what another had. To be called every second. */
  tick(): Promise<void>;
  /** Stands for nothing more. */
  stop(): void;
}

interface Candidacy {
  readonly part: Part;
  readonly how: Beginning;
  readonly lease: Pick<Lease, 'attempt'>;
}

export const createCandidacies = ({ roles, leaseOf, logger }: CandidacyParts): Candidacies => {
  const held = new Map<Part, HeldLease>();
  let waiting: readonly Candidacy[] = [];
  let stopped = false;

  /** True once it is ours. */
  const stand = async ({ part, how, lease }: Candidacy): Promise<boolean> => {
    const got = await lease.attempt();
    if (got === undefined) return false;
    await how.catchUp?.();
    held.set(part, got);
    logger.info('part.begun', { part });
    await how.start();
    return true;
  };

  return {
    async add(part, how) {
      if (part === 'terminal' || !roles.has(part)) return;
      const candidacy = { part, how, lease: leaseOf(part) };
      if (await stand(candidacy)) return;
      logger.info('part.stands-by', { part });
      waiting = [...waiting, candidacy];
    },
    holds: (part) => held.get(part)?.isFresh() === true,
    async tick() {
      for (const candidacy of waiting) {
        if (stopped) return;
        if (await stand(candidacy)) waiting = waiting.filter((one) => one !== candidacy);
      }
    },
    stop() {
      stopped = true;
    },
  };
};
