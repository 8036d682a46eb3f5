import type { Authority } from '../domain/catalogue.ts';

/** Google and its Play Store, a ministry and its bureau. */
export const areKin = (one: Authority, other: Authority): boolean =>
  one.id === other.id || one.partOf === other.id || other.partOf === one.id;
