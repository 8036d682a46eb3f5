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
  got: HeldLease | undefined;
  caughtUp: boolean;
}

export const createCandidacies = ({ roles, leaseOf, logger }: CandidacyParts): Candidacies => {
  const held = new Map<Part, HeldLease>();
  let waiting: readonly Candidacy[] = [];
  let stopped = false;
  let trying: Promise<void> | undefined;

  /** True once it is ours and begun. Where it fails on the way, the lease stays ours, and the next call goes on from there. */
  const stand = async (candidacy: Candidacy): Promise<boolean> => {
    const { part, how, lease } = candidacy;
    candidacy.got ??= await lease.attempt();
    if (candidacy.got === undefined) return false;
    if (!candidacy.caughtUp) await how.catchUp?.();
    candidacy.caughtUp = true;
    held.set(part, candidacy.got);
    await how.start();
    logger.info('part.begun', { part });
    return true;
  };

  const tryAgain = async (candidacy: Candidacy): Promise<void> => {
    try {
      if (await stand(candidacy)) waiting = waiting.filter((one) => one !== candidacy);
    } catch (error) {
      logger.error('part.not-begun', { part: candidacy.part, error });
    }
  };

  const tryAll = async (): Promise<void> => {
    for (const candidacy of waiting) if (!stopped) await tryAgain(candidacy);
  };

  return {
    async add(part, how) {
      if (part === 'terminal' || !roles.has(part)) return;
      const candidacy = { part, how, lease: leaseOf(part), got: undefined, caughtUp: false };
      if (await stand(candidacy)) return;
      logger.info('part.stands-by', { part });
      waiting = [...waiting, candidacy];
    },
    holds: (part) => held.get(part)?.isFresh() === true,
    tick() {
      // The schedule lets a tick go that takes long, and calls the next beside it.
      trying ??= tryAll().finally(() => {
        trying = undefined;
      });
      return trying;
    },
    stop() {
      stopped = true;
    },
  };
};
