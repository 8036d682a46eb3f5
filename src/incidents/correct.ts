import type { Correlated, Incident } from '../domain/incident.ts';
import type { Instant } from '../domain/instant.ts';
import { absorb, openIncident, type Told } from './absorb.ts';
import { describeChange } from './describe-change.ts';
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

/** The only witness is taken at its new word; one among several only adds to what the others say. */
const correctedState = (incident: Incident, told: Told, now: Instant, atlas: Atlas): Incident => {
  const alone = incident.sources.every(({ entryId }) => entryId === told.entry.id);
  if (alone) {
    const fresh = openIncident(told, incident.id, now, atlas);
    const { revision, openedAt, happenedAt, late, reminded } = incident;
    const kept = reminded === undefined ? {} : { reminded };
    return {
      ...fresh,
      ...kept,
      revision,
      openedAt,
      happenedAt: Math.min(happenedAt, fresh.happenedAt),
      late,
    };
  }
  const { sources, confirmation } = incident;
  const [first, ...others] = sources;
  const after = absorb(incident, told, 'revised', now, atlas);
  const reworded = [first, ...others].map((source) =>
    source.entryId === told.entry.id
      ? { ...source, title: told.entry.title, text: told.entry.text.slice(0, source.text.length) }
      : source,
  );
  const [head = first, ...tail] = reworded;
  return { ...after, sources: [head, ...tail], confirmation };
};

/** The same entry once more: another reading is a correction, the same reading nothing. */
export const reread = (incident: Incident, told: Told, now: Instant, atlas: Atlas): Correlated => {
  const repeated: Correlated = { outcome: 'repeated', incident, why: 'this entry is already in it' };
  if (told.entry.novelty !== 'revised') return repeated;
  const after = correctedState(incident, told, now, atlas);
  if (reading(after) === reading(incident)) return { ...repeated, why: 'revised, with the same reading' };
  const corrected = { ...after, revision: incident.revision + 1 };
  const reasons = [...new Set([...describeChange(incident, after), 'corrected' as const])];
  return {
    outcome: 'updated',
    incident: corrected,
    alert: { incidentId: incident.id, revision: corrected.revision, change: 'updated', reasons, at: now },
    why: 'its source corrected itself',
  };
};
