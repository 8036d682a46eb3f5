import type { Feed, FeedAlarm, FeedState } from '../domain/feed.ts';
import type { Millis } from '../domain/instant.ts';
import { usualOffset } from './feed-alarms.ts';

/** An alarm is raised, or it is over; `moved` stands for itself. */
export type HealthChange = FeedAlarm | 'recovered' | 'heard-again' | 'dates-right' | 'moved';

/** What operators are told about a feed, once for each change. */
export interface HealthNotice {
  readonly feed: Feed;
  readonly change: HealthChange;
  /** What the server said, or the new address; empty where there is nothing to add. */
  readonly detail: string;
  /** How far dates are off (positive: in the future), or how long the feed has been silent. */
  readonly length?: Millis;
}

const OVER: readonly (readonly [HealthChange, readonly FeedAlarm[]])[] = [
  ['recovered', ['gone', 'blocked', 'failing']],
  ['heard-again', ['silent']],
  ['dates-right', ['dates-off']],
];

const aboutAlarm = (feed: Feed, alarm: FeedAlarm, state: FeedState): HealthNotice => {
  if (alarm === 'dates-off') return { feed, change: alarm, detail: '', length: usualOffset(state) };
  if (alarm === 'silent') {
    const length = (state.lastPolledAt ?? 0) - (state.lastEntryAt ?? 0);
    return { feed, change: alarm, detail: '', length };
  }
  return { feed, change: alarm, detail: state.lastFailure ?? '' };
};

/** What one poll changed in a feed's alarms and address that an operator should hear of. Pure. */
export const healthNotices = (feed: Feed, before: FeedState, after: FeedState): readonly HealthNotice[] => {
  const had = before.alarms ?? [];
  const has = after.alarms ?? [];
  const anyOf = (alarms: readonly FeedAlarm[], of: readonly FeedAlarm[]): boolean =>
    of.some((alarm) => alarms.includes(alarm));
  const over = OVER.filter(([, of]) => anyOf(had, of) && !anyOf(has, of)).map(([change]) => ({
    feed,
    change,
    detail: change === 'recovered' ? (before.lastFailure ?? '') : '',
  }));
  const raised = has.filter((alarm) => !had.includes(alarm)).map((alarm) => aboutAlarm(feed, alarm, after));
  const hasMoved = after.url !== undefined && after.url !== (before.url ?? before.formerUrl);
  return [...raised, ...over, ...(hasMoved ? [{ feed, change: 'moved' as const, detail: after.url }] : [])];
};
