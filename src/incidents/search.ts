import type { Incident } from '../domain/incident.ts';
import type { Report } from '../domain/report.ts';
import type { Told } from './absorb.ts';
import { affinity, irreconcilable } from './affinity.ts';
import type { Candidates } from './candidates.ts';
import { compareFields } from './compare-fields.ts';
import type { Atlas } from './knowledge.ts';
import { growTogether } from './merge.ts';
import type { Pair } from './pair.ts';
import { copyOf, looksBack, retelling } from './retell.ts';
import { createTraitReader } from './traits.ts';

/** An incident that the reports belong to, and why. */
export interface Match {
  readonly incident: Incident;
  readonly why: string;
  readonly score: number;
}

/** Incidents that the call itself has made, before anybody put them. */
type Drafts = ReadonlyMap<string, Incident>;

/** What was found beside a bundle: where it belongs, and what it only tells again. */
export interface Findings {
  /** Those that the bundle belongs to, best first. */
  readonly matches: readonly Match[];
  /** The old incident that the entry only tells again; asked where nothing matches. */
  readonly retold: () => Match | undefined;
}

export interface Search {
  /** The incident that already holds this very entry. */
  known(told: Told, committed: Candidates, drafts: Drafts): Incident | undefined;
  find(told: Told, committed: Candidates, drafts: Drafts): Findings;
  /** Another incident that this one, now that it knows more, turns out to be. */
  twin(incident: Incident, told: Told, committed: Candidates, drafts: Drafts): Match | undefined;
}

/** What an incident says, as one report would have said it. */
const retoldBy = (incident: Incident, { bundle: [lead] }: Told): readonly Report[] =>
  incident.measures.map(({ kind, stage, direction }): Report => {
    const { exchanges, jurisdictions, subdivisions, authority, through, severity, confidence } = incident;
    return {
      ...{ kind, stage, direction, exchanges, jurisdictions, subdivisions, severity, confidence },
      ...(authority === undefined ? {} : { authority }),
      ...(through === undefined ? {} : { through }),
      ...{ scope: {}, disputed: false, attributedTo: [], evidence: [], why: lead.why },
    };
  });

/** What was retracted is not told again by whoever still believes it; only an official word may revive it, as its own. */
const mayHold = ({ mergedInto, retracted }: Incident, { feed }: Told): boolean =>
  mergedInto === undefined && (retracted === undefined || feed.kind === 'press');

/** What the entry's earlier bundles opened is another incident by its making; what they joined is not. */
const candidates = (
  report: Report,
  told: Told,
  committed: Candidates,
  drafts: Drafts,
): readonly Incident[] => {
  const near = [...committed.near(report, told.entry.language)].map(
    (incident) => drafts.get(incident.id) ?? incident,
  );
  return near.filter(
    (incident) =>
      mayHold(incident, told) && incident.sources.every(({ entryId }) => entryId !== told.entry.id),
  );
};

/** Best first, each incident once. */
const ranked = (found: readonly Match[]): readonly Match[] => {
  const best = new Map<string, Match>();
  for (const match of found) {
    const { id } = match.incident;
    if (match.score > (best.get(id)?.score ?? Number.NEGATIVE_INFINITY)) best.set(id, match);
  }
  return [...best.values()].toSorted(
    (left, right) => right.score - left.score || (left.incident.id < right.incident.id ? -1 : 1),
  );
};

export const createSearch = (atlas: Atlas): Search => {
  const reader = createTraitReader(atlas);

  const pairUp = (report: Report, { entry }: Told, incident: Incident): readonly Pair[] => {
    const fields = compareFields(report, entry, incident, atlas);
    if (irreconcilable(report, fields)) return [];
    const theirs = reader.ofIncident(incident);
    return [{ report, publishedAt: entry.publishedAt, traits: reader.of(entry), incident, theirs, fields }];
  };

  const pairUpAll = (told: Told, committed: Candidates, drafts: Drafts): readonly Pair[] =>
    told.bundle.flatMap((report) =>
      candidates(report, told, committed, drafts).flatMap((incident) => pairUp(report, told, incident)),
    );

  const matchOf = (pair: Pair): readonly Match[] => {
    const found = looksBack(pair) ? undefined : affinity(pair);
    return found === undefined ? [] : [{ incident: pair.incident, ...found }];
  };

  const retold = (pairs: readonly Pair[], { entry }: Told): Match | undefined => {
    const copied = copyOf(entry);
    const found = pairs.flatMap((pair) => {
      const why = retelling(pair, copied);
      return why === undefined ? [] : [{ incident: pair.incident, why, score: pair.fields.sharedExchanges }];
    });
    return ranked(found)[0];
  };

  const known: Search['known'] = ({ entry, bundle: [lead] }, committed, drafts) => {
    const holding = committed.ofEntry(entry.id).map((incident) => drafts.get(incident.id) ?? incident);
    const fits = holding.filter((incident) => {
      const { place, authority } = compareFields(lead, entry, incident, atlas);
      return place !== 'apart' && authority !== 'apart';
    });
    return fits[0] ?? holding.find(({ id }) => !drafts.has(id));
  };

  const twin: Search['twin'] = (incident, told, committed, drafts) => {
    const [{ title, text }] = incident.sources;
    const entry = { ...told.entry, title, text, publishedAt: incident.happenedAt };
    const alike = retoldBy(incident, told).flatMap((report) =>
      candidates(report, told, committed, drafts)
        .filter((other) => other.id !== incident.id && growTogether(incident, other, atlas))
        .flatMap((other) => pairUp(report, { ...told, entry }, other)),
    );
    return ranked(alike.flatMap(matchOf))[0];
  };

  return {
    known,
    twin,
    find: (told, committed, drafts) => {
      const pairs = pairUpAll(told, committed, drafts);
      return { matches: ranked(pairs.flatMap(matchOf)), retold: () => retold(pairs, told) };
    },
  };
};
