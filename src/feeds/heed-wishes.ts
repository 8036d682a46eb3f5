import type { Feed, FeedWishes } from '../domain/feed.ts';
import { HOUR, type Instant, MINUTE } from '../domain/instant.ts';

const isSkipped = (at: Instant, { skipHours = [], skipDays = [] }: FeedWishes): boolean =>
  skipHours.includes(new Date(at).getUTCHours()) || skipDays.includes(new Date(at).getUTCDay());

/** Keeps its place within the minute: feeds that end their night together are not asked together. */
const nextHour = (at: Instant): Instant => (Math.floor(at / HOUR) + 1) * HOUR + (at % MINUTE);

/**
 * The time of the next poll as the feed would have it, where `at` is when we should like to. Heard within its longest
 * interval only: a feed that skips the night is asked rarely then, since a ban is news at three in the morning too.
 */
export const heedWishes = (feed: Feed, wishes: FeedWishes, now: Instant, at: Instant): Instant => {
  const latest = now + feed.every.max;
  let wished = Math.max(at, now + (wishes.ttlMs ?? 0));
  while (wished < latest && isSkipped(wished, wishes)) wished = nextHour(wished);
  return Math.max(at, Math.min(wished, latest));
};
