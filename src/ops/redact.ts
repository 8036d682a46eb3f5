import { createHash } from 'node:crypto';

const MASK = '[redacted]';

const formsOf = (secret: string): readonly string[] => {
  const encoded = encodeURIComponent(secret);
  const lowerCase = encoded.replaceAll(/%[0-9A-F]{2}/g, (byte) => byte.toLowerCase());
  return [secret, encoded, lowerCase, JSON.stringify(secret).slice(1, -1)];
};

/**
 * Removes secrets from text: raw, URL-encoded in either case (Telegram carries the token in the URL), and as JSON writes them.
 * Secrets shorter than six characters are ignored: they would blank innocent text.
 */
export const createRedactor = (secrets: readonly string[]): ((text: string) => string) => {
  const forms = secrets
    .filter((secret) => secret.length >= 6)
    .flatMap(formsOf)
    .sort((a, b) => b.length - a.length);
  return (text) => forms.reduce((rest, secret) => rest.replaceAll(secret, MASK), text);
};

/** A chat in the logs: recognisable from line to line, but nobody's address. */
export const hashChat = (chat: string): string =>
  createHash('sha256').update(chat).digest('hex').slice(0, 10);

/** Hashes the ids of chats in a line of JSON, wherever they stand: errors of telegraf carry the whole request. */
export const hashChats = (line: string): string =>
  line.replaceAll(
    /("(?:chat|[a-z_]*chat_id)":)(?:"([^"\\]+)"|(-?\d+))/g,
    (_, name: string, text: string | undefined, number: string | undefined) =>
      `${name}"${hashChat(text ?? number ?? '')}"`,
  );
