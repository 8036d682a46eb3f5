import type { Kind } from '../domain/taxonomy.ts';
import type { FieldComparison } from './compare-fields.ts';
import { DEPARTURES, TARGETED, WAVE_DAYS } from './kin.ts';
import { type Pair, sharedWords } from './pair.ts';
import { overlap } from './similarity.ts';

const figuresDiffer = ({ traits, theirs }: Pair): boolean =>
  traits.counts.size > 0 && theirs.counts.size > 0 && overlap(traits.counts, theirs.counts) === 0;

/** Told as a further act, where what it would join was not. */
const isAnew = ({ traits, theirs }: Pair): boolean => traits.anew && !theirs.anew;

const byKin = (kin: number, same: number, near: number, far: number): number => {
  if (kin === 1) return same;
  return kin >= 0.5 ? near : far;
};

const ORDERS: ReadonlySet<Kind> = new Set(['enforcement', 'cease-and-desist', 'licence-denied-or-revoked']);

const LEAVING: ReadonlySet<Kind> = new Set(['market-exit', 'account-freeze']);

/** Who leaves closes accounts. */
const closesAccounts = ({ fields, report, incident }: Pair): boolean =>
  fields.kin === 1 &&
  fields.place === 'same' &&
  LEAVING.has(report.kind) &&
  incident.measures.some(({ kind }) => kind === 'market-exit');

const areOrders = ({ report, incident }: Pair): boolean =>
  [report, ...incident.measures].every(({ kind }) => ORDERS.has(kind));

/** Of two orders on one day by who knows whom, only the texts can tell. */
const orderDays = ({ fields: { kin } }: Pair, alike: number): number => {
  if (kin <= 0.5 && alike < 0.5) return -1;
  return byKin(kin, alike < 0.3 ? 5 : 14, 2, 1);
};

const namedDays = (pair: Pair, alike: number): number => {
  const { kin, authority } = pair.fields;
  if (authority === 'same') return byKin(kin, 21, 7, 2);
  if (authority === 'apart') return byKin(kin, 2, 1, 0);
  if (authority === 'both-unnamed' && DEPARTURES.has(pair.report.kind)) return byKin(kin, 60, 2, 1);
  if (closesAccounts(pair)) return 60;
  if (authority === 'unstated' && areOrders(pair)) return orderDays(pair, alike);
  return byKin(kin, 14, 2, 1);
};

/** The hand is the same, or an arm of it. */
const KNOWN: ReadonlySet<FieldComparison['authority']> = new Set(['same', 'chained']);

const knownHandDays = ({ fields, report }: Pair, alike: number): number => {
  const { kin, exchanges, authority, through } = fields;
  if (exchanges === 'both-unnamed') return byKin(kin, 14, 3, 1);
  // Whom a body sues, the words tell where a name does not.
  if (exchanges === 'unstated' && TARGETED.has(report.kind) && alike < 0.3) return byKin(kin, 3, 1, 0);
  // Who carries out comes soon after who decides.
  return byKin(kin, authority === 'chained' && through !== 'same' ? 4 : 8, 1, 0);
};

const anyHandDays = ({ fields, report }: Pair, alike: number): number => {
  const { kin, exchanges } = fields;
  if (exchanges === 'both-unnamed') return byKin(kin, 5, 0, 0);
  if (alike >= 0.3) return byKin(kin, 4, 0, -1);
  return byKin(kin, TARGETED.has(report.kind) ? 2 : 4, -1, -1);
};

const unnamedDays = (pair: Pair, alike: number): number => {
  const { place, authority, through, isWave } = pair.fields;
  if (place !== 'same' || authority === 'apart') return 0;
  if (isWave) return WAVE_DAYS;
  const isKnown = KNOWN.has(authority) || through === 'same';
  return isKnown ? knownHandDays(pair, alike) : anyHandDays(pair, alike);
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

/** Neither says where. */
const nowhereDays = ({ fields, report }: Pair, alike: number): number => {
  if (fields.kin === 1) return HALTS.has(report.kind) || speaksAlike(fields, alike) ? 5 : -1;
  return fields.kin > 0.5 && fields.authority === 'both-unnamed' ? 0.5 : -1;
};

/** An exchange may halt in one country, and in another the next day: where nobody says where, only the same day tells. */
const placelessDays = (pair: Pair, alike: number): number => {
  const { place } = pair.fields;
  if (place === 'same') return Number.POSITIVE_INFINITY;
  if (place === 'within') return withinDays(pair);
  if (place === 'both-unstated') return nowhereDays(pair, alike);
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

/** What keeps two acts apart even on one day. */
const anotherAct = (pair: Pair, alike: number): boolean =>
  anotherCourt(pair, alike) || anotherGate(pair, alike) || haltsByItself(pair, alike) || countsMore(pair);

/** Further apart than this, the same fields speak of another act. */
export const reachDays = (pair: Pair): number => {
  const { fields } = pair;
  const named = fields.exchanges === 'same';
  const alike = sharedWords(pair);
  if (anotherAct(pair, alike)) return -1;
  const base = named ? namedDays(pair, alike) : unnamedDays(pair, alike);
  const stretched = !named && alike >= 0.5 && !figuresDiffer(pair) ? base * 2.5 : base;
  const reach = !named && !fields.isWave && figuresDiffer(pair) ? stretched / 4 : stretched;
  return Math.min(reach, isAnew(pair) ? 1 : reach, placelessDays(pair, alike));
};
