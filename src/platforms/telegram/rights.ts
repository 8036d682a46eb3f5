import type { May } from '../../domain/command.ts';
import { type Millis, SECOND } from '../../domain/instant.ts';
import type { Clock, Logger } from '../../domain/ports.ts';
import type { Call } from './call.ts';
import type { Asked } from './parse-update.ts';

const REMEMBERED: Millis = 30 * SECOND;
const MOST_REMEMBERED = 1000;

/** An administrator of a chat: people, and ourselves. */
export interface Administrator {
  readonly id: string;
  readonly isBot: boolean;
  readonly mayPost: boolean;
}

export interface Rights {
  /** A press is checked anew, because the keyboard may be older than the dismissal. */
  mayOf(asked: Asked): Promise<May>;
  /** Rejects where Telegram refuses to tell. */
  administratorsOf(chat: string): Promise<readonly Administrator[]>;
}

/**
 * Who may do what, by Telegram's own list of administrators (which every member bot may read).
 * @param operators Telegram ids of those who run the bot
 */
export const createRights = (
  call: Call,
  operators: ReadonlySet<string>,
  clock: Clock,
  logger: Logger,
): Rights => {
  const remembered = new Map<string, { readonly until: Millis; readonly ids: ReadonlySet<string> }>();

  const administratorsOf = async (chat: string): Promise<readonly Administrator[]> => {
    const members = await call('getChatAdministrators', { chat_id: chat });
    return members.map((member) => ({
      id: String(member.user.id),
      isBot: member.user.is_bot,
      mayPost: member.status === 'creator' || member.can_post_messages !== false,
    }));
  };

  const isAdministrator = async (chat: string, id: string, anew: boolean): Promise<boolean> => {
    const known = remembered.get(chat);
    if (known !== undefined && !anew && known.until > clock.monotonic()) return known.ids.has(id);
    const ids = new Set((await administratorsOf(chat)).map((administrator) => administrator.id));
    if (remembered.size >= MOST_REMEMBERED) remembered.clear();
    remembered.set(chat, { until: clock.monotonic() + REMEMBERED, ids });
    return ids.has(id);
  };

  const mayOf = async ({ asker, standing, destination, queryId }: Asked): Promise<May> => {
    if (asker !== undefined && operators.has(asker)) return 'operate';
    if (standing === 'outsider') return 'ask';
    if (standing !== 'member' || asker === undefined) return 'set-up';
    try {
      const isOne = await isAdministrator(destination.chat, asker, queryId !== undefined);
      return isOne ? 'set-up' : 'ask';
    } catch (error) {
      // Who cannot be checked may still ask.
      logger.warn('telegram.rights-unknown', { chat: destination.chat, why: String(error) });
      return 'ask';
    }
  };

  return { mayOf, administratorsOf };
};
