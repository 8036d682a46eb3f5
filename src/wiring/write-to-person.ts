import type { TextCard } from '../domain/card.ts';
import type { Destination, Platform } from '../domain/destination.ts';
import type { Outcome } from '../domain/outcome.ts';
import { type Person, type PersonalPlatform, placeOfPerson } from './place-of-person.ts';

/** Sends a person a card in their language, beside the outbox; undefined where the platform has no token. */
export type WriteToPerson = (
  person: Person,
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
  async (person, cardIn, id) => {
    const found = await placeOfPerson(person, platforms);
    const messenger = platforms.get(person.platform)?.messenger;
    if (found === undefined || 'kind' in found) return found;
    return messenger?.send(found, messenger.render(cardIn(await languageOf(found))), id);
  };
