import type { Instant } from './instant.ts';

/** A reader's word that an incident is none, or none that matters: for the operators to look at. */
export interface Objection {
  readonly v: 1;
  readonly incidentId: string;
  /** `telegram~123`: who said it, so that it counts once and can be forgotten. */
  readonly by: string;
  readonly at: Instant;
}
