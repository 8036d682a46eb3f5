import type { TextCard } from '../domain/card.ts';
import { hashId } from '../domain/hash-id.ts';
import { DAY, HOUR, type Millis } from '../domain/instant.ts';
import type { Outcome } from '../domain/outcome.ts';
import type { Clock, Logger, Words } from '../domain/ports.ts';
import type { HealthNotice } from '../feeds/health-notices.ts';
import { personOf } from './place-of-person.ts';
import type { WriteToPerson } from './write-to-person.ts';

/** One line to the operators, in the language of the one who reads it. */
export type OperatorLine = (reader: { readonly words: Words; readonly language: string }) => string;

export interface NotifyOperatorsParts {
  /** `telegram-123`, `discord-456`. */
  readonly operators: readonly string[];
  readonly write: WriteToPerson;
  readonly words: Words;
  readonly clock: Clock;
  readonly logger: Logger;
}

export interface NotifyOperators {
  note(notices: readonly HealthNotice[]): void;
  add(line: OperatorLine): void;
  /** Sends what was noted since the last time, one message to each operator. Never rejects. */
  tell(): Promise<void>;
}

/** More lines do not fit into one message: when our own network is down, every feed fails. */
const MOST_LINES = 10;
/** While a platform is away; what is older is forgotten. */
const MOST_KEPT = 200;

const hoursOf = (length: Millis): { readonly unit: string; readonly count: number } => {
  const time = Math.abs(length);
  return time >= 2 * DAY
    ? { unit: 'days', count: Math.round(time / DAY) }
    : { unit: 'hours', count: Math.round(time / HOUR) };
};

const lineOf =
  ({ feed, change, detail, length = 0 }: HealthNotice): OperatorLine =>
  ({ words, language }) =>
    words.say(language, `ops.feed.${change}`, {
      feed: `${feed.publisher} (${feed.id})`,
      detail,
      ...hoursOf(length),
      direction: length > 0 ? 'ahead' : 'behind',
    });

const cardOf = (waiting: readonly OperatorLine[], words: Words, language: string): TextCard => {
  const lines = waiting.slice(0, MOST_LINES).map((line) => line({ words, language }));
  const left = waiting.length - lines.length;
  const more = left > 0 ? [words.say(language, 'ops.feed.more', { count: left })] : [];
  return { shape: 'text', paragraphs: [...lines, ...more].map((line) => [line]), buttons: [] };
};

/** Tells the operators, beside the outbox: what is lost here is in the log and in `/sources`. */
export const createNotifyOperators = (parts: NotifyOperatorsParts): NotifyOperators => {
  const { operators, words, clock, logger } = parts;
  const waiting = new Map<string, readonly OperatorLine[]>();
  let telling: Promise<void> = Promise.resolve();

  const send = (operator: string, lines: readonly OperatorLine[]): Promise<Outcome | undefined> => {
    const id = hashId('operators', operator, clock.now());
    const cardIn = (language: string): TextCard => cardOf(lines, words, language);
    return parts.write(personOf(operator), cardIn, id);
  };

  const keep = (operator: string, lines: readonly OperatorLine[]): void =>
    void waiting.set(operator, [...lines, ...(waiting.get(operator) ?? [])].slice(-MOST_KEPT));

  const tellOne = async (operator: string, lines: readonly OperatorLine[]): Promise<void> => {
    try {
      const outcome = await send(operator, lines);
      if (outcome?.kind === 'sent') return;
      if (outcome?.kind === 'later') keep(operator, lines);
      logger.warn('operators.untold', { operator, outcome: outcome ?? 'the platform has no token' });
    } catch (error) {
      logger.error('operators.untold', { operator, error });
    }
  };

  const tellAll = async (): Promise<void> => {
    const due = [...waiting];
    waiting.clear();
    await Promise.all(due.map(([operator, lines]) => tellOne(operator, lines)));
  };

  const add = (...lines: readonly OperatorLine[]): void => {
    for (const operator of operators)
      waiting.set(operator, [...(waiting.get(operator) ?? []), ...lines].slice(-MOST_KEPT));
  };

  return {
    add,
    note(notices) {
      for (const { feed, change, detail } of notices)
        logger.warn('feed.health', { feed: feed.id, change, detail });
      if (notices.length > 0) add(...notices.map(lineOf));
    },
    tell() {
      telling = telling.then(tellAll);
      return telling;
    },
  };
};
