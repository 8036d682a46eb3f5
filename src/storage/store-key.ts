import type { Destination } from '../domain/destination.ts';

// By UTF-16 unit, so that half a surrogate pair in a publisher's guid gets a key too (encodeURIComponent throws).
const escapePart = (part: string): string =>
  part.replace(/[^\w.-]/g, (unit) => `%${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);

/**
 * One key from several parts: `a/b%0020c`. Different parts never give the same key, a key holds printable ASCII without
 * `:` (keyv and BullMQ split on it), and `storeKey(a)` + `/` is the prefix of every key that begins with `a`.
 */
export const storeKey = (...parts: readonly string[]): string => parts.map(escapePart).join('/');

export const destinationParts = ({ platform, chat, thread }: Destination): readonly string[] =>
  thread === undefined ? [platform, chat] : [platform, chat, thread];
