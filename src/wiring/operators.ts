import type { OperatorStats, Operators } from '../commands/rooms.ts';
import type { DeliveryDesk } from '../delivery/delivery-desk.ts';
import type { Dispatch } from '../delivery/dispatch.ts';
import type { Alert, Change, Correlated, Incident } from '../domain/incident.ts';
import type { Instant } from '../domain/instant.ts';
import type { Lane } from '../domain/lane.ts';
import type { Clock } from '../domain/ports.ts';
import type { Correlator } from '../incidents/correlate.ts';
import { elder } from '../incidents/merge.ts';

export interface OperatorParts {
  /** Writes what was decided, in the order that loses nothing. */
  readonly commit: (result: Correlated) => Promise<void>;
  readonly lane: Lane;
  readonly desk: DeliveryDesk;
  readonly dispatch: Dispatch;
  readonly correlator: Pick<Correlator, 'takeOver'>;
  /** As it stands now; what a command looked up before its turn may be out of date. */
  readonly incident: (id: string) => Incident | undefined;
  /** The alerts that the brake holds. */
  readonly held: () => Promise<readonly Alert[]>;
  /** Writes what no reader is told of. */
  readonly save: (incidents: readonly Incident[]) => Promise<void>;
  readonly toldOf: (incidentId: string) => Promise<readonly unknown[]>;
  readonly reload: Operators['reload'];
  readonly health: () => Pick<OperatorStats, 'platforms' | 'canary'>;
  readonly counts: () => { readonly incidents: number; readonly subscriptions: number };
  readonly clock: Clock;
}

const revise = (
  incident: Incident,
  reasons: readonly Change[],
  at: Instant,
): { incident: Incident; alert: Alert } => {
  const revised = { ...incident, revision: incident.revision + 1, updatedAt: at };
  return {
    incident: revised,
    alert: { incidentId: revised.id, revision: revised.revision, change: 'updated', reasons, at },
  };
};

/** What only operators may set off. */
export const createOperators = (parts: OperatorParts): Operators => {
  const { commit, lane, desk, dispatch, clock } = parts;
  const startedAt = clock.now();
  const latest = (incident: Incident): Incident => parts.incident(incident.id) ?? incident;

  /** So that `/why` can say who kept it back. */
  const noteDropped = async (alerts: readonly Alert[]): Promise<void> => {
    const noted = alerts.flatMap(({ incidentId, revision }): Incident[] => {
      const incident = parts.incident(incidentId);
      return incident === undefined ? [] : [{ ...incident, withheld: { revision, at: clock.now() } }];
    });
    await parts.save([...new Map(noted.map((incident) => [incident.id, incident])).values()]);
  };

  return {
    retract: (incident, reason) =>
      lane(async () => {
        const now = clock.now();
        const standing = latest(incident);
        const revised = revise({ ...standing, retracted: reason, closedAt: now }, ['retracted'], now);
        await commit({ outcome: 'updated', ...revised, why: 'retracted by an operator' });
        return (await parts.toldOf(incident.id)).length;
      }),
    merge: (a, b) =>
      lane(async () => {
        const now = clock.now();
        const [older, younger] = elder(latest(a), latest(b));
        const revised = revise(parts.correlator.takeOver(older, younger, now), ['merged'], now);
        const merged = { ...younger, updatedAt: now, mergedInto: older.id };
        await commit({ outcome: 'merged', ...revised, merged, why: 'merged by an operator' });
        return revised.incident;
      }),
    reload: parts.reload,
    // In the lane: what is decided beside it would be held after what was held was let go.
    releaseBrake: (word) =>
      lane(async () => {
        dispatch.releaseBrake();
        if (word === 'drop') await noteDropped(await parts.held());
        return desk.release(word);
      }),
    stats: async () => {
      const { waiting, parked, held, shelved, oldestAt } = desk.stats();
      return {
        waiting: Object.values(waiting).reduce((sum, count) => sum + count, shelved),
        parked,
        held,
        heldWhy: held > 0 ? 'many incidents in ten minutes' : '',
        startedAt,
        ...(oldestAt !== undefined && { oldestAt }),
        ...parts.counts(),
        ...parts.health(),
      };
    },
  };
};
