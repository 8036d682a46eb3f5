import { MINUTE, type Millis } from '../../domain/instant.ts';
import type { Clock } from '../../domain/ports.ts';

/** What was asked last in private chats, where plain words are the answer without being tied to the question. */
export interface Prompts {
  /** @param asks the command that the next words complete; undefined where the last message asked nothing */
  note(chat: string, asks: string | undefined): void;
  /** Another process asked there; the answer may come to this one. */
  hear(chat: string, asks: string | undefined): void;
  /** What is still open there. */
  of(chat: string): string | undefined;
}

/** Later words are hardly an answer. */
const OPEN_FOR: Millis = 10 * MINUTE;
const MOST = 10_000;

/** @param tell lets other processes hear of a question, and of its end */
export const createPrompts = (clock: Clock, tell: Prompts['hear'] = () => undefined): Prompts => {
  const open = new Map<string, { readonly asks: string; readonly until: Millis }>();
  const hear: Prompts['hear'] = (chat, asks) => {
    open.delete(chat);
    if (asks === undefined) return;
    const [oldest] = open.keys();
    if (open.size >= MOST && oldest !== undefined) open.delete(oldest);
    open.set(chat, { asks, until: clock.monotonic() + OPEN_FOR });
  };
  return {
    hear,
    note: (chat, asks) => {
      if (asks !== undefined || open.has(chat)) tell(chat, asks);
      hear(chat, asks);
    },
    of: (chat) => {
      const prompt = open.get(chat);
      return prompt !== undefined && prompt.until > clock.monotonic() ? prompt.asks : undefined;
    },
  };
};
