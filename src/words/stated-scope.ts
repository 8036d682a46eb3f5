import type { Incident, Measure } from '../domain/incident.ts';
import type { Scope, TouchedFunction } from '../domain/report.ts';
import type { Kind } from '../domain/taxonomy.ts';
import { blocksOnlyApps, throughOf } from './actor.ts';
import { sparesMainSite } from './local-firm.ts';
import type { Voice } from './voice.ts';

/**
 * The functions that a measure of a kind can touch. Others stand in the text for something else: "trading" in a text
 * about a block is the business of the platform, not what the block touches.
 */
const TOUCHED: Readonly<Record<Kind, readonly TouchedFunction[]>> = {
  ban: ['sign-up', 'app', 'site'],
  'access-block': ['app', 'site'],
  'social-block': [],
  'bank-cutoff': ['deposits', 'withdrawals'],
  'licence-denied-or-revoked': [],
  // "Without registration" and "trading" are what such orders are about, and sites and apps how they are obeyed.
  'cease-and-desist': ['deposits', 'withdrawals'],
  warning: [],
  enforcement: [],
  'market-exit': ['sign-up', 'trading', 'deposits'],
  'service-halt': ['sign-up', 'trading', 'deposits', 'withdrawals'],
  'account-freeze': ['deposits', 'withdrawals'],
  delisting: [],
  rulemaking: ['sign-up', 'deposits'],
};

/** A warning or a suit names a firm; which of its sites or customers are touched is another's business. */
const WITHOUT_ENTITY: readonly Kind[] = ['warning', 'enforcement', 'rulemaking'];

/** One exchange that is at home elsewhere has a local firm beside its main site. */
const hasLocalFirm = ({ exchanges, jurisdictions }: Incident, voice: Voice): boolean => {
  const [exchange, ...others] = exchanges;
  if (exchange === undefined || others.length > 0) return false;
  return !jurisdictions.includes(voice.homeOf(exchange) ?? '');
};

const APP: TouchedFunction = 'app';

/** A scope as readers are told it. */
export interface StatedScope extends Scope {
  /** A source says that the main site goes on. */
  readonly isAlone?: true;
}

/** What of a measure's scope can be said of it. */
export const statedScope = (incident: Incident, { kind, scope }: Measure, voice: Voice): StatedScope => {
  const { entity, users, functions = [] } = scope;
  const through = throughOf(incident, { kind, scope }, voice);
  // A carrier that cuts off a site is a network as well as the keeper of a store.
  const isOfSite =
    voice.authorityType(through ?? '') === 'network' &&
    functions.includes('site') &&
    !functions.includes(APP);
  const isStore =
    kind === 'access-block' && through !== undefined && !isOfSite && blocksOnlyApps(through, voice);
  const touched = isStore ? [APP] : functions.filter((name) => TOUCHED[kind].includes(name));
  const isMeant = !WITHOUT_ENTITY.includes(kind) && (entity === 'main-site' || hasLocalFirm(incident, voice));
  return {
    ...(entity !== undefined && isMeant && { entity }),
    ...(entity === 'local-firm' && isMeant && sparesMainSite(incident.sources) && { isAlone: true as const }),
    // "All customers" is what anybody takes a measure for that says nothing of customers.
    ...(users !== undefined && users !== 'all' && !WITHOUT_ENTITY.includes(kind) && { users }),
    ...(touched.length > 0 && { functions: touched }),
  };
};
