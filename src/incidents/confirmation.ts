import { countryOf } from '../domain/country-of.ts';
import type { Feed } from '../domain/feed.ts';
import { CONFIRMATIONS, type Confirmation, type Incident, type Source } from '../domain/incident.ts';
import type { Report } from '../domain/report.ts';
import type { Stage } from '../domain/taxonomy.ts';
import type { Atlas } from './knowledge.ts';
import { resemblance, shinglesOf } from './similarity.ts';

/** Texts this alike come from one desk. */
const ONE_DESK = 0.5;

/** Attributions that name nobody. */
const NOBODY = new Set(['sources', 'source', 'report', 'reports', 'media', 'local media', 'people familiar']);

/** `www.CoinDesk.com` and `CoinDesk` are one publisher. */
const house = (publisher: string): string =>
  publisher
    .toLowerCase()
    .replace(/^(?:https?:\/\/)?(?:www\d?|m|amp|news)\./, '')
    .replace(/(?:\.(?:com?|org|net|news|io|info))?(?:\.[a-z]{2,6})?$/, '')
    .replace(/[^\p{L}\p{N}]/gu, '');

const origins = ({ publisher, attributedTo }: Source): ReadonlySet<string> =>
  new Set([house(publisher), ...attributedTo.filter((name) => !NOBODY.has(name)).map(house)]);

/** Not the same publisher, not quoting one another or the same third, not the same text. */
export const independent = (left: Source, right: Source): boolean => {
  const theirs = origins(right);
  if ([...origins(left)].some((origin) => theirs.has(origin))) return false;
  const shingles = [left, right].map(({ title, text }) => shinglesOf(`${title}\n${text}`));
  const [ours = new Set<string>(), other = new Set<string>()] = shingles;
  return resemblance(ours, other) < ONE_DESK;
};

/** Independent of every source so far. */
export const addsAVoice = (source: Source, others: readonly Source[]): boolean =>
  others.every((other) => independent(source, other));

const reaches = (feed: Feed, { jurisdictions }: Report, atlas: Atlas): boolean => {
  const home = countryOf(feed.jurisdiction);
  if (home === undefined || jurisdictions.length === 0) return true;
  return jurisdictions.some((code) => code === home || atlas.blocsOf(code).includes(home));
};

/** The authority's own word where it rules, or the exchange's own about itself. */
export const isOfficial = (report: Report, feed: Feed, atlas: Atlas): boolean => {
  if (feed.kind === 'official') return reaches(feed, report, atlas);
  if (feed.kind !== 'exchange') return false;
  const speaker = ` ${feed.publisher.toLowerCase().replace(/[^\p{L}\p{N}.]+/gu, ' ')} `;
  // "Bybit announcements" and "Kraken status" speak for Bybit and Kraken.
  return report.exchanges.some((id) =>
    [id, ...atlas.namesOf(id)].some((name) => speaker.includes(` ${name} `)),
  );
};

/** What is only spoken of, what is decided, what is lifted: each needs a word of its own. */
const PHASES: Readonly<Record<Stage, number>> = {
  reported: 0,
  proposed: 0,
  announced: 1,
  'in-force': 1,
  eased: 2,
};
const LIFTED = PHASES.eased;

interface Stand {
  readonly sources: readonly Source[];
  readonly measures: Incident['measures'];
}

const phaseOf = ({ measures }: Pick<Stand, 'measures'>): number =>
  Math.max(...measures.map(({ stage }) => PHASES[stage]));

/** Sources that left no readings told of what is imposed. */
const tellsOf = ({ readings }: Source, phase: number): boolean =>
  readings === undefined
    ? phase < LIFTED
    : readings.some(({ stage, direction }) => PHASES[direction === 'eases' ? 'eased' : stage] === phase);

const byWeight = (left: Confirmation, right: Confirmation): Confirmation =>
  CONFIRMATIONS.indexOf(left) >= CONFIRMATIONS.indexOf(right) ? left : right;

const weigh = (sources: readonly Source[]): Confirmation => {
  if (sources.some(({ official }) => official)) return 'official';
  const pairs = sources.some((left, at) => sources.slice(at + 1).some((right) => independent(left, right)));
  return pairs ? 'corroborated' : 'unconfirmed';
};

/**
 * On whose word stands what is newest in an incident (design, section 2). It grows with each voice and falls back only
 * when the incident moves on: a lifting that one paper tells of is that paper's word, however official the ban was.
 */
export const confirmationOf = (
  now: Stand,
  ...before: readonly Pick<Incident, 'measures' | 'confirmation'>[]
): Confirmation => {
  const phase = phaseOf(now);
  const known = before.filter((each) => phaseOf(each) === phase).map(({ confirmation }) => confirmation);
  return known.reduce(byWeight, weigh(now.sources.filter((source) => tellsOf(source, phase))));
};
