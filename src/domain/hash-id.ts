import { createHash } from 'node:crypto';

/**
 * An id from what it stands for: the first 22 characters of base64url(sha-256) over the parts.
 * Short enough for Discord's nonce (25) and free of `:`, which BullMQ refuses.
 */
export const hashId = (...parts: readonly (string | number)[]): string =>
  createHash('sha256').update(JSON.stringify(parts)).digest('base64url').slice(0, 22);
