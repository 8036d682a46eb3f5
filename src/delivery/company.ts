import type { Destination } from '../domain/destination.ts';
import type { Instant, Millis } from '../domain/instant.ts';

/** After every severity. */
export const EDIT_RANK = -1;

/** Something owed to one or many destinations of a platform, shared by them all: a pending delivery costs a pointer. */
export interface Job {
  /** Index in SEVERITIES, or EDIT_RANK. */
  readonly rank: number;
  readonly createdAt: Instant;
  readonly to: readonly Destination[];
  /**
   * How it goes out: `alone`; together with others where a destination is owed more than a handful (`merge`); always
   * together with what else may be merged, as in a digest (`bundle`).
   */
  readonly company: 'alone' | 'merge' | 'bundle';
  /** Was sent, or about to be, together with exactly those of the same name. */
  readonly bundle?: string | undefined;
  /** Owed by a former run, that may have been sending it when it was killed, or put off after an attempt. */
  readonly resumed?: boolean;
  /** The monotonic moment before which it is not tried. */
  readonly notBefore?: Millis;
}

const MOST_MERGED = 30;

const before = (a: Job, b: Job): number => b.rank - a.rank || a.createdAt - b.createdAt;

/** What has happened in a chat so far. */
export interface Past<J extends Job> {
  /** Were tried, and may have been sent. */
  readonly tried: ReadonlySet<J>;
  /** Ranks of which something resumed had its turn. */
  readonly ranks: ReadonlySet<number>;
}

const goesAlone = ({ company, bundle }: Job): boolean => company === 'merge' && bundle === undefined;

/** Whether this job was resumed and counts as the one that its rank had under way. */
export const isOldUncertain = (job: Job): boolean => job.resumed === true && goesAlone(job);

/**
 * What may stand in the chat by itself. Its repeat must be the same message, or the platform cannot absorb it. Of a
 * former run that is one message, the first of its rank; of which rank nobody knows, for graver ones came since.
 */
const repeatsAmong = <J extends Job>(sorted: readonly J[], { tried, ranks }: Past<J>): ReadonlySet<J> => {
  const repeats = new Set(sorted.filter((job) => tried.has(job) && goesAlone(job)));
  const seen = new Set(ranks);
  for (const job of sorted.filter(isOldUncertain)) {
    if (!seen.has(job.rank)) repeats.add(job);
    seen.add(job.rank);
  }
  return repeats;
};

/** Whether an earlier attempt or a former run may have sent it. What was to go in a digest was pinned to it before. */
export const mayStand = <J extends Job>(job: J, { tried }: Past<J>): boolean =>
  tried.has(job) || (job.resumed === true && (job.company !== 'bundle' || job.bundle !== undefined));

/** What goes out next, in one message: the gravest and oldest, and what is to keep it company. */
export const choose = <J extends Job>(
  waiting: readonly J[],
  handful: number,
  past: Past<J>,
): [J, ...J[]] | undefined => {
  const sorted = waiting.toSorted(before);
  const [first, ...others] = sorted;
  if (first === undefined) return undefined;
  if (first.bundle !== undefined) return [first, ...others.filter(({ bundle }) => bundle === first.bundle)];
  const repeats = repeatsAmong(sorted, past);
  if (first.company === 'alone' || repeats.has(first)) return [first];
  const alike = others.filter(
    (job) => job.company !== 'alone' && job.bundle === undefined && !repeats.has(job),
  );
  if (first.company === 'merge' && alike.length < handful) return [first];
  return [first, ...alike.slice(0, MOST_MERGED - 1)];
};
