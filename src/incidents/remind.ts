import type { Correlated, Incident, Reminded } from '../domain/incident.ts';
import { DAY, HOUR, type Instant, type Millis } from '../domain/instant.ts';

/** How long before a date people are reminded of it, longest first. */
const REMINDERS: readonly Millis[] = [7 * DAY, DAY, 2 * HOUR];

/** The next date by which people must have acted: what is lifted has none. */
const deadlineOf = ({ measures }: Incident, now: Instant): Instant | undefined => {
  const ahead = measures.flatMap(({ stage, effectiveAt }) =>
    stage !== 'eased' && effectiveAt !== undefined && effectiveAt > now ? [effectiveAt] : [],
  );
  return ahead.length === 0 ? undefined : Math.min(...ahead);
};

const stands = ({ closedAt, retracted, mergedInto }: Incident): boolean =>
  closedAt === undefined && retracted === undefined && mergedInto === undefined;

/** The reminder whose moment has come, the nearest to the date where several were slept through. */
export const dueReminder = (incident: Incident, now: Instant): Reminded | undefined => {
  const deadline = stands(incident) ? deadlineOf(incident, now) : undefined;
  if (deadline === undefined) return undefined;
  const before = REMINDERS.findLast((each) => deadline - now <= each);
  const { reminded } = incident;
  // A date that was moved is another date: its reminders begin anew.
  const isDone = before !== undefined && reminded?.deadline === deadline && reminded.before <= before;
  return before === undefined || isDone ? undefined : { deadline, before };
};

/** A revision that says nothing new but that the date is near. */
export const remind = (incident: Incident, reminded: Reminded, now: Instant): Correlated => {
  const revision = incident.revision + 1;
  return {
    outcome: 'updated',
    incident: { ...incident, revision, reminded },
    alert: { incidentId: incident.id, revision, change: 'updated', reasons: ['deadline-near'], at: now },
    why: 'its date is near',
  };
};
