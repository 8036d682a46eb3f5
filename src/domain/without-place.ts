import type { Broadcast } from './delivery.ts';
import { type Destination, destinationKey } from './destination.ts';

/** The broadcast without a place; undefined where it is none of those to whom it is owed. */
export const withoutPlace = (broadcast: Broadcast, destination: Destination): Broadcast | undefined => {
  const key = destinationKey(destination);
  const to = broadcast.to.filter((one) => destinationKey(one) !== key);
  return to.length === broadcast.to.length ? undefined : { ...broadcast, to };
};
