import type { Entry } from '../../src/domain/entry.ts';
import type { Feed } from '../../src/domain/feed.ts';
import { hashId } from '../../src/domain/hash-id.ts';
import type { Incident } from '../../src/domain/incident.ts';
import { DAY, type Instant } from '../../src/domain/instant.ts';
import type { Report } from '../../src/domain/report.ts';
import { type Correlator, createCorrelator } from '../../src/incidents/correlate.ts';
import { knowledge } from './knowledge.ts';

export const START: Instant = Date.UTC(2024, 2, 4, 9);

/** One outlet's telling. Days count from 4 March 2024. */
export interface Telling extends Partial<Omit<Report, 'evidence' | 'why'>> {
  readonly title: string;
  readonly text?: string;
  readonly day?: number;
  readonly publisher?: string;
  readonly feedKind?: Feed['kind'];
  readonly feedJurisdiction?: string;
  readonly language?: string;
  readonly novelty?: Entry['novelty'];
  readonly key?: string;
}

export const feedOf = ({
  publisher = 'Daily Ledger',
  feedKind = 'press',
  feedJurisdiction,
}: Telling): Feed => ({
  id: publisher.toLowerCase().replaceAll(' ', '-'),
  url: 'https://feeds.example/rss',
  publisher,
  kind: feedKind,
  every: { min: 60_000, max: 60_000 },
  enabled: true,
  ...(feedJurisdiction === undefined ? {} : { jurisdiction: feedJurisdiction }),
});

export const entryOf = (telling: Telling): Entry => {
  const { title, text = '', day = 0, language = 'en', novelty = 'new', publisher = 'Daily Ledger' } = telling;
  const key = telling.key ?? `${title} ${day}`;
  const feedId = feedOf(telling).id;
  const publishedAt = START + day * DAY;
  return {
    id: hashId('entry', feedId, key),
    feedId,
    key,
    title,
    text,
    publisher,
    language,
    publishedAt,
    publishedEstimated: false,
    firstSeenAt: publishedAt,
    novelty,
    late: false,
  };
};

export const reportOf = (telling: Telling): Report => {
  const { kind = 'ban', stage = 'announced', severity = 'high', scope = {}, disputed = false } = telling;
  const {
    exchanges = [],
    jurisdictions = [],
    subdivisions = [],
    attributedTo = [],
    confidence = 0.9,
  } = telling;
  const { authority, through, effectiveAt } = telling;
  return {
    kind,
    stage,
    direction: telling.direction ?? (stage === 'eased' ? 'eases' : 'tightens'),
    severity,
    exchanges,
    jurisdictions,
    subdivisions,
    scope,
    disputed,
    attributedTo,
    confidence,
    evidence: [],
    why: 'told in a test',
    ...(authority === undefined ? {} : { authority }),
    ...(through === undefined ? {} : { through }),
    ...(effectiveAt === undefined ? {} : { effectiveAt }),
  };
};

export const correlator = (): Correlator => createCorrelator(knowledge);

export const nowOf = ({ day = 0 }: Telling): Instant => START + day * DAY + 60_000;

/** Tells one entry of several reports and commits what came of it, as the lane does. */
export const tellAll = (to: Correlator, telling: Telling, reports: readonly Report[]) => {
  const results = to.correlate({ entry: entryOf(telling), feed: feedOf(telling), reports }, nowOf(telling));
  for (const result of results) {
    to.put(result.incident);
    if (result.outcome === 'merged') to.put(result.merged);
  }
  return results;
};

/** Tells one report. */
export const tell = (to: Correlator, telling: Telling) => {
  const [result] = tellAll(to, telling, [reportOf(telling)]);
  if (result === undefined) throw new Error('one report has one answer');
  return result;
};

/** The incidents that stand, merged ones left out. */
export const standing = (of: Correlator): readonly Incident[] =>
  [...of.all()].filter(({ mergedInto }) => mergedInto === undefined);
