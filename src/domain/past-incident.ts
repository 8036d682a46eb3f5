import type { Instant } from './instant.ts';
import type { Kind, Stage } from './taxonomy.ts';

/** A past incident as people write it down (`config/history.jsonl`), checked against the catalogue. */
export interface PastIncident {
  readonly happenedAt: Instant;
  /** Only the month is known. */
  readonly estimated: boolean;
  readonly closedAt?: Instant;
  readonly effectiveAt?: Instant;
  readonly exchanges: readonly string[];
  readonly jurisdictions: readonly string[];
  readonly subdivisions: readonly string[];
  readonly authority?: string;
  readonly through?: string;
  readonly kind: Kind;
  readonly stage: Stage;
  /** One line of plain English. */
  readonly title: string;
  readonly summary: string;
  /** Pages that tell of it; at least one. */
  readonly sources: readonly [string, ...string[]];
}
