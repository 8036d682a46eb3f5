import type { OutcomeKind } from '../../../src/domain/outcome.ts';
import type { Trouble } from '../../support/trouble-proxy.ts';
import type { DeadEnd, FaultPlatform } from './fault-stage.ts';

/** Where a delivery ends that met trouble: nowhere is it lost. */
export type End = 'sent' | 'moved' | 'set aside' | 'parked' | 'gone' | 'forbidden' | 'stopped';

/** One fault on one platform, the outcome that the design names for it, and its end. */
export interface FaultCase {
  readonly fault: string;
  readonly platform: FaultPlatform;
  /** `migrated`: the group became the stage's other one. */
  readonly trouble: Trouble | DeadEnd | 'migrated';
  /** How often in a row; once unless told. */
  readonly times?: number;
  readonly outcome: OutcomeKind;
  readonly end: End;
  /** The platform had carried it out and has no means to absorb the repeat. */
  readonly twice?: boolean;
  readonly isReply?: boolean;
}

const JSON_TYPE = { 'content-type': 'application/json' };
const HTML = { status: 502, headers: { 'content-type': 'text/html' }, body: '<html>502 Bad Gateway</html>' };

/** What Telegram answers where a group became a supergroup. */
export const migratedTo = (chat: string): Trouble =>
  telegram(400, 'Bad Request: group chat was upgraded to a supergroup chat', {
    migrate_to_chat_id: Number(chat),
  });

const telegram = (error_code: number, description: string, parameters?: object): Trouble => ({
  status: error_code,
  headers: JSON_TYPE,
  body: JSON.stringify({ ok: false, error_code, description, ...(parameters && { parameters }) }),
});

const discord = (
  status: number,
  code: number,
  message: string,
  headers: Readonly<Record<string, string>> = {},
): Trouble => ({ status, headers: { ...JSON_TYPE, ...headers }, body: JSON.stringify({ code, message }) });

type Row = Omit<FaultCase, 'platform'>;

const limited = (seconds: number | undefined): Trouble => ({
  status: 429,
  headers: {
    ...JSON_TYPE,
    ...(seconds === undefined ? {} : { 'retry-after': String(seconds), 'x-ratelimit-scope': 'user' }),
  },
  body: JSON.stringify({
    message: 'You are being rate limited.',
    global: false,
    ...(seconds === undefined ? {} : { retry_after: seconds }),
  }),
});

/** The network's faults look alike to both platforms. */
const NETWORK: readonly Row[] = [
  { fault: 'connection refused', trouble: 'refused', times: 2, outcome: 'later', end: 'sent' },
  { fault: 'a name that is not found', trouble: 'unknown-host', times: 2, outcome: 'later', end: 'sent' },
  { fault: 'garbage instead of TLS', trouble: 'tls-garbage', times: 2, outcome: 'later', end: 'sent' },
  { fault: 'reset before acceptance', trouble: 'reset-before', times: 2, outcome: 'unknown', end: 'sent' },
  { fault: 'reset after acceptance', trouble: 'reset-after', outcome: 'unknown', end: 'sent', twice: true },
  {
    fault: 'an answer after the deadline',
    trouble: 'late-answer',
    outcome: 'unknown',
    end: 'sent',
    twice: true,
  },
  { fault: 'half a body', trouble: 'half-answer', outcome: 'unknown', end: 'sent', twice: true },
  { fault: '5xx with HTML', trouble: HTML, times: 3, outcome: 'later', end: 'sent' },
];

