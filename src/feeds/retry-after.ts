import { DAY, type Instant, type Millis, SECOND } from '../domain/instant.ts';

/** No server may silence a feed for longer. */
const LONGEST: Millis = DAY;

/**
 * How long `Retry-After` asks us to wait: seconds, or an HTTP date relative to the server's own `Date`, whose clock
 * may differ from ours (RFC 9110 10.2.3). Undefined where it says nothing readable.
 */
export const retryAfter = (
  header: string | undefined,
  date: string | undefined,
  now: Instant,
): Millis | undefined => {
  const text = header?.trim() ?? '';
  if (text === '') return undefined;
  if (/^\d{1,9}$/.test(text)) return Math.min(Number(text) * SECOND, LONGEST);
  const until = Date.parse(text);
  const serverNow = Date.parse(date ?? '');
  if (Number.isNaN(until)) return undefined;
  return Math.min(Math.max(0, until - (Number.isNaN(serverNow) ? now : serverNow)), LONGEST);
};
