import type { SentMessage } from '../domain/delivery.ts';
import type { Correlated, Incident } from '../domain/incident.ts';
import type { Lane } from '../domain/lane.ts';
import type { Clock } from '../domain/ports.ts';
import { dueReminder, remind } from '../incidents/remind.ts';

export interface ReminderParts {
  readonly incidents: { all(): Iterable<Incident>; get(id: string): Incident | undefined };
  readonly toldOf: (incidentId: string) => Promise<readonly SentMessage[]>;
  readonly commit: (result: Correlated) => Promise<void>;
  readonly lane: Lane;
  readonly clock: Clock;
}

/** Reminds of dates that are near, those who were told of the incident before; the rest is the lane's. */
export const createReminders = ({ incidents, toldOf, commit, lane, clock }: ReminderParts) => {
  const remindOf = async (id: string): Promise<void> => {
    // In its turn it may have been lifted, moved or merged.
    const incident = incidents.get(id);
    const now = clock.now();
    const due = incident === undefined ? undefined : dueReminder(incident, now);
    if (incident === undefined || due === undefined) return;
    const told = await toldOf(id);
    const moment = due.deadline - due.before;
    if (told.some(({ at, how }) => how !== 'dropped' && at <= moment))
      await commit(remind(incident, due, now));
  };

  return {
    tick: async (): Promise<void> => {
      const now = clock.now();
      const due = [...incidents.all()].filter((incident) => dueReminder(incident, now) !== undefined);
      for (const { id } of due) await lane(() => remindOf(id));
    },
  };
};
