import { type Destination, destinationKey } from '../domain/destination.ts';
import type { Millis } from '../domain/instant.ts';
import { choose, EDIT_RANK, isOldUncertain, type Job, mayStand, type Past } from './company.ts';
import { createWakeups } from './wakeups.ts';

/** Everything owed to one destination: one message at a time, so that their order holds. */
export interface Chain<J extends Job> {
  readonly destination: Destination;
  readonly waiting: readonly J[];
  /** Failures in a row. */
  attempts: number;
}

export interface Turn<J extends Job> {
  readonly chain: Chain<J>;
  /** One job, or several that are merged into one message. */
  readonly jobs: readonly [J, ...J[]];
  /** An earlier attempt or a former run may have sent it already. */
  readonly again: boolean;
}

/** How a turn ended, where something is still owed. */
interface TurnsEnd<J extends Job> {
  readonly back?: readonly J[];
  /** What came back may have been sent all the same. */
  readonly tried?: boolean;
  /** Nothing goes there until then. */
  readonly notBefore?: Millis;
}

/** What one platform owes, gravest first, then oldest; a chat that must wait holds up nobody. */
export interface Backlog<J extends Job> {
  add(job: J): void;
  /** Whose turn it is; that chain is busy until it is freed. */
  next(now: Millis): Turn<J> | undefined;
  /** Ends a turn; jobs that are still owed go back. */
  free(chain: Chain<J>, end?: TurnsEnd<J>): void;
  /** Takes out what a destination is owed, as when it moved. */
  take(chain: Chain<J>): readonly J[];
  /** The monotonic moment when a sleeping chat can go on. */
  wakesAt(): Millis | undefined;
  size(): number;
}

export interface BacklogParts {
  /** How long a chat must still wait for its own limits. */
  readonly waitFor: (destination: Destination, now: Millis) => Millis;
  /** More than so many jobs for one destination become one message. */
  readonly handful: number;
  /** Where the first walk starts: another chat in each run, or a bot that is killed often repeats itself in the same ones. */
  readonly firstTurn?: number;
}

interface Link<J extends Job> extends Chain<J>, Past<J> {
  waiting: J[];
  /** Jobs that have had their turn while this chain was busy or asleep. */
  overdue: Set<J>;
  busy: boolean;
  asleep: boolean;
  notBefore: Millis;
  readonly tried: Set<J>;
  /** Whether what has its turn may have been sent before. */
  again: boolean;
  readonly ranks: Set<number>;
}

/** A job's walk over its destinations; it starts somewhere else each time, so that nobody is always last. */
interface Walk<J extends Job> {
  readonly job: J;
  readonly links: readonly Link<J>[];
  at: number;
}

/** Gravest first; a rank's lists are at `rank - EDIT_RANK`. */
const RANKS = [3, 2, 1, 0, EDIT_RANK] as const;
/** The golden ratio spreads the starting points evenly. */
const STRIDE = 0.618;

const rotate = <T>(list: readonly T[], turn: number): readonly T[] => {
  const start = Math.floor(((turn * STRIDE) % 1) * list.length);
  return [...list.slice(start), ...list.slice(0, start)];
};

