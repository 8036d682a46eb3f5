import type { FeedWishes } from '../domain/feed.ts';
import { MINUTE } from '../domain/instant.ts';

/** As the tidy RSS has them: minutes, and lists parted by spaces. */
export interface WishTexts {
  readonly ttl: string;
  readonly skipHours: string;
  readonly skipDays: string;
}

export const NO_WISHES: WishTexts = { ttl: '', skipHours: '', skipDays: '' };

const DAYS = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];

const words = (text: string): readonly string[] => text.split(/\s+/).filter((word) => word !== '');

/** RSS 0.91 counts to 24 where 2.0 begins at 0. */
const hourOf = (word: string): readonly number[] =>
  /^\d\d?$/.test(word) && Number(word) <= 24 ? [Number(word) % 24] : [];

const dayOf = (word: string): readonly number[] => {
  const day = DAYS.indexOf(word.slice(0, 3).toLowerCase());
  return day < 0 ? [] : [day];
};

/** What a feed asks, as far as it can be read; the rest is as if it had not asked. */
export const readWishes = ({ ttl, skipHours, skipDays }: WishTexts): FeedWishes => {
  const minutes = Number(ttl);
  const hours = words(skipHours).flatMap(hourOf);
  const days = words(skipDays).flatMap(dayOf);
  return {
    ...(minutes > 0 && Number.isFinite(minutes) ? { ttlMs: minutes * MINUTE } : {}),
    ...(hours.length === 0 ? {} : { skipHours: hours }),
    ...(days.length === 0 ? {} : { skipDays: days }),
  };
};
