import type { Kind, Stage } from './taxonomy.ts';

/** What a second reader says of an entry about which the classifier is not sure. Absent fields are not told. */
export interface Verdict {
  readonly relevant: boolean;
  readonly kind?: Kind;
  readonly stage?: Stage;
  /** Names as the entry writes them. */
  readonly exchanges?: readonly string[];
  /** ISO 3166-1 alpha-2, or `EU`. */
  readonly jurisdictions?: readonly string[];
}
