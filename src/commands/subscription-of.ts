import type { Command } from '../domain/command.ts';
import { UserError } from '../domain/errors.ts';
import type { Reader } from '../domain/ports.ts';
import type { Filter, Subscription } from '../domain/subscription.ts';
import type { Desk } from './desk.ts';
import { nearestLanguage } from './nearest-language.ts';
import type { Wish } from './parse-filter.ts';

const DIGEST_AT = '08:00';

/** What a place begins with: alerts at once, in its language, and no wish yet. */
export const newSubscription = (command: Command, { words, clock, defaults }: Desk): Subscription => ({
  v: 1,
  destination: command.destination,
  state: 'active',
  stateSince: clock.now(),
  language: nearestLanguage(command.placeLanguage ?? command.language, words.languages),
  zone: defaults.zone,
  cadence: 'instant',
  digestAt: DIGEST_AT,
  filters: [],
  muted: [],
  ...(command.asker === undefined ? {} : { createdBy: command.asker }),
  createdAt: clock.now(),
});

/** @throws UserError where the place is not subscribed. */
export const subscriptionOf = async ({ destination }: Command, desk: Desk): Promise<Subscription> => {
  const subscription = await desk.subscriptions.get(destination);
  if (subscription === undefined) throw new UserError('no-subscription');
  return subscription;
};

/** The asker, with the hours of the place. */
export const readerOf = async ({ destination, language }: Command, desk: Desk): Promise<Reader> => {
  const subscription = await desk.subscriptions.get(destination);
  return { language, zone: subscription?.zone ?? desk.defaults.zone };
};

/** `a` to `z`, then `aa`, …: the first that is free. */
export const freeId = (filters: readonly Filter[]): string => {
  const taken = new Set(filters.map(({ id }) => id));
  for (let number = 0; ; number++) {
    const letter = String.fromCharCode(97 + (number % 26));
    const id = letter.repeat(1 + Math.floor(number / 26));
    if (!taken.has(id)) return id;
  }
};

const signature = (wish: Wish): string =>
  JSON.stringify([
    wish.exchanges.toSorted(),
    wish.jurisdictions.toSorted(),
    wish.kinds.toSorted(),
    wish.direction ?? '',
    wish.minSeverity,
    wish.words.toSorted(),
    wish.onlyWhenNamed,
  ]);

export const sameWish = (a: Wish, b: Wish): boolean => signature(a) === signature(b);
