/** The kinds of restriction, most grave first. `config/taxonomy.yaml` gives each its severity and cues. */
export const KINDS = [
  'ban',
  'access-block',
  'social-block',
  'bank-cutoff',
  'licence-denied-or-revoked',
  'cease-and-desist',
  'warning',
  'enforcement',
  'market-exit',
  'service-halt',
  'account-freeze',
  'delisting',
  'rulemaking',
] as const;
export type Kind = (typeof KINDS)[number];

const KIND_NAMES: ReadonlySet<string> = new Set(KINDS);

export const isKind = (name: string): name is Kind => KIND_NAMES.has(name);

/** How far a measure has come. `reported` is hearsay; `eased` is its end. */
export const STAGES = ['reported', 'proposed', 'announced', 'in-force', 'eased'] as const;
export type Stage = (typeof STAGES)[number];

export type Direction = 'tightens' | 'eases';

/** How much a customer must act, least first. */
export const SEVERITIES = ['low', 'medium', 'high', 'critical'] as const;
export type Severity = (typeof SEVERITIES)[number];

/** True when `severity` is `floor` or graver. */
export const atLeast = (severity: Severity, floor: Severity): boolean =>
  SEVERITIES.indexOf(severity) >= SEVERITIES.indexOf(floor);
