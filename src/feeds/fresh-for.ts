import type { Instant, Millis } from '../domain/instant.ts';
import { SECOND } from '../domain/instant.ts';

type Header = (name: string) => string | undefined;

const secondsOf = (cacheControl: string, directive: string): number | undefined => {
  const found = new RegExp(`(?:^|[\\s,])${directive}\\s*=\\s*"?(\\d{1,9})`, 'i').exec(cacheControl)?.[1];
  return found === undefined ? undefined : Number(found);
};

/**
 * How long the server says that its answer holds: `max-age` less `Age`, else `Expires` less `Date` (RFC 9111 4.2.1).
 * 0 where it says nothing; `no-cache` does not mean "never again", only that `max-age` does not count.
 */
export const freshFor = (header: Header, now: Instant): Millis => {
  const cacheControl = header('cache-control') ?? '';
  if (/\bno-(?:cache|store)\b/i.test(cacheControl)) return 0;
  const maxAge = secondsOf(cacheControl, 'max-age');
  if (maxAge !== undefined) return Math.max(0, maxAge - Number(header('age') ?? 0) || 0) * SECOND;
  const expires = Date.parse(header('expires') ?? '');
  if (Number.isNaN(expires)) return 0;
  const date = Date.parse(header('date') ?? '');
  return Math.max(0, expires - (Number.isNaN(date) ? now : date));
};
