import { DAY } from '../domain/instant.ts';
import type { Report } from '../domain/report.ts';
import type { FieldComparison } from './compare-fields.ts';
import { followUp } from './follow-up.ts';
import { WAVE_DAYS } from './kin.ts';
import { daysApart, type Pair, sharedWords } from './pair.ts';
import { reachDays } from './reach-days.ts';
import { overlap } from './similarity.ts';

/** That a report belongs to an incident: how much speaks for it, and the reason that decided. */
export interface Affinity {
  readonly score: number;
  readonly why: string;
}

/** Named by the report's title, never yet by the incident; an order to two stores is filed under either. */
const anotherGateway = ({ traits, theirs, fields }: Pair): boolean =>
  (fields.through === 'apart' && overlap(traits.titleGateways, theirs.titleGateways) === 0) ||
  (fields.through === 'unstated' && [...traits.titleGateways].some((name) => !theirs.gateways.has(name)));

/** Police arrest and a watchdog sues: whoever they share, they are two acts. */
const arrestBesideSuit = ({ fields, report, traits, theirs }: Pair): boolean =>
  fields.watchdogAlone && report.kind === 'enforcement' && traits.arrests !== theirs.arrests;

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
