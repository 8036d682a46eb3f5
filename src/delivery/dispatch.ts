import type { Broadcast, SentMessage } from '../domain/delivery.ts';
import type { Alert, Correlated, Incident } from '../domain/incident.ts';
import type { Clock, Outbox, SentMessages } from '../domain/ports.ts';
import { BRAKE_OFF, releaseBrake } from './brake.ts';
import type { MatchIndex } from './match-index.ts';
import { type Routed, route } from './route.ts';

export interface DispatchParts {
  readonly outbox: Outbox;
  readonly sentMessages: SentMessages;
  readonly index: MatchIndex;
  readonly clock: Clock;
  /** The brake went on with this incident: operators are to be asked. */
  readonly onBrake: (incident: Incident) => void;
}

/** Step 7 with its writes: what is owed stands in the outbox before the incident is written. */
export interface Dispatch {
  /** Writes what is owed; the broadcasts go to the desk once the incident is written. */
  write(result: Correlated): Promise<readonly Broadcast[]>;
  /** A former run ended with the brake on: what it held is still held. */
  resumeBrake(): void;
  releaseBrake(): void;
}

export const createDispatch = ({ outbox, sentMessages, index, clock, onBrake }: DispatchParts): Dispatch => {
  let brake = BRAKE_OFF;

  const toldOf = async (incident: Incident | undefined): Promise<readonly SentMessage[]> =>
    incident === undefined ? [] : sentMessages.toldOf(incident.id);

  /** Step 7 on the world as it stands, and with the brake as the steps before have left it. */
  const routeNow = async (alert: Alert | undefined, result: Correlated): Promise<Routed> => {
    const { incident, outcome } = result;
    const merged = outcome === 'merged' ? result.merged : undefined;
    const told = await toldOf(outcome === 'opened' ? undefined : incident);
    const toldOfMerged = await toldOf(merged);
    const now = clock.now();
    const routed = route({ alert, incident, merged }, { index, told, toldOfMerged, brake, now });
    brake = routed.brake;
    return routed;
  };

  return {
    resumeBrake() {
      brake = { ...brake, on: true };
    },
    releaseBrake() {
      brake = releaseBrake();
    },
    async write(result) {
      const alert = 'alert' in result ? result.alert : undefined;
      if (alert === undefined && result.outcome !== 'merged') return [];
      const routed = await routeNow(alert, result);
      if (routed.engaged) onBrake(result.incident);
      if (routed.inherited.length > 0) await sentMessages.add(routed.inherited);
      if (routed.broadcasts.length > 0) await outbox.add(routed.broadcasts);
      return routed.broadcasts;
    },
  };
};
