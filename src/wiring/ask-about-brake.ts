import type { TextCard } from '../domain/card.ts';
import { hashId } from '../domain/hash-id.ts';
import type { Incident } from '../domain/incident.ts';
import type { Clock, Logger, Words } from '../domain/ports.ts';
import { personOf } from './place-of-person.ts';
import type { WriteToPerson } from './write-to-person.ts';

export interface AskAboutBrakeParts {
  /** `telegram-123`, `discord-456`. */
  readonly operators: readonly string[];
  readonly write: WriteToPerson;
  /** How many broadcasts are held. */
  readonly held: () => number;
  readonly words: Words;
  readonly clock: Clock;
  readonly logger: Logger;
}

/** The one question that the brake puts to each operator (design, section 2). */
export interface AskAboutBrake {
  /** The brake went on with this incident; without one, a former run had put it on and may not have asked. */
  engaged(incident?: Pick<Incident, 'id' | 'sources'>): void;
  /** Asks whom it has not asked yet, once something is held. Never rejects. */
  ask(): Promise<void>;
}

export const createAskAboutBrake = (parts: AskAboutBrakeParts): AskAboutBrake => {
  const { words, clock, logger } = parts;
  let unasked: ReadonlySet<string> = new Set();
  let title: string | undefined;

  const cardIn = (language: string): TextCard => ({
    shape: 'text',
    paragraphs: [[words.say(language, 'ops.brake')], ...(title === undefined ? [] : [[title]])],
    buttons: [
      [
        { label: words.say(language, 'commands.ops.send'), verb: 'ops', id: 'send' },
        { label: words.say(language, 'commands.ops.drop'), verb: 'ops', id: 'drop' },
      ],
    ],
  });

  /** True where there is no use in asking again. */
  const askOne = async (operator: string): Promise<boolean> => {
    try {
      const id = hashId('brake', operator, clock.now());
      const outcome = await parts.write(personOf(operator), cardIn, id);
      if (outcome?.kind === 'sent') return true;
      logger.warn('operators.unasked', { operator, outcome: outcome ?? 'the platform has no token' });
      // An answer that never came may have been carried out: one question is enough.
      return outcome?.kind !== 'later';
    } catch (error) {
      logger.error('operators.unasked', { operator, error });
      return true;
    }
  };

  return {
    engaged(incident) {
      unasked = new Set(parts.operators);
      title = incident?.sources[0].title;
      logger.warn('brake.engaged', { incident: incident?.id, cure: 'say /ops send or /ops drop' });
    },
    async ask() {
      if (parts.held() === 0) return;
      const due = [...unasked];
      unasked = new Set();
      const asked = await Promise.all(due.map(askOne));
      unasked = new Set([...unasked, ...due.filter((_, at) => asked[at] === false)]);
    },
  };
};
