import type { Incident } from '../domain/incident.ts';

/** An incident as readers are told of it. */
export interface Told extends Incident {
  /** The words of its sources do not bear out what kind of measure it is: it is told in general words, or in theirs. */
  readonly isVague?: boolean;
}
