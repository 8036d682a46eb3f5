import { FIRST_SHAPE } from './migrate.ts';

/** The shape of each kind of record today, and the way there from every version that was released. */
export const SHAPES = {
  feedStates: FIRST_SHAPE,
  seenEntries: FIRST_SHAPE,
  incidents: FIRST_SHAPE,
  subscriptions: FIRST_SHAPE,
  broadcasts: FIRST_SHAPE,
  deferred: FIRST_SHAPE,
  sentMessages: FIRST_SHAPE,
  objections: FIRST_SHAPE,
} as const;
