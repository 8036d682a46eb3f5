import { FEED_ALARMS, type Feed, type FeedAlarm, type FeedState } from '../domain/feed.ts';
import { DAY, type Instant, type Millis } from '../domain/instant.ts';

/** Fewer failures in a row are the weather of the network. */
const FAILURES = 5;
/** Fewer dates say nothing. */
const FEWEST_OFFSETS = 5;
/** Ten arrivals over a week, so that a night and a weekend are among them. */
const HABIT = { arrivals: 10, time: 7 * DAY };
/** The press never rests for long; offices have long weekends and holidays. */
const LEAST_SILENCE: Readonly<Record<Feed['kind'], Millis>> = {
  press: DAY,
  exchange: 4 * DAY,
  official: 5 * DAY,
};
const LONGEST_GAPS = 3;
const USUAL_GAPS = 10;

const median = (numbers: readonly number[]): number =>
  numbers.toSorted((a, b) => a - b)[numbers.length >> 1] ?? 0;

/** How far the feed's dates usually lie from when its entries appear; positive: in the future. */
export const usualOffset = ({ dateOffsets = [] }: FeedState): Millis => median(dateOffsets);

/** Once raised it stands until the dates are clearly right again. A search brings other people's old entries. */
const datesAreOff = (feed: Feed, state: FeedState, wasRaised: boolean): boolean => {
  if (feed.search !== undefined || (state.dateOffsets ?? []).length < FEWEST_OFFSETS) return false;
  return Math.abs(usualOffset(state)) > (wasRaised ? DAY / 2 : DAY);
};

const isSilent = ({ kind }: Feed, { rhythm, lastEntryAt }: FeedState, now: Instant): boolean => {
  if (rhythm === undefined || lastEntryAt === undefined) return false;
  const hasHabit = rhythm.arrivals >= HABIT.arrivals && lastEntryAt - rhythm.since >= HABIT.time;
  const limit = Math.max(LONGEST_GAPS * rhythm.longestGap, USUAL_GAPS * rhythm.usualGap, LEAST_SILENCE[kind]);
  return hasHabit && now - lastEntryAt > limit;
};

/** A feed that fails may turn from one ailment to another: the graver is told, the lighter is not told again. */
const ailments = ({ health, failures }: FeedState, told: readonly FeedAlarm[]): readonly FeedAlarm[] => {
  if (health === 'ok' || health === 'new') return [];
  const kept = told.filter((alarm) => alarm === 'gone' || alarm === 'blocked' || alarm === 'failing');
  if (health === 'gone' || health === 'blocked') return [...kept, health];
  return kept.length === 0 && failures >= FAILURES ? ['failing'] : kept;
};

/**
 * What is wrong with a feed after a poll, for operators to be told once: `told` is what they know already. A feed that
 * does not answer says nothing about its habits, so what was said of them stands. Pure.
 */
export const feedAlarms = (
  feed: Feed,
  state: FeedState,
  told: readonly FeedAlarm[],
  now: Instant,
): readonly FeedAlarm[] => {
  const answered = state.health === 'ok';
  const silent = answered ? isSilent(feed, state, now) : told.includes('silent');
  const datesOff = answered
    ? datesAreOff(feed, state, told.includes('dates-off'))
    : told.includes('dates-off');
  const raised: ReadonlySet<FeedAlarm> = new Set([
    ...ailments(state, told),
    ...(silent ? (['silent'] as const) : []),
    ...(datesOff ? (['dates-off'] as const) : []),
  ]);
  return FEED_ALARMS.filter((alarm) => raised.has(alarm));
};