export const createBacklog = <J extends Job>({
  waitFor,
  handful,
  firstTurn = 0,
}: BacklogParts): Backlog<J> => {
  const links = new Map<string, Link<J>>();
  const walks: Walk<J>[][] = RANKS.map(() => []);
  const ready: Set<Link<J>>[] = RANKS.map(() => new Set());
  const wakeups = createWakeups<Link<J>>();
  let turn = firstTurn;
  let size = 0;

  const linkOf = (destination: Destination): Link<J> => {
    const key = destinationKey(destination);
    const known = links.get(key);
    if (known !== undefined) return known;
    const link: Link<J> = {
      destination,
      waiting: [],
      overdue: new Set(),
      attempts: 0,
      busy: false,
      asleep: false,
      notBefore: Number.NEGATIVE_INFINITY,
      tried: new Set(),
      again: false,
      ranks: new Set(),
    };
    links.set(key, link);
    return link;
  };

  const wait = (link: Link<J>, now: Millis): Millis =>
    Math.max(0, link.notBefore - now, waitFor(link.destination, now));

  const sleep = (link: Link<J>, at: Millis): void => {
    if (link.asleep) return;
    link.asleep = true;
    wakeups.add(at, link);
  };

  /** Its turn has been missed: it comes before the walks of the same rank, as soon as it can. */
  const queueUp = (link: Link<J>): void => {
    const ranks = [...link.overdue].map(({ rank }) => rank);
    if (ranks.length > 0 && !link.busy && !link.asleep) ready[Math.max(...ranks) - EDIT_RANK]?.add(link);
  };

  const forgetIdle = (link: Link<J>): void => {
    const isIdle = link.waiting.length === 0 && !link.busy && !link.asleep;
    if (isIdle && link.attempts === 0) links.delete(destinationKey(link.destination));
  };

  const wake = (now: Millis): void => {
    for (let link = wakeups.pop(now); link !== undefined; link = wakeups.pop(now)) {
      link.asleep = false;
      queueUp(link);
      forgetIdle(link);
    }
  };

  const begin = (link: Link<J>): Turn<J> | undefined => {
    const jobs = choose(link.waiting, handful, link);
    if (jobs === undefined) return undefined;
    link.waiting =
      jobs.length === link.waiting.length ? [] : link.waiting.filter((job) => !jobs.includes(job));
    link.again = jobs.some((job) => mayStand(job, link));
    for (const job of jobs) {
      link.overdue.delete(job);
      link.tried.delete(job);
      if (isOldUncertain(job)) link.ranks.add(job.rank);
    }
    link.busy = true;
    size -= jobs.length;
    return { chain: link, jobs, again: link.again };
  };

  /** Begins the turn of a chain, or notes that it missed it. */
  const tryLink = (link: Link<J>, now: Millis, jobs: Iterable<J>): Turn<J> | undefined => {
    const ms = link.busy ? 0 : wait(link, now);
    if (!link.busy && !link.asleep && ms === 0) return begin(link);
    for (const job of jobs) link.overdue.add(job);
    if (!link.busy) sleep(link, now + ms);
    return undefined;
  };

  const nextReady = (rank: number, now: Millis): Turn<J> | undefined => {
    const list = ready[rank - EDIT_RANK] ?? new Set();
    for (const link of list) {
      list.delete(link);
      const found = tryLink(link, now, []);
      if (found !== undefined) return found;
    }
    return undefined;
  };

  const stepWalk = (walk: Walk<J>, now: Millis): Turn<J> | undefined => {
    while (walk.at < walk.links.length) {
      const link = walk.links[walk.at++];
      if (link === undefined || !link.waiting.includes(walk.job)) continue;
      const found = tryLink(link, now, [walk.job]);
      if (found !== undefined) return found;
    }
    return undefined;
  };

  const nextWalk = (rank: number, now: Millis): Turn<J> | undefined => {
    const list = walks[rank - EDIT_RANK] ?? [];
    for (let walk = list[0]; walk !== undefined; walk = list[0]) {
      const found = stepWalk(walk, now);
      if (walk.at >= walk.links.length) list.shift();
      if (found !== undefined) return found;
    }
    return undefined;
  };

  return {
    add(job) {
      const owed = job.to.map(linkOf);
      for (const link of owed) {
        link.waiting.push(job);
        if (job.notBefore !== undefined) link.notBefore = Math.max(link.notBefore, job.notBefore);
      }
      size += owed.length;
      const list = walks[job.rank - EDIT_RANK] ?? [];
      const at = list.findLastIndex((walk) => walk.job.createdAt <= job.createdAt);
      list.splice(at + 1, 0, { job, links: rotate(owed, turn++), at: 0 });
    },
    next(now) {
      wake(now);
      for (const rank of RANKS) {
        const found = nextReady(rank, now) ?? nextWalk(rank, now);
        if (found !== undefined) return found;
      }
      return undefined;
    },
    free(chain, { back = [], tried = false, notBefore } = {}) {
      const link = linkOf(chain.destination);
      link.busy = false;
      link.waiting.unshift(...back);
      size += back.length;
      for (const job of back) {
        link.overdue.add(job);
        if (tried || link.again) link.tried.add(job);
      }
      if (notBefore !== undefined) {
        link.notBefore = notBefore;
        sleep(link, notBefore);
      }
      queueUp(link);
      forgetIdle(link);
    },
    take(chain) {
      const link = linkOf(chain.destination);
      const jobs = link.waiting;
      link.waiting = [];
      link.overdue.clear();
      link.tried.clear();
      size -= jobs.length;
      return jobs;
    },
    wakesAt: () => wakeups.next(),
    size: () => size,
  };
};
