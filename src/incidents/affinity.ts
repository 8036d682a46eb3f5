import { DAY } from '../domain/instant.ts';
import type { Report } from '../domain/report.ts';
import type { Kind } from '../domain/taxonomy.ts';
import type { FieldComparison } from './compare-fields.ts';
import { followUp } from './follow-up.ts';
import { daysApart, type Pair, sharedWords } from './pair.ts';
import { overlap } from './similarity.ts';

/** That a report belongs to an incident: how much speaks for it, and the reason that decided. */
export interface Affinity {
  readonly score: number;
  readonly why: string;
}

const figuresDiffer = ({ traits, theirs }: Pair): boolean =>
  traits.counts.size > 0 && theirs.counts.size > 0 && overlap(traits.counts, theirs.counts) === 0;

/** Told as a further act, where what it would join was not. */
const isAnew = ({ traits, theirs }: Pair): boolean => traits.anew && !theirs.anew;

/** Named by the report's title, never yet by the incident; an order to two stores is filed under either. */
const anotherGateway = ({ traits, theirs, fields }: Pair): boolean =>
  (fields.through === 'apart' && overlap(traits.titleGateways, theirs.titleGateways) === 0) ||
  (fields.through === 'unstated' && [...traits.titleGateways].some((name) => !theirs.gateways.has(name)));

const byKin = (kin: number, same: number, near: number, far: number): number => {
  if (kin === 1) return same;
  return kin >= 0.5 ? near : far;
};

/** An exchange goes once, and takes weeks over it. */
const DEPARTURES: ReadonlySet<Kind> = new Set(['market-exit', 'delisting']);

const ORDERS: ReadonlySet<Kind> = new Set(['enforcement', 'cease-and-desist', 'licence-denied-or-revoked']);

const namedDays = ({ fields, report, incident }: Pair, alike: number): number => {
  if (fields.authority === 'same') return byKin(fields.kin, 21, 7, 2);
  if (fields.authority === 'apart') return byKin(fields.kin, 2, 1, 0);
  if (fields.authority === 'both-unnamed' && DEPARTURES.has(report.kind)) return byKin(fields.kin, 60, 2, 1);
  // Of two orders on one day by who knows whom, only the texts can tell.
  const orders = [report, ...incident.measures].every(({ kind }) => ORDERS.has(kind));
  if (orders && fields.authority === 'unstated' && fields.kin <= 0.5 && alike < 0.5) return -1;
  return byKin(fields.kin, 14, 2, 1);
};

/** Days within which a wave of closings is one. */
const WAVE_DAYS = 10;

/** The hand is the same, or an arm of it. */
const KNOWN: ReadonlySet<FieldComparison['authority']> = new Set(['same', 'chained']);

const unnamedDays = ({ fields }: Pair): number => {
  if (fields.place !== 'same' || fields.authority === 'apart') return 0;
  if (fields.isWave) return WAVE_DAYS;
  const known = KNOWN.has(fields.authority) || fields.through === 'same';
  if (fields.exchanges === 'both-unnamed')
    return known ? byKin(fields.kin, 14, 3, 1) : byKin(fields.kin, 5, 0, 0);
  return known ? byKin(fields.kin, 8, 1, 0) : byKin(fields.kin, 4, 0, 0);
};

const HALTS: ReadonlySet<Kind> = new Set(['service-halt', 'market-exit', 'account-freeze']);

const speaksAlike = ({ authority, through }: FieldComparison, alike: number): boolean =>
  alike >= 0.3 || authority === 'same' || through === 'same';

/** An exchange may halt in one country, and in another the next day: where nobody says where, only the same day tells. */
const placelessDays = ({ fields, report }: Pair, alike: number): number => {
  if (fields.place === 'same') return Number.POSITIVE_INFINITY;
  if (fields.place === 'within') return fields.kin < 1 ? 1 : Number.POSITIVE_INFINITY;
  if (fields.place === 'both-unstated') {
    if (fields.kin === 1) return HALTS.has(report.kind) || speaksAlike(fields, alike) ? 5 : -1;
    return fields.kin > 0.5 && fields.authority === 'both-unnamed' ? 0.5 : -1;
  }
  if (fields.kin < 1) return alike >= 0.5 ? 1 : -1;
  return alike >= 0.5 ? 3 : 1;
};

