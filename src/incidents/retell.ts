import { DAY } from '../domain/instant.ts';
import { STAGES } from '../domain/taxonomy.ts';
import { daysApart, type Pair } from './pair.ts';
import { overlap, resemblance, shinglesOf } from './similarity.ts';

/** A page this long after the last word is either a follow-up or a retelling. */
const STALE_DAYS = 10;
const COPIED = 0.5;
/** A copy has about the length of what it copies. */
const LONGER = 1.6;
/** Copies are made of what was there first. */
const COPIED_SOURCES = 3;

const yearOf = (at: number): number => new Date(at).getUTCFullYear();

/** The text dates itself to the year of the incident, and to no later one. */
const datesItselfBack = ({ traits, publishedAt, incident }: Pair): boolean => {
  const then = yearOf(incident.happenedAt);
  return then < yearOf(publishedAt) && traits.years.length > 0 && Math.max(...traits.years) === then;
};

const statesOldDate = ({ report, publishedAt, incident }: Pair): boolean =>
  report.effectiveAt !== undefined &&
  publishedAt - report.effectiveAt > 30 * DAY &&
  Math.abs(report.effectiveAt - incident.happenedAt) < 30 * DAY;

interface Prose {
  readonly title: string;
  readonly text: string;
}

const lengthOf = ({ title, text }: Prose): number => title.length + text.length;

/** Whether an entry copies a source; its own text is taken to pieces once, and only if anybody asks. */
export const copyOf = (entry: Prose): ((source: Prose) => boolean) => {
  let pieces: ReadonlySet<string> | undefined;
  return (source) => {
    const ratio = lengthOf(source) / Math.max(1, lengthOf(entry));
    if (ratio < 1 / LONGER || ratio > LONGER) return false;
    pieces ??= shinglesOf(`${entry.title}\n${entry.text}`);
    return resemblance(pieces, shinglesOf(`${source.title}\n${source.text}`)) >= COPIED;
  };
};

/** A copy keeps the figures and names: asked first, because it costs nothing. */
const keepsFacts = ({ traits, theirs }: Pair): boolean =>
  (traits.numbers.size === 0 || overlap(traits.numbers, theirs.numbers) >= 0.5) &&
  (traits.names.size === 0 || overlap(traits.names, theirs.names) >= 0.5);

/** The same happening by its fields, time left aside. */
const sameFields = (pair: Pair): boolean => {
  const { fields, report, incident } = pair;
  if (fields.place === 'apart' || fields.exchanges === 'apart' || fields.authority === 'apart') return false;
  if (fields.through === 'apart' || fields.kin < 0.5) return false;
  if (report.direction === 'eases') return pair.traits.retells;
  const furthest = Math.max(...incident.measures.map(({ stage }) => STAGES.indexOf(stage)));
  if (STAGES.indexOf(report.stage) > furthest) return false;
  return fields.exchanges === 'same' || (fields.place === 'same' && fields.authority === 'same');
};

/** A guide, a list, an anniversary long after: whatever it says, it is no news of the incident. */
export const looksBack = (pair: Pair): boolean =>
  pair.traits.retells && daysApart(pair) >= STALE_DAYS && sameFields(pair);

/**
 * Why a page only tells again of an old incident (a guide, an anniversary, a stale copy under a new date),
 * or undefined where it brings news. `copies` tells whether the entry is a copy of a source.
 */
export const retelling = (pair: Pair, copies: ReturnType<typeof copyOf>): string | undefined => {
  const { traits, fields } = pair;
  if (daysApart(pair) < STALE_DAYS || !sameFields(pair) || traits.anew) return undefined;
  if (traits.retells) return 'a guide or anniversary of an old incident';
  if (statesOldDate(pair)) return 'the date that it states is long past';
  if (fields.kin === 1 && fields.exchanges === 'same' && datesItselfBack(pair))
    return 'the text dates itself to an earlier year';
  return keepsFacts(pair) && pair.incident.sources.slice(0, COPIED_SOURCES).some(copies)
    ? 'a copy of an old text'
    : undefined;
};
