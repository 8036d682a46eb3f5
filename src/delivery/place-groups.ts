import { type Destination, destinationKey } from '../domain/destination.ts';

/** Places by something that few of them have, such as a chat of which they are topics: found without a walk over all. */
export interface PlaceGroups {
  /** Moves a place into its group; `undefined` takes it out of any. */
  put(destination: Destination, group: string | undefined): void;
  of(group: string): readonly Destination[];
}

export const createPlaceGroups = (): PlaceGroups => {
  const places = new Map<string, Map<string, Destination>>();
  const groups = new Map<string, string>();

  const takeOut = (key: string): void => {
    const group = groups.get(key);
    if (group === undefined) return;
    groups.delete(key);
    const members = places.get(group);
    members?.delete(key);
    if (members?.size === 0) places.delete(group);
  };

  return {
    put: (destination, group) => {
      const key = destinationKey(destination);
      if (groups.get(key) === group) return;
      takeOut(key);
      if (group === undefined) return;
      groups.set(key, group);
      places.set(group, (places.get(group) ?? new Map<string, Destination>()).set(key, destination));
    },
    of: (group) => [...(places.get(group)?.values() ?? [])],
  };
};
