import type { Incident } from '../domain/incident.ts';
import type { Act } from './plain-acts.ts';
import type { PlainVerb } from './plain-verb.ts';

/** What is touched where no exchange is named, and the sources do not speak of exchanges of every sort. */
export type Unnamed = 'one' | 'unlicensed' | 'foreign' | 'services' | 'crypto';

/** How far a measure has come of which only general words can be told. */
export type Nuance =
  | 'easing'
  | 'proposed'
  | 'possible'
  | 'threatened'
  | 'discussed'
  | 'inquiry'
  | 'asked'
  | 'reminder'
  | 'kept'
  | 'denied';

/** An incident as readers are told of it. */
export interface Told extends Incident {
  /** The words of its sources do not bear out what kind of measure it is: it is told in general words, or in theirs. */
  readonly isVague?: boolean;
  /** Not all that a headline of ours would name stands in a title: whoever can read the title is told that. */
  readonly isLoose?: boolean;
  /** The titles tell as done what their texts tell as planned: they are no headlines of ours. */
  readonly isTitledTooStrongly?: boolean;
  /** Only where no exchange is named. */
  readonly unnamed?: Unnamed;
  /** The exchanges are named as examples of those touched: "such as Binance". */
  readonly areExamples?: boolean;
  /** It is done to founders or executives of the exchanges, and not to these. */
  readonly areOfficers?: boolean;
  /** The exchange itself takes the measure, whatever it is. */
  readonly isOwnAct?: boolean;
  /** A gatekeeper that a title names acts by itself: Google, a bank. */
  readonly isGatekeepers?: boolean;
  /** What the words of its sources say is done, where the sentence of its kind does not say it. */
  readonly acts?: readonly Act[];
  /** The code of the money in which alone something is halted. */
  readonly money?: string;
  /** What may be said of a measure that is told in general words. */
  readonly nuance?: Nuance;
  /** What is done, where a title says it in a plain verb. */
  readonly verb?: PlainVerb;
}
