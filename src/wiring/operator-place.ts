import type { Destination, Platform } from '../domain/destination.ts';
import type { Outcome } from '../domain/outcome.ts';
import type { Messenger } from '../domain/ports.ts';

/** A platform, as far as operators are reached through it. */
export interface OperatorPlatform {
  readonly messenger: Messenger;
  /** Where a person's direct messages have an address of their own. */
  openDirect?(userId: string): Promise<Destination | Outcome>;
}

/** Where `telegram-123` is written to; the platform's answer where it does not say, undefined where it has no token. */
export const operatorPlace = async (
  operator: string,
  platforms: ReadonlyMap<Platform, OperatorPlatform>,
): Promise<Destination | Outcome | undefined> => {
  const [platform = '', user = ''] = operator.split('-');
  const bot = platforms.get(platform as Platform);
  if (bot === undefined) return undefined;
  return (await bot.openDirect?.(user)) ?? { platform: bot.messenger.platform, chat: user };
};
