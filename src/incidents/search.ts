import type { Incident } from '../domain/incident.ts';
import type { Report } from '../domain/report.ts';
import type { Told } from './absorb.ts';
import { affinity, type Pair } from './affinity.ts';
import type { Candidates } from './candidates.ts';
import { compareFields } from './compare-fields.ts';
import type { Atlas } from './knowledge.ts';
import { retelling } from './retell.ts';
import { createTraitReader } from './traits.ts';

/** An incident that the reports belong to, and why. */
export interface Match {
  readonly incident: Incident;
  readonly why: string;
  readonly score: number;
}

/** Incidents that the call itself has made, before anybody put them. */
type Drafts = ReadonlyMap<string, Incident>;

export interface Search {
  /** The incident that already holds this very entry. */
  known(told: Told, committed: Candidates, drafts: Drafts): Incident | undefined;
  /** Those that the bundle belongs to, best first. */
  matches(told: Told, committed: Candidates, drafts: Drafts): readonly Match[];
  /** The old incident that the entry only tells again. */
  retold(told: Told, committed: Candidates, drafts: Drafts): Match | undefined;
}

const isLive = ({ mergedInto, retracted }: Incident): boolean =>
  mergedInto === undefined && retracted === undefined;

/** What the entry's earlier bundles opened is another incident by its making; what they joined is not. */
const candidates = (
  report: Report,
  { entry }: Told,
  committed: Candidates,
  drafts: Drafts,
): readonly Incident[] => {
  const near = [...committed.near(report)].map((incident) => drafts.get(incident.id) ?? incident);
  return near.filter(
    (incident) => isLive(incident) && incident.sources.every(({ entryId }) => entryId !== entry.id),
  );
};

export const createSearch = (atlas: Atlas): Search => {
  const reader = createTraitReader(atlas);

  const pairUp = (report: Report, { entry }: Told, incident: Incident): Pair => ({
    report,
    publishedAt: entry.publishedAt,
    traits: reader.of(entry),
    incident,
    theirs: reader.ofIncident(incident),
    fields: compareFields(report, entry.title.toLowerCase(), incident, atlas),
  });

  const pairs = (told: Told, committed: Candidates, drafts: Drafts): readonly Pair[] =>
    told.bundle.flatMap((report) =>
      candidates(report, told, committed, drafts).map((incident) => pairUp(report, told, incident)),
    );

  const best = (found: readonly Match[]): readonly Match[] => {
    const ranked = found.toSorted(
      (left, right) => right.score - left.score || (left.incident.id < right.incident.id ? -1 : 1),
    );
    return ranked.filter(
      ({ incident }, at) => ranked.findIndex((other) => other.incident.id === incident.id) === at,
    );
  };

  const known: Search['known'] = ({ entry, bundle: [lead] }, committed, drafts) => {
    const holding = committed.ofEntry(entry.id).map((incident) => drafts.get(incident.id) ?? incident);
    const fits = holding.filter((incident) => {
      const { place, authority } = compareFields(lead, entry.title.toLowerCase(), incident, atlas);
      return place !== 'apart' && authority !== 'apart';
    });
    return fits[0] ?? holding.find(({ id }) => !drafts.has(id));
  };

  return {
    known,
    matches: (told, committed, drafts) =>
      best(
        pairs(told, committed, drafts).flatMap((pair) => {
          const found = affinity(pair);
          return found === undefined ? [] : { incident: pair.incident, ...found };
        }),
      ),
    retold: (told, committed, drafts) =>
      best(
        pairs(told, committed, drafts).flatMap((pair) => {
          const why = retelling(pair, `${told.entry.title}\n${told.entry.text}`);
          return why === undefined
            ? []
            : { incident: pair.incident, why, score: pair.fields.sharedExchanges };
        }),
      )[0],
  };
};
