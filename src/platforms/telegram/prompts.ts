import { MINUTE, type Millis } from '../../domain/instant.ts';
import { placeId } from '../../domain/place-id.ts';
import type { Clock } from '../../domain/ports.ts';

/** What was asked last in private chats, where plain words are the answer without being tied to the question. */
export interface Prompts {
  /** @param asks the command that the next words complete; undefined where the last message asked nothing */
  note(chat: string, asks: string | undefined): void;
  /** Another process asked in the chat with that `placeId`; the answer may come to this one. */
  hear(place: string, asks: string | undefined): void;
  /** What is still open there. */
  of(chat: string): string | undefined;
}

/** Later words are hardly an answer. */
const OPEN_FOR: Millis = 10 * MINUTE;
const MOST = 10_000;

/** @param tell lets other processes hear of a question, and of its end */
export const createPrompts = (clock: Clock, tell: Prompts['hear'] = () => undefined): Prompts => {
  const open = new Map<string, { readonly asks: string; readonly until: Millis }>();
  const placeOf = (chat: string): string => placeId({ platform: 'telegram', chat });
  const hear: Prompts['hear'] = (place, asks) => {
    open.delete(place);
    if (asks === undefined) return;
    const [oldest] = open.keys();
    if (open.size >= MOST && oldest !== undefined) open.delete(oldest);
    open.set(place, { asks, until: clock.monotonic() + OPEN_FOR });
  };
  return {
    hear,
    note: (chat, asks) => {
      const place = placeOf(chat);
      if (asks !== undefined || open.has(place)) tell(place, asks);
      hear(place, asks);
    },
    of: (chat) => {
      const prompt = open.get(placeOf(chat));
      return prompt !== undefined && prompt.until > clock.monotonic() ? prompt.asks : undefined;
    },
  };
};
