import type { Incident } from './incident.ts';
import type { Subscription } from './subscription.ts';

/**
 * Whether the incident is muted there, itself or as one that went into it. Asked of the incident instead of written to
 * the subscriptions when it is merged: those are their people's to write, who may be saying something at that moment.
 */
export const isMuted = (
  { muted }: Pick<Subscription, 'muted'>,
  { id, mergedFrom = [] }: Pick<Incident, 'id' | 'mergedFrom'>,
): boolean => muted.includes(id) || mergedFrom.some((younger) => muted.includes(younger));
