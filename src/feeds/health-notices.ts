import type { Feed, FeedState } from '../domain/feed.ts';

export type HealthChange = 'gone' | 'blocked' | 'failing' | 'moved' | 'recovered';

/** What operators are told about a feed, once for each change. */
export interface HealthNotice {
  readonly feedId: string;
  readonly change: HealthChange;
  readonly detail: string;
}

/** Fewer failures in a row are the weather of the network. */
const TELL_AFTER_FAILURES = 5;

const isAiling = ({ health, failures }: FeedState): boolean =>
  health === 'gone' || health === 'blocked' || failures >= TELL_AFTER_FAILURES;

const changeBetween = (before: FeedState, after: FeedState): HealthChange | undefined => {
  if (after.health === 'gone' || after.health === 'blocked') {
    return before.health === after.health ? undefined : after.health;
  }
  if (after.health === 'ok') return isAiling(before) ? 'recovered' : undefined;
  return after.failures === TELL_AFTER_FAILURES ? 'failing' : undefined;
};

/** What one poll changed in a feed's health and address that an operator should hear of. */
export const healthNotices = (feed: Feed, before: FeedState, after: FeedState): readonly HealthNotice[] => {
  const notices: HealthNotice[] = [];
  const change = changeBetween(before, after);
  if (change !== undefined) {
    const detail = change === 'recovered' ? (before.lastFailure ?? '') : (after.lastFailure ?? '');
    notices.push({ feedId: feed.id, change, detail });
  }
  if (after.url !== undefined && after.url !== before.url) {
    notices.push({ feedId: feed.id, change: 'moved', detail: after.url });
  }
  return notices;
};
