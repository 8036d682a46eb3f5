import type { Broadcast } from '../domain/delivery.ts';
import { type Destination, destinationKey } from '../domain/destination.ts';
import type { Outbox } from '../domain/ports.ts';
import { withoutPlace } from '../domain/without-place.ts';
import type { Held } from './held.ts';
import type { Recorder } from './recorder.ts';

export interface ForgetOwedParts {
  readonly outbox: Pick<Outbox, 'broadcasts' | 'deferred'>;
  readonly recorder: Pick<Recorder, 'record'>;
  readonly held: Held;
  /** Something of the broadcast with this id is to be sent yet. */
  readonly isOwed: (id: string) => boolean;
}

/**
 * Takes a place that has left out of the records of what is owed. What is in memory is dropped when its turn comes, as
 * all is that is owed to nobody. To be called where no broadcast is between its record and the desk.
 */
export const createForgetOwed =
  ({ outbox, recorder, held, isOwed }: ForgetOwedParts) =>
  async (destination: Destination): Promise<void> => {
    // What was about to be written when its subscription went is written first.
    await recorder.record({});
    const key = destinationKey(destination);
    const settled: string[] = [];
    for await (const one of outbox.deferred())
      if (destinationKey(one.destination) === key) settled.push(one.id);
    const lessened: Broadcast[] = [];
    for await (const one of outbox.broadcasts()) {
      const rest = withoutPlace(one, destination);
      if (rest !== undefined) lessened.push(rest);
    }
    // One that was finished meanwhile is being removed: written again, it would stay.
    const open = lessened.filter(({ id }) => isOwed(id) || held.has(id));
    for (const one of open) held.lessen(one);
    await recorder.record({
      settled,
      lessened: open.filter(({ to }) => to.length > 0),
      finished: open.filter(({ to }) => to.length === 0).map(({ id }) => id),
    });
  };
