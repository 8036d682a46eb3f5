import type { KindRule } from '../domain/catalogue.ts';
import { hashId } from '../domain/hash-id.ts';
import type { Incident, Source } from '../domain/incident.ts';
import type { PastIncident } from '../domain/past-incident.ts';
import type { Report } from '../domain/report.ts';
import type { Severity } from '../domain/taxonomy.ts';

/** The feed of everything that was written down afterwards; no feed of the catalogue has this id. */
export const HISTORY = 'history';

/** Known to us from the history alone: it says nothing about since when we have been looking. */
export const isPast = ({ sources }: Incident): boolean => sources.every(({ feedId }) => feedId === HISTORY);

const hostOf = (url: string): string => new URL(url).hostname.replace(/^www\./, '');

const severityOf = ({ kind, stage }: PastIncident, kinds: readonly KindRule[]): Severity =>
  kinds.find((rule) => rule.kind === kind)?.severity[stage] ?? 'medium';

const idOf = ({ happenedAt, kind, exchanges, jurisdictions, title }: PastIncident): string =>
  hashId(HISTORY, happenedAt, kind, ...exchanges, ...jurisdictions, title);

const sourcesOf = (past: PastIncident, id: string): Incident['sources'] => {
  const source = (url: string, joined: string): Source => ({
    entryId: hashId(HISTORY, id, url),
    feedId: HISTORY,
    feedKind: 'press',
    publisher: hostOf(url),
    url,
    title: past.title,
    text: past.summary,
    language: 'en',
    publishedAt: past.happenedAt,
    publishedEstimated: past.estimated,
    attributedTo: [],
    joined,
  });
  const [first, ...others] = past.sources;
  return [source(first, 'first'), ...others.map((url) => source(url, 'from the history'))];
};

/** The incident that a line of the history stands for; the same line is the same incident, for ever. */
export const pastIncident = (past: PastIncident, kinds: readonly KindRule[]): Incident => {
  const id = idOf(past);
  const isEased = past.closedAt !== undefined || past.stage === 'eased';
  const hosts = new Set(past.sources.map(hostOf));
  const { closedAt = past.happenedAt } = past;
  return {
    v: 1,
    id,
    revision: 1,
    openedAt: past.happenedAt,
    updatedAt: isEased ? closedAt : past.happenedAt,
    happenedAt: past.happenedAt,
    ...(isEased ? { closedAt } : {}),
    measures: [
      {
        kind: past.kind,
        stage: isEased ? 'eased' : past.stage,
        direction: isEased ? 'eases' : 'tightens',
        scope: {},
        ...(past.effectiveAt === undefined ? {} : { effectiveAt: past.effectiveAt }),
      },
    ],
    exchanges: past.exchanges,
    jurisdictions: past.jurisdictions,
    subdivisions: past.subdivisions,
    ...(past.authority === undefined ? {} : { authority: past.authority }),
    ...(past.through === undefined ? {} : { through: past.through }),
    severity: severityOf(past, kinds),
    confidence: 1,
    confirmation: hosts.size > 1 ? 'corroborated' : 'unconfirmed',
    disputed: false,
    sources: sourcesOf(past, id),
    late: false,
  };
};

/** The past as one outlet would have reported it then: to find out whether we heard of it live. */
export const reportOfPast = (past: PastIncident, kinds: readonly KindRule[]): Report => ({
  kind: past.kind,
  stage: past.stage,
  direction: past.stage === 'eased' ? 'eases' : 'tightens',
  severity: severityOf(past, kinds),
  exchanges: past.exchanges,
  jurisdictions: past.jurisdictions,
  subdivisions: past.subdivisions,
  ...(past.authority === undefined ? {} : { authority: past.authority }),
  ...(past.through === undefined ? {} : { through: past.through }),
  scope: {},
  ...(past.effectiveAt === undefined ? {} : { effectiveAt: past.effectiveAt }),
  disputed: false,
  attributedTo: [],
  confidence: 1,
  evidence: [],
  why: 'from the history',
});
