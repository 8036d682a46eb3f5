import type { Instant } from './instant.ts';
import type { Direction, Kind, Severity, Stage } from './taxonomy.ts';

/** Functions of a platform that a measure can touch. */
export const FUNCTIONS = ['sign-up', 'trading', 'deposits', 'withdrawals', 'app', 'site'] as const;
export type TouchedFunction = (typeof FUNCTIONS)[number];

/** What is touched. An absent field is "not stated", never a guess. */
export interface Scope {
  /** The local firm only, or the main site. */
  readonly entity?: 'local-firm' | 'main-site';
  readonly users?: 'new' | 'all' | 'residents' | 'some';
  readonly functions?: readonly TouchedFunction[];
}

/** Which words of the entry carry a field: UTF-16 offsets into `title + '\n' + text`. */
export interface Evidence {
  readonly field: string;
  readonly start: number;
  readonly end: number;
  readonly cue: string;
}

/** Our reading of one entry: this measure, at this stage, on these exchanges, by this authority, there. */
export interface Report {
  readonly kind: Kind;
  readonly stage: Stage;
  readonly direction: Direction;
  readonly severity: Severity;
  /** Ids of `config/exchanges.yaml`; empty where the entry names none. */
  readonly exchanges: readonly string[];
  /** ISO 3166-1 alpha-2 or `EU`; empty where the entry does not tell. */
  readonly jurisdictions: readonly string[];
  /** ISO 3166-2, only where a part of a country acts. */
  readonly subdivisions: readonly string[];
  /** Id of `config/authorities.yaml`; absent when an exchange acts by itself or nobody is named. */
  readonly authority?: string;
  /** The gatekeeper through whom it acts: a bank, app store or network. */
  readonly through?: string;
  readonly scope: Scope;
  /** When it bites, or by when people must have acted. */
  readonly effectiveAt?: Instant;
  /** The exchange or the authority denies it. */
  readonly disputed: boolean;
  /** The entry attributes the news to these (`Caixin`, `Reuters`, `sources`): lower-case, for independence. */
  readonly attributedTo: readonly string[];
  /** How sure the classifier is that the entry is about this, 0 to 1. */
  readonly confidence: number;
  /** How sure it is of the kind, 0 to 1; absent in records of the first releases and where a person said it. */
  readonly kindConfidence?: number;
  readonly evidence: readonly Evidence[];
  /** One English sentence for operators and `/why`. */
  readonly why: string;
}

/** The answer of the classifier: what the entry reports, or why it reports nothing. */
export type Reading =
  | {
      readonly relevant: true;
      readonly confidence: number;
      readonly why: string;
      readonly reports: readonly Report[];
    }
  | {
      readonly relevant: false;
      readonly confidence: number;
      readonly why: string;
      readonly reports: readonly [];
    };
