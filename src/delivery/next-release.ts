import { DateTime } from 'luxon';
import { HOUR, type Instant, MINUTE } from '../domain/instant.ts';
import type { Cadence, Subscription } from '../domain/subscription.ts';
import { localTime, quietUntil } from './quiet-hours.ts';

/** Weekly digests come on Mondays (ISO weekday 1). */
const DIGEST_WEEKDAY = 1;

type Timing = Pick<Subscription, 'zone' | 'digestAt' | 'quiet'>;

/** Full hours as the local clock shows them, where zones are half an hour off too. */
const nextHour = (now: DateTime): DateTime => {
  const offset = now.offset * MINUTE;
  const hours = Math.floor((now.toMillis() + offset) / HOUR) + 1;
  return DateTime.fromMillis(hours * HOUR - offset);
};

const nextDay = (now: DateTime, digestAt: string): DateTime => {
  const today = localTime(now, digestAt);
  return today > now ? today : localTime(now.plus({ days: 1 }), digestAt);
};

const nextWeek = (now: DateTime, digestAt: string): DateTime => {
  const days = (DIGEST_WEEKDAY - now.weekday + 7) % 7;
  const next = localTime(now.plus({ days }), digestAt);
  return next > now ? next : localTime(now.plus({ days: days + 7 }), digestAt);
};

const releases: Readonly<Record<Cadence, (now: DateTime, digestAt: string) => DateTime>> = {
  instant: (now) => now,
  hourly: nextHour,
  daily: nextDay,
  weekly: nextWeek,
};

/** When something that comes in at `now` is due by this cadence: `now` itself for `instant`, else the next digest. */
export const nextRelease = (cadence: Cadence, { zone, digestAt, quiet }: Timing, now: Instant): Instant => {
  if (cadence === 'instant') return now;
  const release = releases[cadence](DateTime.fromMillis(now, { zone }), digestAt).toMillis();
  return (quiet === undefined ? undefined : quietUntil(quiet, zone, release)) ?? release;
};
