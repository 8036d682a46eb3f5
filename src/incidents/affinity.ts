import { DAY } from '../domain/instant.ts';
import type { Report } from '../domain/report.ts';
import type { Kind } from '../domain/taxonomy.ts';
import type { FieldComparison } from './compare-fields.ts';
import { followUp } from './follow-up.ts';
import { DEPARTURES, TARGETED } from './kin.ts';
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

const ORDERS: ReadonlySet<Kind> = new Set(['enforcement', 'cease-and-desist', 'licence-denied-or-revoked']);

const LEAVING: ReadonlySet<Kind> = new Set(['market-exit', 'account-freeze']);

const namedDays = ({ fields, report, incident }: Pair, alike: number): number => {
  if (fields.authority === 'same') return byKin(fields.kin, 21, 7, 2);
  if (fields.authority === 'apart') return byKin(fields.kin, 2, 1, 0);
  if (fields.authority === 'both-unnamed' && DEPARTURES.has(report.kind)) return byKin(fields.kin, 60, 2, 1);
  // Who leaves closes accounts.
  const leaves = LEAVING.has(report.kind) && incident.measures.some(({ kind }) => kind === 'market-exit');
  if (leaves && fields.place === 'same' && fields.kin === 1) return 60;
  // Of two orders on one day by who knows whom, only the texts can tell.
  const orders = [report, ...incident.measures].every(({ kind }) => ORDERS.has(kind));
  if (orders && fields.authority === 'unstated' && fields.kin <= 0.5 && alike < 0.5) return -1;
  if (orders && fields.authority === 'unstated' && alike < 0.3) return byKin(fields.kin, 5, 2, 1);
  return byKin(fields.kin, 14, 2, 1);
};

/** Days within which a wave of closings is one. */
const WAVE_DAYS = 10;

/** The hand is the same, or an arm of it. */
const KNOWN: ReadonlySet<FieldComparison['authority']> = new Set(['same', 'chained']);

const unnamedDays = ({ fields, report }: Pair, alike: number): number => {
  if (fields.place !== 'same' || fields.authority === 'apart') return 0;
  if (fields.isWave) return WAVE_DAYS;
  const known = KNOWN.has(fields.authority) || fields.through === 'same';
  if (fields.exchanges === 'both-unnamed')
    return known ? byKin(fields.kin, 14, 3, 1) : byKin(fields.kin, 5, 0, 0);
  // Whom a body sues, the words tell where a name does not.
  if (known && fields.exchanges === 'unstated' && TARGETED.has(report.kind) && alike < 0.3)
    return byKin(fields.kin, 3, 1, 0);
  // Who carries out comes soon after who decides.
  if (known)
    return byKin(fields.kin, fields.authority === 'chained' && fields.through !== 'same' ? 4 : 8, 1, 0);
  return byKin(fields.kin, TARGETED.has(report.kind) && alike < 0.3 ? 2 : 4, alike >= 0.3 ? 0 : -1, -1);
};

const HALTS: ReadonlySet<Kind> = new Set(['service-halt', 'market-exit', 'account-freeze']);

const speaksAlike = ({ authority, through }: FieldComparison, alike: number): boolean =>
  alike >= 0.3 || authority === 'same' || through === 'same';

/** What a bloc does its countries do; an exchange that leaves goes from one after the other. */
const withinDays = ({ fields, report }: Pair): number => {
  if (fields.kin < 1) return 1;
  return DEPARTURES.has(report.kind) && fields.authority === 'both-unnamed' ? 2 : Number.POSITIVE_INFINITY;
};

/** Some halt, and we cannot tell that it is the same one: abroad it is an arm's. */
const doubtful = ({ fields, report }: Pair): boolean =>
  fields.kin < 1 || (report.kind === 'service-halt' && !fields.atHome);

/** An exchange may halt in one country, and in another the next day: where nobody says where, only the same day tells. */
const placelessDays = (pair: Pair, alike: number): number => {
  const { fields, report } = pair;
  if (fields.place === 'same') return Number.POSITIVE_INFINITY;
  if (fields.place === 'within') return withinDays(pair);
  if (fields.place === 'both-unstated') {
    if (fields.kin === 1) return HALTS.has(report.kind) || speaksAlike(fields, alike) ? 5 : -1;
    return fields.kin > 0.5 && fields.authority === 'both-unnamed' ? 0.5 : -1;
  }
  if (doubtful(pair)) return alike >= 0.5 ? 1 : -1;
  return alike >= 0.5 ? 3 : 1;
};

/** One gate is named and no place: what another gate, or the exchange itself, did on that day is another act. */
const anotherGate = ({ fields, report, incident }: Pair, alike: number): boolean => {
  if (alike >= 0.5) return false;
  const oneGate = (report.through === undefined) !== (incident.through === undefined);
  if (fields.place !== 'same')
    return fields.through === 'apart' || (oneGate && (fields.kin < 1 || fields.authority !== 'same'));
  // Of itself each bank acts alone; what an authority wants of several is one act.
  const alone = fields.authority === 'both-unnamed' && alike < 0.3;
  return alone && (fields.through === 'apart' || (oneGate && fields.exchanges === 'unstated'));
};

