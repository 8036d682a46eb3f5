import type { SentMessage } from '../domain/delivery.ts';
import type { Destination } from '../domain/destination.ts';
import { DAY, type Instant, MINUTE } from '../domain/instant.ts';
import type { TurnEnd } from './lane.ts';
import type { OwedJob } from './owed.ts';
import type { TurnParts } from './turn-parts.ts';

const BETWEEN_EDITS = MINUTE;
const MOST_EDITS = 3;
const EDITABLE_FOR = DAY;

/** Which incidents have sources that their messages do not show yet; at most one round of edits a minute for each. */
export interface EditNotes {
  note(incidentId: string): void;
  /** Those whose round can begin. */
  due(now: Instant): readonly string[];
}

/** Kept in memory alone: an edit that is lost leaves a message that is right but names one source less. */
export const createEditNotes = (): EditNotes => {
  const noted = new Set<string>();
  const rounds = new Map<string, Instant>();
  return {
    note: (incidentId) => noted.add(incidentId),
    due(now) {
      for (const [id, at] of rounds) if (now - at >= BETWEEN_EDITS) rounds.delete(id);
      const due = [...noted].filter((id) => !rounds.has(id));
      for (const id of due) {
        noted.delete(id);
        rounds.set(id, now);
      }
      return due;
    },
  };
};

/** A message of its own about the incident as it stands, young, and not edited too often. */
export const isEditable = (
  told: SentMessage | undefined,
  revision: number,
  now: Instant,
): told is SentMessage & { readonly messageId: string } =>
  told?.how === 'sent' &&
  told.messageId !== undefined &&
  told.revision === revision &&
  told.edits < MOST_EDITS &&
  now - told.at < EDITABLE_FOR;

/** Brings one sent message up to date; what fails is left as it is and never sent anew. */
export const createEditor =
  (parts: TurnParts) =>
  async ({ alert }: OwedJob, destination: Destination): Promise<TurnEnd> => {
    const { messenger, composer, clock, recorder, onEvent } = parts;
    const read = await parts.readIncident(alert.incidentId, alert.revision);
    const subscription = await parts.subscriptions.get(destination);
    const [told] = await parts.sentMessages.get(alert.incidentId, [destination]);
    if (read === undefined || subscription?.state !== 'active') return { used: false };
    const { incident } = read;
    if (!isEditable(told, incident.revision, clock.now())) return { used: false };
    const reasons = parts.reasonsBetween(incident, incident.revision - 1);
    const change = reasons.length === 0 ? 'opened' : 'updated';
    const stated = { ...alert, revision: incident.revision, change, reasons } as const;
    const message = composer.alert(messenger, incident, stated, subscription);
    const outcome = await messenger.edit(destination, told.messageId, message);
    if (outcome.kind === 'later') {
      const { afterMs, everyone = false } = outcome;
      return { used: true, retry: { afterMs, everyone, slower: false } };
    }
    const isDone = outcome.kind === 'sent';
    // A message that cannot be edited is not tried again.
    await recorder.record({ sent: [{ ...told, edits: isDone ? told.edits + 1 : MOST_EDITS }] });
    if (isDone) onEvent({ what: 'edited', destination, incidentIds: [incident.id] });
    return { used: true };
  };