/** Further apart than this, the same fields speak of another act. */
const reachDays = (pair: Pair): number => {
  const { fields } = pair;
  const named = fields.exchanges === 'same';
  const alike = sharedWords(pair);
  const base = named ? namedDays(pair, alike) : unnamedDays(pair);
  const stretched = !named && alike >= 0.5 && !figuresDiffer(pair) ? base * 2.5 : base;
  const doubtful = !named && figuresDiffer(pair) ? stretched / 4 : stretched;
  return Math.min(doubtful, isAnew(pair) ? 1 : doubtful, placelessDays(pair, alike));
};

/** The same hand's next list: long lists that hardly meet. */
const anotherList = ({ report, incident, fields }: Pair): boolean =>
  report.exchanges.length >= 3 && incident.exchanges.length >= 3 && fields.sharedExchanges < 0.34;

/** Fields that no closeness in time can reconcile. Cheap: it spares most candidates the reading of their texts. */
export const irreconcilable = (report: Report, fields: FieldComparison): boolean => {
  if (fields.place === 'apart' || fields.exchanges === 'apart') return true;
  if (fields.kin === 0 && !report.disputed) return true;
  return fields.place !== 'same' && fields.exchanges !== 'same';
};

/** Papers lag behind a lifting by this long; what is imposed later is imposed anew. */
const LAG_DAYS = 2;

const imposedAnew = ({ report, incident, publishedAt }: Pair): boolean =>
  report.direction === 'tightens' &&
  incident.closedAt !== undefined &&
  publishedAt - incident.closedAt > LAG_DAYS * DAY;

/** What tells two acts apart once some days lie between them. */
const differs = (pair: Pair, days: number): boolean => {
  if (imposedAnew(pair)) return true;
  if (days >= 5 && anotherGateway(pair)) return true;
  if (days >= 3 && anotherList(pair) && !pair.fields.isWave) return true;
  // A proposal a week after the deed is the next deed.
  const done = pair.incident.measures.every(({ stage }) => stage === 'in-force' || stage === 'eased');
  return days > 7 && pair.report.stage === 'proposed' && done;
};

/** Two authorities in one act: only on the same several exchanges, or on one with the same figures or names. */
const rivals = (pair: Pair): boolean => {
  const { fields, report, incident } = pair;
  if (fields.authority !== 'apart') return false;
  if (fields.sharedExchanges < 0.5) return true;
  const several = report.exchanges.length > 1 && incident.exchanges.length > 1;
  return !several && sharedWords(pair) < 0.4;
};

const nameReason = (pair: Pair): string => {
  const { fields } = pair;
  const parts = [
    fields.exchanges === 'same' ? 'same exchange' : 'same measure',
    ...(fields.place === 'same' ? ['place'] : []),
    ...(fields.authority === 'same' ? ['authority'] : []),
    ...(overlap(pair.traits.numbers, pair.theirs.numbers) > 0 ? ['figures'] : []),
  ];
  const days = Math.ceil(daysApart(pair));
  return `${parts.join(', ')} ${days < 2 ? 'within a day' : `within ${days} days`}`;
};

const near = (pair: Pair, days: number): string | undefined =>
  days <= reachDays(pair) && !rivals(pair) ? nameReason(pair) : undefined;

const denial = (pair: Pair, days: number): string | undefined =>
  pair.report.disputed && pair.fields.exchanges === 'same' && days <= 14 ? 'denies it' : undefined;

const scoreOf = (pair: Pair, days: number): number => {
  const { fields } = pair;
  const named = fields.exchanges === 'same' ? 3 + fields.sharedExchanges : 0;
  const authority = fields.authority === 'same' ? 2 : 0;
  const place = fields.place === 'same' ? 2 : 0;
  const through = fields.through === 'same' ? 1 : 0;
  return named + authority + place + through + 2 * fields.kin + sharedWords(pair) - Math.min(days, 60) / 10;
};

/** Whether a report is about an incident, and on what ground; undefined where it is about another. */
export const affinity = (pair: Pair): Affinity | undefined => {
  const days = daysApart(pair);
  if (differs(pair, days)) return undefined;
  const reasons = [near, denial, followUp];
  for (const reason of reasons) {
    const why = reason(pair, days);
    if (why !== undefined) return { score: scoreOf(pair, days), why };
  }
  return undefined;
};
