import type { TextCard } from '../domain/card.ts';
import type { Platform } from '../domain/destination.ts';
import { hashId } from '../domain/hash-id.ts';
import { DAY, HOUR, type Millis } from '../domain/instant.ts';
import type { Outcome } from '../domain/outcome.ts';
import type { Clock, Logger, Words } from '../domain/ports.ts';
import type { HealthNotice } from '../feeds/health-notices.ts';
import type { WriteToPerson } from './write-to-person.ts';

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

const lineOf = ({ feed, change, detail, length = 0 }: HealthNotice, words: Words, language: string): string =>
  words.say(language, `ops.feed.${change}`, {
    feed: `${feed.publisher} (${feed.id})`,
    detail,
    ...hoursOf(length),
    direction: length > 0 ? 'ahead' : 'behind',
  });

const cardOf = (notices: readonly HealthNotice[], words: Words, language: string): TextCard => {
  const lines = notices.slice(0, MOST_LINES).map((notice) => lineOf(notice, words, language));
  const left = notices.length - lines.length;
  const more = left > 0 ? [words.say(language, 'ops.feed.more', { count: left })] : [];
  return { shape: 'text', paragraphs: [...lines, ...more].map((line) => [line]), buttons: [] };
};

/** Tells the operators, beside the outbox: what is lost here is in the log and in `/sources`. */
export const createNotifyOperators = (parts: NotifyOperatorsParts): NotifyOperators => {
  const { operators, words, clock, logger } = parts;
  const waiting = new Map<string, readonly HealthNotice[]>();
  let telling: Promise<void> = Promise.resolve();

  const send = (operator: string, notices: readonly HealthNotice[]): Promise<Outcome | undefined> => {
    const [platform = '', user = ''] = operator.split('-');
    const id = hashId('operators', operator, clock.now());
    const cardIn = (language: string): TextCard => cardOf(notices, words, language);
    return parts.write({ platform: platform as Platform, user }, cardIn, id);
  };

  const keep = (operator: string, notices: readonly HealthNotice[]): void =>
    void waiting.set(operator, [...notices, ...(waiting.get(operator) ?? [])].slice(-MOST_KEPT));

  const tellOne = async (operator: string, notices: readonly HealthNotice[]): Promise<void> => {
    try {
      const outcome = await send(operator, notices);
      if (outcome?.kind === 'sent') return;
      if (outcome?.kind === 'later') keep(operator, notices);
      logger.warn('operators.untold', { operator, outcome: outcome ?? 'the platform has no token' });
    } catch (error) {
      logger.error('operators.untold', { operator, error });
    }
  };

  const tellAll = async (): Promise<void> => {
    const due = [...waiting];
    waiting.clear();
    await Promise.all(due.map(([operator, notices]) => tellOne(operator, notices)));
  };

  return {
    note(notices) {
      for (const { feed, change, detail } of notices)
        logger.warn('feed.health', { feed: feed.id, change, detail });
      if (notices.length === 0) return;
      for (const operator of operators)
        waiting.set(operator, [...(waiting.get(operator) ?? []), ...notices].slice(-MOST_KEPT));
    },
    tell() {
      telling = telling.then(tellAll);
      return telling;
    },
  };
};
