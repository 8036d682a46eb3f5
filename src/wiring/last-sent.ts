import type { Destination } from '../domain/destination.ts';
import type { Instant } from '../domain/instant.ts';
import { placeId } from '../domain/place-id.ts';

/** When something was last sent to a place, since the start. */
export interface LastSent {
  note(place: string, at: Instant): void;
  at(destination: Destination): Instant | undefined;
  forget(place: string): void;
}

export const createLastSent = (): LastSent => {
  const times = new Map<string, Instant>();
  return {
    note: (place, at) => void times.set(place, at),
    at: (destination) => times.get(placeId(destination)),
    forget: (place) => void times.delete(place),
  };
};
