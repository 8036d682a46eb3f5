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
  /** Owed by a former run, that may have been sending it by itself when it was killed. */
  readonly resumed?: boolean;
  /** The monotonic moment before which it is not tried. */
  readonly notBefore?: Millis;
}

const MOST_MERGED = 30;

const before = (a: Job, b: Job): number => b.rank - a.rank || a.createdAt - b.createdAt;

/** What goes out next, in one message: the gravest and oldest, and what is to keep it company. */
export const choose = <J extends Job>(
  waiting: readonly J[],
  handful: number,
  hadTurn: boolean,
): [J, ...J[]] | undefined => {
  const [first, ...others] = waiting.toSorted(before);
  if (first === undefined) return undefined;
  if (first.bundle !== undefined) return [first, ...others.filter(({ bundle }) => bundle === first.bundle)];
  // A repeat must be the same message, or the platform cannot absorb it.
  const isRepeat = first.resumed === true && !hadTurn && first.company === 'merge';
  if (first.company === 'alone' || isRepeat) return [first];
  const alike = others.filter(({ company, bundle }) => company !== 'alone' && bundle === undefined);
  if (first.company === 'merge' && alike.length < handful) return [first];
  return [first, ...alike.slice(0, MOST_MERGED - 1)];
};
