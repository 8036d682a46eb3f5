import type { TextCard } from '../domain/card.ts';
import type { Destination, Platform } from '../domain/destination.ts';
import type { Outcome } from '../domain/outcome.ts';
import type { Messenger } from '../domain/ports.ts';

/** A platform, as far as single people are reached through it. */
export interface PersonalPlatform {
  readonly messenger: Messenger;
  /** Where a person's direct messages have an address of their own. */
  openDirect?(userId: string): Promise<Destination | Outcome>;
}

/** Sends a person a card in their language, beside the outbox; undefined where the platform has no token. */
export type WriteToPerson = (
  person: { readonly platform: Platform; readonly user: string },
  cardIn: (language: string) => TextCard,
  id: string,
) => Promise<Outcome | undefined>;

export interface PersonParts {
  readonly platforms: ReadonlyMap<Platform, PersonalPlatform>;
  /** Of the chat with them. */
  readonly languageOf: (destination: Destination) => Promise<string>;
}

export const createWriteToPerson =
  ({ platforms, languageOf }: PersonParts): WriteToPerson =>
  async ({ platform, user }, cardIn, id) => {
    const bot = platforms.get(platform);
    if (bot === undefined) return undefined;
    const found = (await bot.openDirect?.(user)) ?? { platform, chat: user };
    if ('kind' in found) return found;
    const card = cardIn(await languageOf(found));
    return bot.messenger.send(found, bot.messenger.render(card), id);
  };
