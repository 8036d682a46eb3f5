import type { Kind } from '../domain/taxonomy.ts';
import type { PlainVerb } from './plain-verb.ts';
import type { Told } from './told.ts';
import { BLOCKS_ACCESS } from './verbs-of-access.ts';
import { ACCUSES, CHARGES, FINES, SETTLES, SUES, type Verbs } from './verbs-of-authorities.ts';
import {
  CLOSES,
  CLOSES_ACCOUNTS,
  ENDS_SERVICE,
  GOES_BANKRUPT,
  HALTS_WITHDRAWALS,
} from './verbs-of-exchanges.ts';
import { HALTS_TRADING, LOSES_PARTNER, OUTAGES, SUSPENDS } from './verbs-of-leaving.ts';
import { REFUSES, REVOKES, SUSPENDS_LICENCE } from './verbs-of-licences.ts';
import { FORBIDS_ACTIVITIES, LISTS, OUTLAWS } from './verbs-of-lists.ts';
import { ARRESTS, FREEZES_ASSETS, RAIDS, SEIZES } from './verbs-of-police.ts';
import { BANS, LICENCES, PASSES_LAW, RULES, WARNS } from './words-of-bans.ts';

/** By the words that tell of them; a settlement to come, and an easing, are told by more than one word. */
export const VERBS: Readonly<Record<Exclude<PlainVerb, 'settles-soon' | 'strikes-down'>, Verbs>> = {
  accuses: ACCUSES,
  'approves-law': PASSES_LAW,
  arrests: ARRESTS,
  bankrupt: GOES_BANKRUPT,
  bans: BANS,
  'blocks-access': BLOCKS_ACCESS,
  charges: CHARGES,
  closes: CLOSES,
  'closes-accounts': CLOSES_ACCOUNTS,
  'ends-service': ENDS_SERVICE,
  fines: FINES,
  'forbids-activities': FORBIDS_ACTIVITIES,
  'freezes-assets': FREEZES_ASSETS,
  'halts-trading': HALTS_TRADING,
  'halts-withdrawals': HALTS_WITHDRAWALS,
  licences: LICENCES,
  'limits-business': BANS,
  lists: LISTS,
  'loses-partner': LOSES_PARTNER,
  outage: OUTAGES,
  outlaws: OUTLAWS,
  'publishes-list': LISTS,
  raids: RAIDS,
  refuses: REFUSES,
  revokes: REVOKES,
  rules: RULES,
  seizes: SEIZES,
  settles: SETTLES,
  sues: SUES,
  suspends: SUSPENDS,
  'suspends-licence': SUSPENDS_LICENCE,
  'warns-of-licences': WARNS,
};
export type Verb = keyof typeof VERBS;

/** What is told more plainly than the sentence of its kind does. Of several the first counts: who settles was sued before. */
const PLAINER: Partial<Readonly<Record<Kind, readonly Verb[]>>> = {
  enforcement: ['settles', 'fines', 'sues', 'charges', 'arrests', 'raids', 'seizes', 'accuses'],
  ban: ['forbids-activities', 'limits-business'],
  'cease-and-desist': ['forbids-activities', 'limits-business'],
  'licence-denied-or-revoked': ['refuses', 'revokes', 'suspends-licence'],
  warning: ['publishes-list'],
  rulemaking: ['approves-law', 'warns-of-licences'],
};
/** What is told more plainly only where the words of the kind itself are missing. */
const WHERE_VAGUE: Partial<Readonly<Record<Kind, readonly Verb[]>>> = {
  ban: ['lists', 'blocks-access', 'bans', 'outlaws'],
  'access-block': ['lists', 'blocks-access', 'bans'],
  'cease-and-desist': ['blocks-access', 'bans'],
  warning: ['blocks-access', 'bans'],
  'bank-cutoff': ['closes-accounts', 'loses-partner', 'halts-withdrawals'],
  'account-freeze': ['freezes-assets'],
  'service-halt': ['outage', 'bankrupt', 'halts-withdrawals', 'loses-partner', 'closes', 'ends-service'],
  'market-exit': ['closes', 'ends-service', 'suspends'],
  'licence-denied-or-revoked': ['halts-trading', 'closes', 'suspends'],
  rulemaking: ['licences', 'rules'],
};

/** The plain verbs that may tell of a measure, in the order in which they count. */
export const verbsFor = ({ isVague = false, measures: [{ kind }] }: Told): readonly Verb[] => [
  ...(PLAINER[kind] ?? []),
  ...(isVague ? (WHERE_VAGUE[kind] ?? []) : []),
];
