import type { Kind, Stage } from '../domain/taxonomy.ts';
import type { DateMention } from './read-dates.ts';

/** Of an order to one firm, a halt or a freeze, a day ahead is mostly that of an answer or of the end. */
const BEGINS_ON_ITS_DAY: ReadonlySet<Kind> = new Set<Kind>([
  'ban',
  'access-block',
  'social-block',
  'bank-cutoff',
  'market-exit',
  'delisting',
  'rulemaking',
]);

/**
 * A headline says "blocks" of what its text dates four weeks ahead: what takes effect later is announced, not in force
 * (`effective` lies after publication).
 */
export const stageByDate = (kind: Kind, stage: Stage, effective: DateMention | undefined): Stage =>
  stage === 'in-force' && effective !== undefined && BEGINS_ON_ITS_DAY.has(kind) ? 'announced' : stage;
