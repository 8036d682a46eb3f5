import type { Incident, Measure } from '../domain/incident.ts';
import { FUNCTIONS, type Scope, type TouchedFunction } from '../domain/report.ts';
import type { Kind } from '../domain/taxonomy.ts';
import type { Voice } from './voice.ts';

/**
 * The functions that a measure of a kind can touch. Others stand in the text for something else: "trading" in a text
 * about a block is the business of the platform, not what the block touches.
 */
const TOUCHED: Readonly<Record<Kind, readonly TouchedFunction[]>> = {
  ban: FUNCTIONS,
  'access-block': ['app', 'site'],
  'social-block': [],
  'bank-cutoff': ['deposits', 'withdrawals'],
  'licence-denied-or-revoked': [],
  'cease-and-desist': FUNCTIONS,
  warning: [],
  enforcement: [],
  'market-exit': FUNCTIONS,
  'service-halt': FUNCTIONS,
  'account-freeze': ['deposits', 'withdrawals'],
  delisting: [],
  rulemaking: ['sign-up', 'deposits'],
};

/** Where an exchange is at home, or none is named, there is no local firm beside a main site. */
const hasLocalFirm = ({ exchanges, jurisdictions }: Incident, voice: Voice): boolean =>
  exchanges.length > 0 && !exchanges.some((id) => jurisdictions.includes(voice.homeOf(id) ?? ''));

/** What of a measure's scope can be said of it. */
export const statedScope = (incident: Incident, { kind, scope }: Measure, voice: Voice): Scope => {
  const { entity, users, functions = [] } = scope;
  const touched = functions.filter((name) => TOUCHED[kind].includes(name));
  const isMeant = entity === 'main-site' || hasLocalFirm(incident, voice);
  return {
    ...(entity !== undefined && isMeant && { entity }),
    ...(users !== undefined && { users }),
    ...(touched.length > 0 && { functions: touched }),
  };
};
