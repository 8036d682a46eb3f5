import type { DeliveryDesk } from '../delivery/delivery-desk.ts';
import { type Millis, SECOND } from '../domain/instant.ts';
import type { Logger } from '../domain/ports.ts';
import type { Change } from './share-changes.ts';
import type { Ears } from './ties.ts';

/** Whoever said that it would write and never said that it had, has died or is slow. */
const LOOK_BY_ONESELF: Millis = 10 * SECOND;

export interface HearChangeParts {
  readonly ears: Ears;
  /** Absent where this process does not deliver. */
  readonly desk: () => Pick<DeliveryDesk, 'seconded'> | undefined;
  /** Something waits in these queues. */
  readonly lookInto: (queues: readonly string[]) => void;
  readonly logger: Logger;
}

/** Takes to heart what another process tells. */
export const createHearChange = ({ ears, desk, lookInto, logger }: HearChangeParts) => {
  /** What is only about to be written is looked at later, unless its writer tells of it first. */
  const whenWritten = async (isWritten: boolean, look: () => Promise<void>): Promise<void> => {
    if (isWritten) return look();
    const lookLater = () => look().catch((error: unknown) => logger.error('change.unheard', { error }));
    setTimeout(lookLater, LOOK_BY_ONESELF).unref();
  };

  return async (change: Change): Promise<unknown> => {
    switch (change.what) {
      case 'subscription':
        return whenWritten(change.done, () => ears.subscription(change.destination));
      case 'incident':
        return whenWritten(change.done, () => ears.incident(change.id));
      case 'feed-state':
        return ears.feedState(change.state);
      case 'step':
        return ears.step(change.step);
      case 'told':
        return ears.told(change.place, change.at);
      case 'asked':
        return ears.asked(change.place, change.asks);
      case 'forgotten':
        return ears.forgotten(change.place);
      case 'seconded':
        return desk()?.seconded(change.incidentId);
      case 'reload':
        return ears.reload();
      case 'work':
        return lookInto(change.queues);
    }
  };
};
