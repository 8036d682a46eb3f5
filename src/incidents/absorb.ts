import type { Entry } from '../domain/entry.ts';
import type { Feed } from '../domain/feed.ts';
import type { Incident, Source, SourceReading } from '../domain/incident.ts';
import { DAY, type Instant } from '../domain/instant.ts';
import type { Report } from '../domain/report.ts';
import { atLeast, type Severity } from '../domain/taxonomy.ts';
import { joinBodies, joinGates } from './bodies.ts';
import { confirmationOf, isOfficial } from './confirmation.ts';
import { namesOthers } from './cues.ts';
import type { Atlas } from './knowledge.ts';
import { allEased, joinMeasures, type Measures, measureOf, measuresOf, settleMeasures } from './measures.ts';
import { unite } from './unite.ts';

/** The reports of one entry that are about one incident. */
export type Bundle = readonly [Report, ...Report[]];

export interface Told {
  readonly entry: Entry;
  readonly feed: Feed;
  readonly bundle: Bundle;
}

const FULL_TEXTS = 3;
const FULL_TEXT = 2000;
const SHORT_TEXT = 300;
/** More voices than this add weight to the record and nothing to the reader. */
export const MAX_SOURCES = 40;

const gravest = (severities: readonly Severity[], floor: Severity): Severity =>
  severities.reduce((left, right) => (atLeast(right, left) ? right : left), floor);

const fieldOf = (bundle: Bundle, pick: (report: Report) => readonly string[]): readonly string[] =>
  unite(...bundle.map(pick));

const readingOf = ({ evidence: _words, why: _reason, ...reading }: Report): SourceReading => reading;

const readingsOf = ([lead, ...others]: Bundle): readonly [SourceReading, ...SourceReading[]] => [
  readingOf(lead),
  ...others.map(readingOf),
];

const othersIn = ({ title, text }: Entry): boolean => namesOthers(`${title}\n${text.slice(0, SHORT_TEXT)}`);

export const sourceOf = ({ entry, feed, bundle }: Told, joined: string, isOwnWord: boolean): Source => ({
  entryId: entry.id,
  feedId: entry.feedId,
  feedKind: feed.kind,
  publisher: entry.publisher,
  ...(entry.url === undefined ? {} : { url: entry.url }),
  title: entry.title,
  text: entry.text.slice(0, FULL_TEXT),
  language: entry.language,
  ...(entry.summaries === undefined ? {} : { summaries: entry.summaries }),
  publishedAt: entry.publishedAt,
  publishedEstimated: entry.publishedEstimated,
  attributedTo: fieldOf(bundle, ({ attributedTo }) => attributedTo),
  ...(isOwnWord && { official: true }),
  joined,
  readings: readingsOf(bundle),
});

const firstStated = (bundle: Bundle, pick: (report: Report) => string | undefined): string | undefined =>
  bundle.map(pick).find((value) => value !== undefined);

const closing = (measures: Measures, sources: Incident['sources']): { readonly closedAt?: Instant } =>
  allEased(measures) ? { closedAt: Math.max(...sources.map(({ publishedAt }) => publishedAt)) } : {};

/** The incident that a bundle of reports opens. */
export const openIncident = (told: Told, id: string, now: Instant, atlas: Atlas): Incident => {
  const { entry, feed, bundle } = told;
  const official = bundle.some((report) => isOfficial(report, feed, atlas));
  const sources: Incident['sources'] = [sourceOf(told, 'first', official)];
  const exchanges = fieldOf(bundle, (report) => report.exchanges);
  const measures = settleMeasures(measuresOf(bundle, othersIn(entry)), exchanges);
  const authority = firstStated(bundle, (report) => report.authority);
  const through = firstStated(bundle, (report) => report.through);
  return {
    v: 1,
    id,
    revision: 1,
    openedAt: now,
    updatedAt: now,
    happenedAt: entry.publishedAt,
    ...closing(measures, sources),
    measures,
    exchanges,
    jurisdictions: fieldOf(bundle, ({ jurisdictions }) => jurisdictions),
    subdivisions: fieldOf(bundle, ({ subdivisions }) => subdivisions),
    ...(authority === undefined ? {} : { authority }),
    ...(through === undefined ? {} : { through }),
    severity: gravest(
      bundle.map(({ severity }) => severity),
      'low',
    ),
    confidence: Math.max(...bundle.map(({ confidence }) => confidence)),
    confirmation: confirmationOf({ sources, measures }),
    disputed: bundle.some(({ disputed }) => disputed),
    sources,
    late: entry.late,
  };
};

const addSource = (sources: Incident['sources'], source: Source): Incident['sources'] => {
  const [first, ...others] = sources;
  if (sources.length >= MAX_SOURCES) return sources;
  const text = sources.length < FULL_TEXTS ? source.text : source.text.slice(0, SHORT_TEXT);
  return [first, ...others, { ...source, text }];
};

/** News of the date comes after the event was told; what outlets say at once is settled by rule, whoever came first. */
const movesDates = ({ sources }: Incident, { entry }: Told): boolean =>
  sources.every(({ publishedAt }) => entry.publishedAt - publishedAt > 2 * DAY);

/** What the incident knows once these reports are in it; the same for every order of reports. Its revision stays. */
export const absorb = (
  incident: Incident,
  told: Told,
  joined: string,
  now: Instant,
  atlas: Atlas,
): Incident => {
  const { bundle, feed, entry } = told;
  const moves = movesDates(incident, told);
  const others = othersIn(entry);
  const exchanges = unite(
    incident.exchanges,
    fieldOf(bundle, (report) => report.exchanges),
  );
  const joinedMeasures = bundle.reduce<Measures>(
    (known, report) => joinMeasures(known, measureOf(report, others), moves),
    incident.measures,
  );
  const measures = settleMeasures(joinedMeasures, exchanges);
  const official = bundle.some((report) => isOfficial(report, feed, atlas));
  const source = sourceOf(told, joined, official);
  const sources = addSource(incident.sources, source);
  const jurisdictions = unite(
    incident.jurisdictions,
    fieldOf(bundle, (report) => report.jurisdictions),
  );
  const authority = joinBodies(
    incident.authority,
    firstStated(bundle, (report) => report.authority),
    jurisdictions,
    atlas,
  );
  const through = joinGates(
    incident.through,
    firstStated(bundle, (report) => report.through),
    atlas,
  );
  const { closedAt: _reopened, ...open } = incident;
  return {
    ...open,
    updatedAt: now,
    happenedAt: Math.min(incident.happenedAt, told.entry.publishedAt),
    ...closing(measures, sources),
    measures,
    exchanges,
    jurisdictions,
    subdivisions: unite(
      incident.subdivisions,
      fieldOf(bundle, ({ subdivisions }) => subdivisions),
    ),
    ...(authority === undefined ? {} : { authority }),
    ...(through === undefined ? {} : { through }),
    severity: gravest(
      bundle.map(({ severity }) => severity),
      incident.severity,
    ),
    confidence: Math.max(incident.confidence, ...bundle.map(({ confidence }) => confidence)),
    // One beyond those that are kept is heard all the same.
    confirmation: confirmationOf({ sources: [...sources, source], measures }, incident),
    disputed: incident.disputed || bundle.some(({ disputed }) => disputed),
    sources,
    late: incident.late,
  };
};
