import type { Kind } from '../domain/taxonomy.ts';

/** Kinds that outlets use for one another when they tell of the same act, 0 to 1. */
const KIN: Readonly<Partial<Record<Kind, Readonly<Partial<Record<Kind, number>>>>>> = {
  ban: {
    'access-block': 0.7,
    'cease-and-desist': 0.7,
    warning: 0.5,
    'service-halt': 0.6,
    'market-exit': 0.5,
    enforcement: 0.5,
    'licence-denied-or-revoked': 0.5,
    rulemaking: 0.5,
    'bank-cutoff': 0.4,
    delisting: 0.3,
  },
  'access-block': { 'cease-and-desist': 0.5, warning: 0.4, 'social-block': 0.3, rulemaking: 0.3 },
  'cease-and-desist': {
    warning: 0.6,
    'market-exit': 0.5,
    'service-halt': 0.5,
    enforcement: 0.5,
    'licence-denied-or-revoked': 0.6,
  },
  enforcement: { warning: 0.3, 'market-exit': 0.4, 'licence-denied-or-revoked': 0.4 },
  'market-exit': { 'service-halt': 0.6, 'bank-cutoff': 0.4, 'licence-denied-or-revoked': 0.5, warning: 0.4 },
  'service-halt': { 'account-freeze': 0.6, 'licence-denied-or-revoked': 0.4, rulemaking: 0.3 },
  'bank-cutoff': { 'account-freeze': 0.5, rulemaking: 0.4 },
  delisting: { rulemaking: 0.4, 'market-exit': 0.3 },
};

/** 1 for the same kind, 0 for kinds that nobody confuses. */
export const kinship = (left: Kind, right: Kind): number =>
  left === right ? 1 : (KIN[left]?.[right] ?? KIN[right]?.[left] ?? 0);

/** An exchange goes once, and takes weeks over it. */
export const DEPARTURES: ReadonlySet<Kind> = new Set(['market-exit', 'delisting']);

/** Measures against a firm, of which a body takes many at a time. */
export const TARGETED: ReadonlySet<Kind> = new Set([
  'enforcement',
  'cease-and-desist',
  'licence-denied-or-revoked',
  'warning',
  'delisting',
]);

/** What papers call it when many close at once because a law wants it. */
export const CLOSINGS: ReadonlySet<Kind> = new Set([
  'service-halt',
  'market-exit',
  'licence-denied-or-revoked',
]);

/** Days within which a wave of closings is one. */
export const WAVE_DAYS = 10;