const TELEGRAM: readonly Row[] = [
  ...(
    [
      [
        '429 with a short delay',
        telegram(429, 'Too Many Requests: retry after 1', { retry_after: 1 }),
        'sent',
      ],
      [
        '429 with a long delay',
        telegram(429, 'Too Many Requests: retry after 900', { retry_after: 900 }),
        'set aside',
      ],
      ['429 without a delay', telegram(429, 'Too Many Requests'), 'sent'],
    ] as const
  ).map(([fault, trouble, end]) => ({ fault, trouble, outcome: 'later', end }) as const),
  {
    fault: '400 unparsable, once',
    trouble: telegram(400, "Bad Request: can't parse entities: x"),
    outcome: 'rejected',
    end: 'sent',
  },
  {
    fault: '400 unparsable, always',
    trouble: telegram(400, "Bad Request: can't parse entities: x"),
    times: 2,
    outcome: 'rejected',
    end: 'parked',
  },
  {
    fault: '400 too long',
    trouble: telegram(400, 'Bad Request: message is too long'),
    times: 2,
    outcome: 'rejected',
    end: 'parked',
  },
  {
    fault: '400 of no known kind',
    trouble: telegram(400, 'Bad Request: WHO_KNOWS'),
    times: 2,
    outcome: 'rejected',
    end: 'parked',
  },
  { fault: '400 migrated chat', trouble: 'migrated', outcome: 'moved', end: 'moved' },
  {
    fault: '400 chat not found',
    trouble: telegram(400, 'Bad Request: chat not found'),
    outcome: 'gone',
    end: 'gone',
  },
  {
    fault: '400 no right to write',
    trouble: telegram(400, 'Bad Request: not enough rights to send text messages to the chat'),
    outcome: 'forbidden',
    end: 'forbidden',
  },
  {
    fault: '400 closed topic',
    trouble: telegram(400, 'Bad Request: TOPIC_CLOSED'),
    outcome: 'forbidden',
    end: 'forbidden',
  },
  {
    fault: '400 deleted topic',
    trouble: telegram(400, 'Bad Request: message thread not found'),
    outcome: 'gone',
    end: 'gone',
  },
  {
    fault: '400 lost reply target',
    trouble: telegram(400, 'Bad Request: message to be replied not found'),
    outcome: 'reply-lost',
    end: 'sent',
    isReply: true,
  },
  { fault: '401', trouble: telegram(401, 'Unauthorized'), outcome: 'unauthorised', end: 'stopped' },
  {
    fault: '403 blocked',
    trouble: telegram(403, 'Forbidden: bot was blocked by the user'),
    outcome: 'gone',
    end: 'gone',
  },
  {
    fault: '403 kicked',
    trouble: telegram(403, 'Forbidden: bot was kicked from the supergroup chat'),
    outcome: 'gone',
    end: 'gone',
  },
  {
    fault: '403 deactivated',
    trouble: telegram(403, 'Forbidden: user is deactivated'),
    outcome: 'gone',
    end: 'gone',
  },
  {
    fault: '403 of no known kind',
    trouble: telegram(403, 'Forbidden: something new'),
    outcome: 'forbidden',
    end: 'forbidden',
  },
  { fault: '404', trouble: telegram(404, 'Not Found'), outcome: 'unauthorised', end: 'stopped' },
];

const DISCORD: readonly Row[] = [
  { fault: '429 with a short delay', trouble: limited(0.05), outcome: 'later', end: 'sent' },
  { fault: '429 with a long delay', trouble: limited(900), outcome: 'later', end: 'set aside' },
  { fault: '429 without a delay', trouble: limited(undefined), outcome: 'later', end: 'sent' },
  {
    fault: '400 invalid form, once',
    trouble: discord(400, 50035, 'Invalid Form Body'),
    outcome: 'rejected',
    end: 'sent',
  },
  {
    fault: '400 invalid form, always',
    trouble: discord(400, 50035, 'Invalid Form Body'),
    times: 2,
    outcome: 'rejected',
    end: 'parked',
  },
  {
    fault: '400 empty message',
    trouble: discord(400, 50006, 'Cannot send an empty message'),
    times: 2,
    outcome: 'rejected',
    end: 'parked',
  },
  {
    fault: '400 locked thread',
    trouble: discord(400, 160005, 'Thread is locked'),
    outcome: 'forbidden',
    end: 'forbidden',
  },
  {
    fault: '400 archived thread',
    trouble: discord(400, 50083, 'Thread is archived'),
    outcome: 'forbidden',
    end: 'forbidden',
  },
  {
    fault: '400 lost reply target',
    trouble: discord(400, 10008, 'Unknown Message'),
    outcome: 'reply-lost',
    end: 'sent',
    isReply: true,
  },
  {
    fault: '400 no right to the history',
    trouble: discord(400, 160002, 'Cannot reply without permission to read message history'),
    outcome: 'reply-lost',
    end: 'sent',
    isReply: true,
  },
  { fault: '401', trouble: discord(401, 0, '401: Unauthorized'), outcome: 'unauthorised', end: 'stopped' },
  {
    fault: '403 missing access',
    trouble: discord(403, 50001, 'Missing Access'),
    outcome: 'forbidden',
    end: 'forbidden',
  },
  {
    fault: '403 missing permissions',
    trouble: discord(403, 50013, 'Missing Permissions'),
    outcome: 'forbidden',
    end: 'forbidden',
  },
  {
    fault: '403 takes no messages',
    trouble: discord(403, 50007, 'Cannot send messages to this user'),
    outcome: 'gone',
    end: 'gone',
  },
  {
    fault: '404 unknown channel',
    trouble: discord(404, 10003, 'Unknown Channel'),
    outcome: 'gone',
    end: 'gone',
  },
  {
    fault: '404 of no known kind',
    trouble: discord(404, 0, '404: Not Found'),
    times: 2,
    outcome: 'rejected',
    end: 'parked',
  },
];

/** Each fault for both platforms; Discord has no groups that move. */
export const FAULT_MATRIX: readonly FaultCase[] = [
  ...[...NETWORK, ...TELEGRAM].map((row) => ({ ...row, platform: 'telegram' }) as const),
  // Discord makes one message of those with the same nonce.
  ...[...NETWORK.map((row) => ({ ...row, twice: false })), ...DISCORD].map(
    (row) => ({ ...row, platform: 'discord' }) as const,
  ),
];
