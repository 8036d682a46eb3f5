/**
 * How one language tells days by where they stand in the month or year. Each text is a piece of a pattern on folded text:
 * `{month}` and `{year}` are read, `{names}` is any month, a space is any white space. A form that begins with `!` counts
 * only beside one of `leads` or `follows`.
 */
export interface PeriodWords {
  /** Hours from UTC of those who write it, the westernmost and the easternmost: what day it was to them. */
  readonly zone: readonly [west: number, east: number];
  /** Words are not parted by spaces. */
  readonly joined?: true;
  /** What makes it a deadline or a beginning, right before it: `by`, `until`. */
  readonly leads?: string;
  /** The same, right after it: `まで`. */
  readonly follows?: string;
  /** What makes it none, right before it: `since`, `as of`. */
  readonly not?: string;
  /** The same of an end, right after it: `last`, a year. */
  readonly notThen?: string;
  /** The end of a named month, the year told or not. */
  readonly month?: readonly string[];
  /** The end of a year that is told. */
  readonly year?: readonly string[];
  readonly thisMonth?: readonly string[];
  readonly nextMonth?: readonly string[];
  readonly thisYear?: readonly string[];
  /** Tomorrow, where something begins or ends with it. */
  readonly tomorrow?: readonly string[];
  /** A day of the month of publication, of the next, or the next of that number: `{day}` is read. */
  readonly dayOfThis?: readonly string[];
  readonly dayOfNext?: readonly string[];
  readonly comingDay?: readonly string[];
}
