/** A moment: milliseconds since 1970-01-01T00:00:00Z. Records are JSON, so we keep no Date objects. */
export type Instant = number;

/** Stands for a day that nobody told: a line of the command line, a labelled row. */
export const UNDATED: Instant = 0;

/** A length of time in milliseconds. */
export type Millis = number;

export const SECOND: Millis = 1000;
export const MINUTE: Millis = 60 * SECOND;
export const HOUR: Millis = 60 * MINUTE;
export const DAY: Millis = 24 * HOUR;
