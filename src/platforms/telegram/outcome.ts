import type { Destination } from '../../domain/destination.ts';
import { SECOND } from '../../domain/instant.ts';
import type { Outcome } from '../../domain/outcome.ts';
import { type Refusal, TelegramFault } from './call.ts';

/** How long to leave a platform alone that answered with a fault or not at all. */
const AFTER_FAULT = 5 * SECOND;

/** The request cannot have left: it is safe to send again. */
const NEVER_LEFT = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENETDOWN',
  'CERT_HAS_EXPIRED',
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'ERR_TLS_CERT_ALTNAME_INVALID',
  // Nobody there speaks TLS.
  'EPROTO',
  'ERR_SSL_WRONG_VERSION_NUMBER',
  'ERR_SSL_PACKET_LENGTH_TOO_LONG',
]);

type Reading = (description: string) => Outcome;

const gone: Reading = (why) => ({ kind: 'gone', why });
const replyLost: Reading = () => ({ kind: 'reply-lost' });
const lacking =
  (right: string): Reading =>
  () => ({ kind: 'forbidden', right });

/**
 * What Telegram's sentences mean. Codes alone do not tell: 400 is the reader's group deleted as well as our bad markup.
 * Texts as the open server sends them (github.com/tdlib/telegram-bot-api); those in capitals come from the core.
 */
const SENTENCES: readonly (readonly [RegExp, Reading])[] = [
  [/blocked by the user|USER_IS_BLOCKED/i, gone],
  [/user is deactivated|INPUT_USER_DEACTIVATED/i, gone],
  [/bot was kicked|bot is not a member|CHANNEL_PRIVATE/i, gone],
  [/can't initiate conversation|can't send messages to bots/i, gone],
  [/chat not found|PEER_ID_INVALID/i, gone],
  [/group chat was (?:deleted|deactivated)|group is deactivated/i, gone],
  [/message thread not found|TOPIC_DELETED|TOPIC_ID_INVALID/i, gone],
  [/TOPIC_CLOSED/i, lacking('open-topic')],
  [/administrator rights in the channel|CHAT_ADMIN_REQUIRED/i, lacking('post-messages')],
  [
    /not enough rights|have no rights|CHAT_WRITE_FORBIDDEN|CHAT_SEND_[A-Z]{1,20}_FORBIDDEN/i,
    lacking('send-messages'),
  ],
  [/CHAT_RESTRICTED|USER_RESTRICTED/i, lacking('send-messages')],
  [/message to be replied not found|reply message not found|REPLY_MESSAGE_ID_INVALID/i, replyLost],
  // An edit whose message is gone has nothing to attach to either.
  [/message to edit not found|message can't be edited|MESSAGE_ID_INVALID/i, replyLost],
];

const ofRefusal = (
  { code, description, retryAfter, migrateTo }: Refusal,
  destination: Destination,
): Outcome => {
  if (migrateTo !== undefined)
    return { kind: 'moved', destination: { ...destination, chat: String(migrateTo) } };
  if (code === 429) return { kind: 'later', afterMs: (retryAfter ?? 5) * SECOND, why: description };
  if (code >= 500) return { kind: 'later', afterMs: AFTER_FAULT, why: `${code} ${description}` };
  // A token that is no token at all is answered with 404.
  if (code === 401 || (code === 404 && description === 'Not Found'))
    return { kind: 'unauthorised', why: description };
  const reading = SENTENCES.find(([sentence]) => sentence.test(description))?.[1];
  if (reading !== undefined) return reading(description);
  return code === 403
    ? { kind: 'forbidden', right: description.replace(/^Forbidden: /, '') }
    : { kind: 'rejected', why: description };
};

/** What became of a call that threw. Never throws itself; a bug of ours is `rejected`. */
export const outcomeOf = (error: unknown, destination: Destination): Outcome => {
  if (!(error instanceof TelegramFault)) return { kind: 'rejected', why: String(error) };
  if (error.refusal !== undefined) return ofRefusal(error.refusal, destination);
  const why = String(error.network);
  // Timed out, reset or unreadable: the request has left and may have been carried out.
  return NEVER_LEFT.has(why) ? { kind: 'later', afterMs: AFTER_FAULT, why } : { kind: 'unknown', why };
};
