import { type Destination, destinationKey } from '../domain/destination.ts';
import type { Instant } from '../domain/instant.ts';

/** When something was last sent to a place, since the start. */
export interface LastSent {
  note(destination: Destination, at: Instant): void;
  at(destination: Destination): Instant | undefined;
  forget(destination: Destination): void;
}

export const createLastSent = (): LastSent => {
  const times = new Map<string, Instant>();
  return {
    note: (destination, at) => void times.set(destinationKey(destination), at),
    at: (destination) => times.get(destinationKey(destination)),
    forget: (destination) => void times.delete(destinationKey(destination)),
  };
};
