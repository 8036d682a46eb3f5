import type { Cadence } from '../domain/subscription.ts';
import type { Direction, Kind, Severity } from '../domain/taxonomy.ts';

/** What a word or phrase of a wish stands for. */
export type Meaning =
  | { readonly is: 'exchange'; readonly id: string }
  | { readonly is: 'place'; readonly code: string }
  | { readonly is: 'kind'; readonly kind: Kind }
  | { readonly is: 'severity'; readonly severity: Severity }
  | { readonly is: 'direction'; readonly direction: Direction }
  | { readonly is: 'cadence'; readonly cadence: Cadence }
  | { readonly is: 'only-when-named' }
  | { readonly is: 'everything' }
  /** Turns the next one round. */
  | { readonly is: 'not' }
  /** Says nothing by itself; `in` and the like tell that a place follows. */
  | { readonly is: 'filler'; readonly beforePlace: boolean };

export const sameMeaning = (a: Meaning, b: Meaning): boolean => JSON.stringify(a) === JSON.stringify(b);
