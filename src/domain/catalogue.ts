import type { Feed } from './feed.ts';
import type { Direction, Kind, Severity, Stage } from './taxonomy.ts';

/** A name by which something is called; `needsContext` where it is an ordinary word or belongs to several. */
export interface Alias {
  readonly text: string;
  readonly needsContext: boolean;
  /** The one meant where nothing else tells (SEC: the American). */
  readonly isDefault?: boolean;
}

/** A trading venue, broker or custodial platform for crypto (`config/exchanges.yaml`). */
export interface Exchange {
  readonly id: string;
  readonly name: string;
  readonly aliases: readonly Alias[];
  readonly domains: readonly string[];
  readonly status: 'active' | 'defunct';
  readonly country?: string;
  readonly formerIds: readonly string[];
}

export const AUTHORITY_TYPES = [
  'regulator',
  'central-bank',
  'court',
  'police',
  'prosecutor',
  'ministry',
  'fiu',
  'telecom',
  'legislature',
  'government',
  'tax',
  'self-regulator',
  'bank',
  'payment',
  'app-store',
  'network',
] as const;
export type AuthorityType = (typeof AUTHORITY_TYPES)[number];

/** Who acts, or through whom (`config/authorities.yaml`). */
export interface Authority {
  readonly id: string;
  readonly name: string;
  readonly aliases: readonly Alias[];
  /** What it is called in languages whose script does not tell, one name each; a reader of others gets `name`. */
  readonly localNames?: Readonly<Record<string, string>>;
  readonly type: AuthorityType;
  /** ISO 3166-1 alpha-2, ISO 3166-2 or `EU`; absent for gatekeepers of the whole world. */
  readonly jurisdiction?: string;
  readonly gatekeeper: boolean;
  /** Whichever bodies of its type act there: "Indian banks", "Kosovo police". Readers are told the type and no name. */
  readonly isSort?: boolean;
  /** The body that it belongs to or acts for: papers name one or the other. */
  readonly partOf?: string;
}

/** A place where a measure can bite (`config/jurisdictions.yaml`). A trailing `*` on a name allows endings. */
export interface Jurisdiction {
  readonly code: string;
  readonly parent?: string;
  readonly blocs: readonly string[];
  readonly names: Readonly<Record<string, readonly string[]>>;
  readonly adjectives: Readonly<Record<string, readonly string[]>>;
  readonly cities: Readonly<Record<string, readonly string[]>>;
  /** What tells of the place without naming it: its money, its laws. */
  readonly hints?: Readonly<Record<string, readonly string[]>>;
  /** Names that its users give it, and that are words of their own elsewhere: they do not count. */
  readonly struck?: readonly string[];
}

/** Words that speak for something, by language; a trailing `*` allows endings, a `_` some words between. */
export type CuesByLanguage = Readonly<Record<string, readonly string[]>>;

/** What a kind of measure does and how grave it is at each stage. */
export interface KindRule {
  readonly kind: Kind;
  readonly direction: Direction;
  readonly severity: Readonly<Record<Stage, Severity>>;
}

/** `config/taxonomy.yaml` and `config/cues/*.yaml`. */
export interface Taxonomy {
  readonly kinds: readonly KindRule[];
  /** Group of cues (a kind, a stage, a counter-cue such as `price`) to its words by language. */
  readonly cues: Readonly<Record<string, CuesByLanguage>>;
}

/** Everything that people edit in `config/`, checked. */
export interface Catalogue {
  readonly feeds: readonly Feed[];
  readonly exchanges: readonly Exchange[];
  readonly authorities: readonly Authority[];
  readonly jurisdictions: readonly Jurisdiction[];
  readonly taxonomy: Taxonomy;
}
