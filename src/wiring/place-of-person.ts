import type { Destination, Platform } from '../domain/destination.ts';
import type { Outcome } from '../domain/outcome.ts';
import type { Messenger } from '../domain/ports.ts';

/** A platform, as far as single people are reached through it. */
export interface PersonalPlatform {
  readonly messenger: Messenger;
  /** Where a person's direct messages have an address of their own. */
  openDirect?(userId: string): Promise<Destination | Outcome>;
}

/** Somebody on a platform, by the platform's own id. */
export interface Person {
  readonly platform: Platform;
  readonly user: string;
}

/** Of an operator as the settings name them: `telegram-123`. */
export const personOf = (operator: string): Person => {
  const [platform = '', user = ''] = operator.split('-');
  return { platform: platform as Platform, user };
};

/** Where a person is written to; the platform's answer where it does not say, undefined where it has no token. */
export const placeOfPerson = async (
  { platform, user }: Person,
  platforms: ReadonlyMap<Platform, PersonalPlatform>,
): Promise<Destination | Outcome | undefined> => {
  const bot = platforms.get(platform);
  if (bot === undefined) return undefined;
  return (await bot.openDirect?.(user)) ?? { platform, chat: user };
};
