import type { FeedKind } from './feed.ts';
import type { Instant, Millis } from './instant.ts';
import type { Report, Scope } from './report.ts';
import type { Direction, Kind, Severity, Stage } from './taxonomy.ts';

/** On whose word: one voice, independent voices, or the authority's or the exchange's own notice. */
export const CONFIRMATIONS = ['unconfirmed', 'corroborated', 'official'] as const;
export type Confirmation = (typeof CONFIRMATIONS)[number];

/** A lifting that names whom it is for: for the other exchanges of the incident the measure still stands. */
export interface Lifting {
  readonly exchanges: readonly string[];
  /** What was imposed, where anybody told of it. */
  readonly imposed?: { readonly stage: Stage; readonly effectiveAt?: Instant };
}

/** One act within an incident; an entry may report several by the same authority in the same place. */
export interface Measure {
  readonly kind: Kind;
  readonly stage: Stage;
  readonly direction: Direction;
  readonly scope: Scope;
  readonly effectiveAt?: Instant;
  /** Absent where nothing is lifted, or all of it for everybody. */
  readonly lifting?: Lifting;
}

/** What an entry was read as, without the words that carried it. */
export type SourceReading = Omit<Report, 'evidence' | 'why'>;

/** One entry that told of the incident. */
export interface Source {
  readonly entryId: string;
  readonly feedId: string;
  readonly feedKind: FeedKind;
  readonly publisher: string;
  readonly url?: string;
  readonly title: string;
  /** The entry's text, cut to what a summary and the comparison of texts need (2,000 characters). */
  readonly text: string;
  readonly language: string;
  /** What a language model wrote of the entry, checked, by the language it is in. */
  readonly summaries?: Readonly<Record<string, string>>;
  readonly publishedAt: Instant;
  readonly publishedEstimated: boolean;
  readonly attributedTo: readonly string[];
  /** The authority's or the exchange's own notice; absent in what others say, and in records of the first releases. */
  readonly official?: true;
  /** Why it was joined to the incident; `first` for the one that opened it. */
  readonly joined: string;
  /** Its own reading, replaced when it corrects itself; absent in records of the first releases and in history. */
  readonly readings?: readonly [SourceReading, ...SourceReading[]];
}

/** The last reminder: of which date, and how long before it. */
export interface Reminded {
  readonly deadline: Instant;
  readonly before: Millis;
}

/** The alert that an operator dropped. */
export interface Withheld {
  readonly revision: number;
  readonly at: Instant;
}

/** The real-world happening that one or more reports describe. */
export interface Incident {
  readonly v: 1;
  /** Hash of the feed and entry of its first report; never changes. */
  readonly id: string;
  /** 1 when opened, one more for each `updated` alert. */
  readonly revision: number;
  readonly openedAt: Instant;
  readonly updatedAt: Instant;
  /** When the event happened, as far as its sources tell. */
  readonly happenedAt: Instant;
  readonly closedAt?: Instant;
  /** Gravest first. */
  readonly measures: readonly [Measure, ...Measure[]];
  readonly exchanges: readonly string[];
  readonly jurisdictions: readonly string[];
  readonly subdivisions: readonly string[];
  readonly authority?: string;
  readonly through?: string;
  readonly severity: Severity;
  readonly confidence: number;
  /** Of what is newest in it: a lifting that one paper tells of is unconfirmed, however official the ban was. */
  readonly confirmation: Confirmation;
  readonly disputed: boolean;
  readonly retracted?: string;
  /** First is what opened it. */
  readonly sources: readonly [Source, ...Source[]];
  /** The older incident that this one turned out to be. */
  readonly mergedInto?: string;
  /** The younger ones that turned out to be this one, and those that had gone into them. */
  readonly mergedFrom?: readonly string[];
  readonly reminded?: Reminded;
  /** The last of its alerts that an operator dropped. */
  readonly withheld?: Withheld;
  /** Published while we were away. */
  readonly late: boolean;
}

/** What made a revision. */
export const CHANGES = [
  'stage-advanced',
  'eased',
  'eased-for-some',
  'officially-confirmed',
  'scope-grew',
  'severity-rose',
  'corrected',
  'disputed',
  'retracted',
  'merged',
  'deadline-near',
] as const;
export type Change = (typeof CHANGES)[number];

/** Platform-neutral statement that an incident opened or changed, and why. */
export interface Alert {
  readonly incidentId: string;
  readonly revision: number;
  readonly change: 'opened' | 'updated';
  /** Empty when opened. */
  readonly reasons: readonly Change[];
  readonly at: Instant;
}

/** What correlation made of one report. */
export type Correlated =
  | {
      readonly outcome: 'opened' | 'updated';
      readonly incident: Incident;
      readonly alert: Alert;
      readonly why: string;
    }
  | { readonly outcome: 'seconded' | 'repeated'; readonly incident: Incident; readonly why: string }
  | {
      readonly outcome: 'merged';
      /** The older one, that stands. */
      readonly incident: Incident;
      /** The younger one, whose pending deliveries are withdrawn. */
      readonly merged: Incident;
      readonly alert?: Alert;
      readonly why: string;
    };
