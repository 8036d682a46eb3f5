import type { Settings } from '../config/settings.ts';
import type { Clock } from '../domain/ports.ts';
import { createHostQueue, type HostQueue } from '../feeds/host-queue.ts';

const VERSION = '0.1.0';

/** How we ask hosts, for feeds and articles alike. */
export interface Manners {
  readonly clock: Clock;
  /** Product, version and a contact: regulators demand one, and everybody may ask us to stop. */
  readonly userAgent: string;
  readonly allowPrivate: boolean;
  /** One for all that we ask: to a host, its feeds and its articles are one visitor. */
  readonly queue: HostQueue;
}

export const mannersOf = (
  { contact, allowPrivateFeeds: allowPrivate }: Pick<Settings, 'contact' | 'allowPrivateFeeds'>,
  clock: Clock,
): Manners => ({
  clock,
  userAgent: `Curbwatch/${VERSION} (+${contact})`,
  allowPrivate,
  queue: createHostQueue({ clock, isFree: allowPrivate }),
});
