import { DiscordAPIError, HTTPError, RateLimitError } from 'discord.js';
import { MINUTE, SECOND } from '../../domain/instant.ts';
import type { Outcome } from '../../domain/outcome.ts';

/** JSON codes for a right that is missing, and that right: https://discord.com/developers/docs/topics/opcodes-and-status-codes#json */
const FORBIDDEN: Readonly<Record<number, string>> = {
  50001: 'view-channel',
  50013: 'send-messages',
  40067: 'forum-tag',
  50278: 'mutual-server',
  50083: 'open-thread',
  160005: 'open-thread',
};

/** Unknown channel, guild, user, and people who take no messages from us. */
const GONE: ReadonlySet<number> = new Set([10003, 10004, 10013, 50007]);

/** Write limits that come without a delay: of a channel, of announcements, of slow mode. */
const SLOWED: ReadonlySet<number> = new Set([20016, 20022, 20028, 20029]);

/** Cannot reply without the history, and no such message (any more). */
const REPLY_LOST: ReadonlySet<number> = new Set([160002, 10008]);

/** The request never left: the host was not found, did not take the connection, or does not speak TLS. */
const NEVER_LEFT: ReadonlySet<string> = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'ENETUNREACH',
  'EHOSTUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
  'ERR_SSL_WRONG_VERSION_NUMBER',
  'ERR_SSL_PACKET_LENGTH_TOO_LONG',
]);

const SOON = 5 * SECOND;
const SLOW_MODE = MINUTE;
/** The edge in front of Discord shuts out whoever sends too many refused requests; it says no delay. */
const SHUT_OUT = 10 * MINUTE;

const codeOf = (error: unknown): string =>
  typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : '';

const textOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

const fromApi = (error: DiscordAPIError): Outcome => {
  const code = Number(error.code);
  const why = `${error.code ?? error.status} ${error.message}`;
  if (error.status === 401) return { kind: 'unauthorised', why };
  if (FORBIDDEN[code] !== undefined) return { kind: 'forbidden', right: FORBIDDEN[code] };
  if (GONE.has(code)) return { kind: 'gone', why };
  if (REPLY_LOST.has(code)) return { kind: 'reply-lost' };
  if (SLOWED.has(code)) return { kind: 'later', afterMs: SLOW_MODE, why };
  // An answer without a code is none of the interface itself.
  if (error.status === 403 && !Number.isInteger(error.code))
    return { kind: 'later', afterMs: SHUT_OUT, why, everyone: true };
  return { kind: 'rejected', why };
};

const fromNetwork = (error: unknown): Outcome => {
  const code = codeOf(error);
  // Whether it is the platform that is away shows in the requests beside it.
  if (NEVER_LEFT.has(code)) return { kind: 'later', afterMs: SOON, why: code };
  return { kind: 'unknown', why: code === '' ? textOf(error) : code };
};

/** What an error of discord.js' REST client means for one delivery (design section 6). */
export const outcomeOf = (error: unknown): Outcome => {
  if (error instanceof RateLimitError) {
    const why = `rate limit (${error.global ? 'global' : error.scope})`;
    return {
      kind: 'later',
      afterMs: Math.max(1, Math.ceil(error.retryAfter)),
      why,
      ...(error.global ? { everyone: true } : {}),
    };
  }
  if (error instanceof DiscordAPIError) return fromApi(error);
  if (error instanceof HTTPError) return { kind: 'later', afterMs: SOON, why: `${error.status}` };
  return fromNetwork(error);
};
