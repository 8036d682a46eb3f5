import type { Kind, Stage } from '../../domain/taxonomy.ts';

/** An entry that a person has read and labelled. */
export interface LabelledRow {
  readonly id: string;
  /** Which collection it is from: figures are told apart by it. */
  readonly origin: string;
  readonly title: string;
  readonly text: string;
  readonly language: string;
  /** Epoch milliseconds; 0 where unknown. */
  readonly publishedAt: number;
  readonly relevant: boolean;
  /** The reader wavered, or two readers differed. */
  readonly doubtful: boolean;
  readonly kind?: Kind;
  /** Equally right. */
  readonly otherKind?: Kind;
  readonly stage?: Stage;
  readonly jurisdictions: readonly string[];
  /** Canonical English names. */
  readonly exchanges: readonly string[];
  /** Rows of the same real-world event, where that is known: never split over folds. */
  readonly event?: string;
}
