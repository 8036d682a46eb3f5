import type { FeedRhythm, FeedState } from '../domain/feed.ts';
import { DAY, type Instant, type Millis } from '../domain/instant.ts';

/** What one poll brought that was never seen before. */
export interface Arrivals {
  /** When they say they were published, as far as they say it; before any clamping. */
  readonly dates: readonly Instant[];
  /** Whether any of them passed as new. */
  readonly any: boolean;
}

const MOST_OFFSETS = 10;
/** Share of the newest gap in the moving average. */
const NEWEST_SHARE = 1 / 8;
const HALF_LIFE: Millis = 30 * DAY;

const nextRhythm = (old: FeedRhythm | undefined, gap: Millis, now: Instant): FeedRhythm => {
  if (old === undefined) return { since: now - gap, arrivals: 2, usualGap: gap, longestGap: gap };
  return {
    since: old.since,
    arrivals: old.arrivals + 1,
    usualGap: Math.round(old.usualGap + (gap - old.usualGap) * NEWEST_SHARE),
    longestGap: Math.round(Math.max(gap, old.longestGap * 0.5 ** (gap / HALF_LIFE))),
  };
};

/**
 * What a poll teaches about a feed's habits: how its dates lie to the time at which we see its entries, and how often
 * it brings something. Not to be asked of a first poll or one after a gap: their entries came when we did not look.
 */
export const learnHabits = (
  state: FeedState,
  { dates, any }: Arrivals,
  now: Instant,
): Pick<FeedState, 'dateOffsets' | 'rhythm'> => {
  const offsets = [...(state.dateOffsets ?? []), ...dates.map((date) => date - now)].slice(-MOST_OFFSETS);
  const rhythm =
    any && state.lastEntryAt !== undefined
      ? nextRhythm(state.rhythm, now - state.lastEntryAt, now)
      : state.rhythm;
  return {
    ...(offsets.length > 0 && { dateOffsets: offsets }),
    ...(rhythm !== undefined && { rhythm }),
  };
};
