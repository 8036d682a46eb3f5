import type { Correlated, Incident, Source, SourceReading } from '../domain/incident.ts';
import type { Instant } from '../domain/instant.ts';
import type { Report } from '../domain/report.ts';
import { absorb, MAX_SOURCES, openIncident, type Told } from './absorb.ts';
import { confirmationOf } from './confirmation.ts';
import { describeChange, tookBack } from './describe-change.ts';
import type { Atlas } from './knowledge.ts';

/** What readers were told; the rest may change without a word. */
const reading = ({
  measures,
  exchanges,
  jurisdictions,
  subdivisions,
  authority,
  through,
  disputed,
}: Incident): string =>
  JSON.stringify([measures, exchanges, jurisdictions, subdivisions, authority, through, disputed]);

const reportOf = (told: SourceReading): Report => ({ ...told, evidence: [], why: '' });

/** A source as it was told; undefined for records that did not keep what was read. */
const toldBy = (source: Source, incident: Incident): Told | undefined => {
  if (source.readings === undefined) return undefined;
  const [lead, ...others] = source.readings;
  const { entryId: id, feedId, feedKind, publisher, publishedAt } = source;
  return {
    entry: { ...source, id, key: id, firstSeenAt: publishedAt, novelty: 'new', late: incident.late },
    feed: { id: feedId, url: '', publisher, kind: feedKind, every: { min: 0, max: 0 }, enabled: true },
    bundle: [reportOf(lead), ...others.map(reportOf)],
  };
};

/** All that its sources say, each in its own last words; undefined where one did not leave them. */
const retoldByAll = (incident: Incident, told: Told, now: Instant, atlas: Atlas): Incident | undefined => {
  const { sources } = incident;
  // Those beyond were heard and not kept.
  if (sources.length >= MAX_SOURCES) return undefined;
  const all = sources.flatMap((source) => {
    const again = source.entryId === told.entry.id ? told : toldBy(source, incident);
    return again === undefined ? [] : [{ again, joined: source.joined }];
  });
  const [first, ...others] = all;
  if (first === undefined || all.length < sources.length) return undefined;
  return others.reduce(
    (known, { again, joined }) => absorb(known, again, joined, now, atlas),
    openIncident(first.again, incident.id, now, atlas),
  );
};

/** Records without readings: the others' words cannot be told apart, so the new ones only add to them. */
const addedTo = (incident: Incident, told: Told, now: Instant, atlas: Atlas): Incident => {
  const [first, ...others] = incident.sources.map((source) => {
    if (source.entryId !== told.entry.id) return source;
    const { summaries: _, ...kept } = source;
    const { title, text, summaries } = told.entry;
    return {
      ...kept,
      title,
      text: text.slice(0, source.text.length),
      ...(summaries === undefined ? {} : { summaries }),
    };
  });
  const after = absorb(incident, told, 'revised', now, atlas);
  return { ...after, sources: first === undefined ? incident.sources : [first, ...others] };
};

const correctedState = (incident: Incident, told: Told, now: Instant, atlas: Atlas): Incident => {
  const alone = incident.sources.every(({ entryId }) => entryId === told.entry.id);
  const fresh = alone
    ? openIncident(told, incident.id, now, atlas)
    : (retoldByAll(incident, told, now, atlas) ?? addedTo(incident, told, now, atlas));
  const { revision, openedAt, happenedAt, late, reminded, withheld } = incident;
  return {
    ...fresh,
    ...(reminded === undefined ? {} : { reminded }),
    ...(withheld === undefined ? {} : { withheld }),
    // Who stands behind it is not what it says; the only witness may be taken at another word.
    ...(alone ? {} : { confirmation: confirmationOf(fresh, incident) }),
    ...{ revision, openedAt, late },
    happenedAt: Math.min(happenedAt, fresh.happenedAt),
  };
};

/** The same entry once more: another reading is a correction, the same reading nothing. */
export const reread = (incident: Incident, told: Told, now: Instant, atlas: Atlas): Correlated => {
  const repeated: Correlated = { outcome: 'repeated', incident, why: 'this entry is already in it' };
  if (told.entry.novelty !== 'revised') return repeated;
  const after = correctedState(incident, told, now, atlas);
  if (reading(after) === reading(incident)) return { ...repeated, why: 'revised, with the same reading' };
  const corrected = { ...after, revision: incident.revision + 1 };
  const changes = describeChange(incident, after);
  const isMistake = changes.length === 0 || tookBack(incident, after);
  const reasons = isMistake ? [...new Set([...changes, 'corrected' as const])] : changes;
  return {
    outcome: 'updated',
    incident: corrected,
    alert: { incidentId: incident.id, revision: corrected.revision, change: 'updated', reasons, at: now },
    why: 'its source corrected itself',
  };
};
