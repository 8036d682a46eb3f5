import type { Entry } from '../domain/entry.ts';
import type { Feed } from '../domain/feed.ts';
import { hashId } from '../domain/hash-id.ts';
import type { Alert, Change, Correlated, Incident } from '../domain/incident.ts';
import type { Instant } from '../domain/instant.ts';
import type { Report } from '../domain/report.ts';
import { absorb, openIncident, sourceOf, type Told } from './absorb.ts';
import { bundleReports } from './bundle.ts';
import { createCandidates } from './candidates.ts';
import { addsAVoice } from './confirmation.ts';
import { describeChange } from './describe-change.ts';
import { type Atlas, createAtlas, type Knowledge } from './knowledge.ts';
import { elder, mayBeOne, takeOver } from './merge.ts';
import { reread } from './reread.ts';
import { createSearch, type Match } from './search.ts';

/** What correlation is asked: an entry, where it came from, and what it reports. */
export interface ToldEntry {
  readonly entry: Entry;
  readonly feed: Feed;
  readonly reports: readonly Report[];
}

/** Which real-world event a report is about. Pure towards its callers: only `put` and `remove` change the index. */
export interface Correlator {
  put(incident: Incident): void;
  remove(id: string): void;
  get(id: string): Incident | undefined;
  all(): Iterable<Incident>;
  /** One answer per report, in order. Later reports of the entry see what the earlier ones did. */
  correlate(told: ToldEntry, now: Instant): readonly Correlated[];
  /** What the older knows once it has taken over the younger, as an operator may wish. */
  takeOver(older: Incident, younger: Incident, now: Instant): Incident;
}

const alertOf = (
  incident: Incident,
  change: Alert['change'],
  reasons: readonly Change[],
  at: Instant,
): Alert => ({
  incidentId: incident.id,
  revision: incident.revision,
  change,
  reasons,
  at,
});

const opened = (incident: Incident, now: Instant): Correlated => ({
  outcome: 'opened',
  incident,
  alert: alertOf(incident, 'opened', [], now),
  why: 'no incident like it',
});

/** One revision however many things changed; none where nothing did. */
const revised = (
  before: Incident,
  after: Incident,
  reasons: readonly Change[],
  why: string,
  now: Instant,
): Correlated => {
  const incident = { ...after, revision: before.revision + 1 };
  return { outcome: 'updated', incident, alert: alertOf(incident, 'updated', reasons, now), why };
};

export const createCorrelator = (knowledge: Knowledge): Correlator => correlatorOn(createAtlas(knowledge));

/** The same on an atlas that several share: arranging the catalogue costs more than correlating an entry. */
export const correlatorOn = (atlas: Atlas): Correlator => {
  const committed = createCandidates(atlas);
  const search = createSearch(atlas);

  const join = (told: Told, { incident, why }: Match, now: Instant): Correlated => {
    if (incident.retracted !== undefined) return { outcome: 'repeated', incident, why: 'was retracted' };
    const after = absorb(incident, told, why, now, atlas);
    const reasons = describeChange(incident, after);
    if (reasons.length > 0) return revised(incident, after, reasons, why, now);
    const voice = addsAVoice(sourceOf(told, why, false), incident.sources);
    return { outcome: voice ? 'seconded' : 'repeated', incident: after, why };
  };

  const tie = (told: Told, first: Match, second: Match, now: Instant): Correlated => {
    const [older, younger] = elder(first.incident, second.incident);
    const why = `${first.why}; ties two incidents together`;
    const united = absorb(takeOver(older, younger, now, atlas), told, why, now, atlas);
    const reasons: readonly Change[] = [...describeChange(older, united), 'merged'];
    const incident = { ...united, revision: older.revision + 1 };
    const merged = { ...younger, updatedAt: now, mergedInto: older.id };
    return { outcome: 'merged', incident, merged, alert: alertOf(incident, 'updated', reasons, now), why };
  };

  const freeId = ({ entry }: Told, bundleNumber: number, taken: (id: string) => boolean): string => {
    for (let number = bundleNumber; ; number += 1) {
      const id = number === 0 ? hashId(entry.feedId, entry.key) : hashId(entry.feedId, entry.key, number);
      if (!taken(id)) return id;
    }
  };

  const correlateBundle = (
    told: Told,
    bundleNumber: number,
    drafts: ReadonlyMap<string, Incident>,
    now: Instant,
  ): Correlated => {
    const known = search.known(told, committed, drafts);
    if (known !== undefined) return reread(known, told, now, atlas);
    const { matches, retold } = search.find(told, committed, drafts);
    const [best, ...others] = matches;
    if (best !== undefined) {
      const grown = absorb(best.incident, told, best.why, now, atlas);
      const second =
        others.find(({ incident }) => mayBeOne(best.incident, incident, atlas)) ??
        search.twin(grown, told, committed, drafts);
      return second === undefined ? join(told, best, now) : tie(told, best, second, now);
    }
    const old = retold();
    if (old !== undefined) return { outcome: 'repeated', incident: old.incident, why: old.why };
    const taken = (id: string): boolean => drafts.has(id) || committed.get(id) !== undefined;
    return opened(openIncident(told, freeId(told, bundleNumber, taken), now, atlas), now);
  };

  const correlate = ({ entry, feed, reports }: ToldEntry, now: Instant): readonly Correlated[] => {
    const drafts = new Map<string, Incident>();
    const answers = new Map<number, Correlated>();
    for (const [number, { bundle, places }] of bundleReports(reports).entries()) {
      const answer = correlateBundle({ entry, feed, bundle }, number, drafts, now);
      drafts.set(answer.incident.id, answer.incident);
      if (answer.outcome === 'merged') drafts.set(answer.merged.id, answer.merged);
      const [first, ...others] = places;
      answers.set(first, answer);
      for (const place of others)
        answers.set(place, {
          outcome: 'repeated',
          incident: answer.incident,
          why: 'second measure of the same entry',
        });
    }
    return reports.flatMap((_, place) => answers.get(place) ?? []);
  };

  return {
    put: committed.put,
    remove: committed.remove,
    get: committed.get,
    all: committed.all,
    correlate,
    takeOver: (older, younger, now) => takeOver(older, younger, now, atlas),
  };
};
