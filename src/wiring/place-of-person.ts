import type { Destination, Platform } from '../domain/destination.ts';
import type { Outcome } from '../domain/outcome.ts';
import type { Messenger } from '../domain/ports.ts';

/** A platform, as far as single people are reached through it. */
export interface PersonalPlatform {
  readonly messenger: Messenger;
  /** Where a person's direct messages have an address of their own. */
  openDirect?(userId: string): Promise<Destination | Outcome>;
}

/** Where a person is written to; the platform's answer where it does not say, undefined where it has no token. */
export const placeOfPerson = async (
  { platform, user }: { readonly platform: Platform; readonly user: string },
  platforms: ReadonlyMap<Platform, PersonalPlatform>,
): Promise<Destination | Outcome | undefined> => {
  const bot = platforms.get(platform);
  if (bot === undefined) return undefined;
  return (await bot.openDirect?.(user)) ?? { platform, chat: user };
};
