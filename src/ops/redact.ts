import { createHash } from 'node:crypto';

const MASK = '[redacted]';

/**
 * Removes secrets from text, raw and URL-encoded (Telegram carries the token in the URL).
 * Secrets shorter than six characters are ignored: they would blank innocent text.
 */
export const createRedactor = (secrets: readonly string[]): ((text: string) => string) => {
  const forms = secrets
    .filter((secret) => secret.length >= 6)
    .flatMap((secret) => [secret, encodeURIComponent(secret)])
    .sort((a, b) => b.length - a.length);
  return (text) => forms.reduce((rest, secret) => rest.replaceAll(secret, MASK), text);
};

/** A chat in the logs: recognisable from line to line, but nobody's address. */
export const hashChat = (chat: string): string =>
  createHash('sha256').update(chat).digest('hex').slice(0, 10);
