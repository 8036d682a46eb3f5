import { rightName } from '../commands/right-name.ts';
import type { DeliveryEvent } from '../delivery/turn-parts.ts';
import { type Destination, destinationKey } from '../domain/destination.ts';
import { hashId } from '../domain/hash-id.ts';
import type { Logger, Words } from '../domain/ports.ts';
import type { WriteToPerson } from './write-to-person.ts';

export interface TellOwnerParts {
  readonly write: WriteToPerson;
  /** What people call a place; undefined where we do not know. */
  readonly placeName: (destination: Destination) => string | undefined;
  readonly words: Words;
  readonly logger: Logger;
}

/** Places of which we remember what was told. */
const MOST_KNOWN = 10_000;

/**
 * A place in which we may no longer write cannot be told there: who set it up hears of it, once, by direct message
 * (design, section 6). Never throws; whether it could be told is in the log.
 */
export const createTellOwner = (parts: TellOwnerParts): ((event: DeliveryEvent) => void) => {
  const { words, logger } = parts;
  /** What its owner knows of a place, until something could be sent there again. */
  const known = new Map<string, string>();

  const isNews = ({ destination, why = '' }: DeliveryEvent): boolean => {
    const key = destinationKey(destination);
    const isKnown = known.get(key) === why;
    known.set(key, why);
    const oldest = known.size > MOST_KNOWN ? known.keys().next().value : undefined;
    if (oldest !== undefined) known.delete(oldest);
    return !isKnown;
  };

  const tell = async ({ destination, why = '', subscription }: DeliveryEvent): Promise<void> => {
    const { platform, chat } = destination;
    const user = subscription?.createdBy;
    if (subscription?.state !== 'forbidden' || user === undefined || user === chat) return;
    const where = parts.placeName(destination) ?? chat;
    const outcome = await parts.write(
      { platform, user },
      (language) => ({
        shape: 'text',
        paragraphs: [
          [
            words.say(language, 'commands.notice.forbidden', {
              where,
              right: rightName(why, words, language),
            }),
          ],
        ],
        buttons: [],
      }),
      hashId('forbidden', platform, chat, user, subscription.stateSince),
    );
    if (outcome?.kind !== 'sent') logger.info('owner.untold', { platform, outcome: outcome?.kind });
  };

  return (event) => {
    if (event.what === 'sent' || event.what === 'digest') known.delete(destinationKey(event.destination));
    if (event.what !== 'suspended' || !isNews(event)) return;
    tell(event).catch((error: unknown) => logger.error('owner.untold', { error }));
  };
};
