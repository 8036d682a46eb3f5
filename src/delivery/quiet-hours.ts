import { DateTime } from 'luxon';
import type { Instant } from '../domain/instant.ts';
import type { QuietHours } from '../domain/subscription.ts';

/** `HH:MM` on the local day of `day`: the first of the two where that hour comes twice, the hour after where it is left out. */
export const localTime = (day: DateTime, hhmm: string): DateTime => {
  const [hour, minute] = hhmm.split(':').map(Number);
  const time = day.set({ hour: hour ?? 0, minute: minute ?? 0, second: 0, millisecond: 0 });
  return DateTime.min(time, ...time.getPossibleOffsets());
};

/**
 * When the quiet hours end in which `at` lies; undefined outside of them. They are reckoned from a beginning and an end
 * in real time, so that the hour that comes twice in autumn does not begin them again.
 */
export const quietUntil = ({ from, to }: QuietHours, zone: string, at: Instant): Instant | undefined => {
  if (from === to) return undefined;
  const today = DateTime.fromMillis(at, { zone }).startOf('day');
  for (const day of [today.minus({ days: 1 }), today]) {
    const begins = localTime(day, from);
    const ends = localTime(from < to ? day : day.plus({ days: 1 }), to);
    if (begins.toMillis() <= at && at < ends.toMillis()) return ends.toMillis();
  }
  return undefined;
};