/** An authority freezes; the exchange stops by itself: the word alone does not make them one. */
const haltsByItself = ({ fields, report, incident }: Pair, alike: number): boolean => {
  if (fields.authority !== 'unstated' || fields.kin === 1 || alike >= 0.5) return false;
  const kinds = [report.kind, ...incident.measures.map(({ kind }) => kind)];
  return kinds.includes('account-freeze') && !kinds.every((kind) => kind === 'account-freeze');
};

/** "Eleven firms" are not the one that the other names. */
const MANY = 5;
const countsMore = ({ fields, report, incident, traits, theirs }: Pair): boolean => {
  if (fields.exchanges !== 'unstated' || KNOWN.has(fields.authority)) return false;
  const named = report.exchanges.length + incident.exchanges.length;
  const counts = report.exchanges.length === 0 ? traits.counts : theirs.counts;
  return named === 1 && [...counts].some((count) => Number(count) >= MANY && Number(count) < 1000);
};

/** A state's case beside the country's. */
const anotherCourt = ({ fields, report, incident }: Pair, alike: number): boolean => {
  if (KNOWN.has(fields.authority) || alike >= 0.3 || !TARGETED.has(report.kind)) return false;
  return (report.subdivisions.length === 0) !== (incident.subdivisions.length === 0);
};

/** Police arrest and a watchdog sues: whoever they share, they are two acts. */
const arrestBesideSuit = ({ fields, report, traits, theirs }: Pair): boolean =>
  fields.watchdogAlone && report.kind === 'enforcement' && traits.arrests !== theirs.arrests;

/** What keeps two acts apart even on one day. */
const anotherAct = (pair: Pair, alike: number): boolean =>
  anotherCourt(pair, alike) || anotherGate(pair, alike) || haltsByItself(pair, alike) || countsMore(pair);

/** Further apart than this, the same fields speak of another act. */
const reachDays = (pair: Pair): number => {
  const { fields } = pair;
  const named = fields.exchanges === 'same';
  const alike = sharedWords(pair);
  if (anotherAct(pair, alike)) return -1;
  const base = named ? namedDays(pair, alike) : unnamedDays(pair, alike);
  const stretched = !named && alike >= 0.5 && !figuresDiffer(pair) ? base * 2.5 : base;
  const reach = !named && !fields.isWave && figuresDiffer(pair) ? stretched / 4 : stretched;
  return Math.min(reach, isAnew(pair) ? 1 : reach, placelessDays(pair, alike));
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

const imposedAnew = ({ report, incident, publishedAt, fields }: Pair): boolean =>
  report.direction === 'tightens' &&
  incident.closedAt !== undefined &&
  (fields.kin < 1 || publishedAt - incident.closedAt > LAG_DAYS * DAY);

/** One rule is loosened while another is drawn tighter: where neither names whom, only the words can tell. */
const otherWay = (pair: Pair): boolean => {
  const { report, incident, fields } = pair;
  const isRule = report.kind === 'rulemaking' && fields.exchanges !== 'same';
  return (
    isRule &&
    incident.measures.every(({ direction }) => direction !== report.direction) &&
    sharedWords(pair) < 0.5
  );
};

/** What tells two acts apart once some days lie between them. */
const differs = (pair: Pair, days: number): boolean => {
  if (imposedAnew(pair) || otherWay(pair) || arrestBesideSuit(pair)) return true;
  if (days >= 5 && anotherGateway(pair)) return true;
  const inOneWave = pair.fields.isWave && days <= WAVE_DAYS;
  if (days >= 3 && anotherList(pair) && !inOneWave) return true;
  // A proposal a week after the deed is the next deed.
  const done = pair.incident.measures.every(({ stage }) => stage === 'in-force' || stage === 'eased');
  return days > 7 && pair.report.stage === 'proposed' && done;
};

/** Two authorities in one act: only on the same several exchanges, or on one with the same figures or names. */
const rivals = (pair: Pair): boolean => {
  const { fields, report, incident } = pair;
  if (fields.authority !== 'apart') return false;
  // A minister revokes on a watchdog's advice: papers name either. Suits are brought by each on its own.
  const mayAdvise = fields.exchanges === 'same' && fields.kin === 1 && report.kind !== 'enforcement';
  if (mayAdvise && daysApart(pair) <= 1 && fields.bodiesTogether()) return false;
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

/** No reach goes further: spares what lies years apart the reading of its texts. */
const FARTHEST_DAYS = 60;

const near = (pair: Pair, days: number): string | undefined =>
  days <= FARTHEST_DAYS && days <= reachDays(pair) && !rivals(pair) ? nameReason(pair) : undefined;

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
