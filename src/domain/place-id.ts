import { type Destination, destinationKey } from './destination.ts';
import { hashId } from './hash-id.ts';

/** A place where it is to be known again, without the platform's ids of its chat: those are only where they are needed. */
export const placeId = (destination: Destination): string => hashId(destinationKey(destination));
