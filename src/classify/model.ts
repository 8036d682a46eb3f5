import type { Kind, Stage } from '../domain/taxonomy.ts';
import type { Convolution } from './convolution.ts';
import type { LinearModel } from './linear-model.ts';

/** Everything that was learnt from labels; `curbwatch train` writes it, `config/model/` keeps it. */
export interface Model {
  readonly relevance: LinearModel;
  /** Read the wording beside the linear models: the first where those waver, the others where it does too. */
  readonly networks: readonly (() => Convolution)[];
  /** The log-odds from which an entry is relevant, and the band around it in which a judge is asked. */
  readonly threshold: number;
  readonly uncertain: { readonly from: number; readonly to: number };
  /** Log-odds to probability: `sigmoid(slope * score + offset)`. */
  readonly calibration: { readonly slope: number; readonly offset: number };
  readonly kinds: Readonly<Record<Kind, LinearModel>>;
  readonly stages: Readonly<Record<Stage, LinearModel>>;
  /** Does a named exchange, or place, belong to the report? */
  readonly exchange: LinearModel;
  readonly place: LinearModel;
}
