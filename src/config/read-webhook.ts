import type { SettingReader } from './setting-reader.ts';

/** Telegram posts what people write to `url`, with `secret` in a header, instead of being asked for it. */
export interface WebhookSettings {
  readonly url: string;
  readonly secret: string;
}

/** https://core.telegram.org/bots/api#setwebhook. */
const PORTS: ReadonlySet<string> = new Set(['', '80', '88', '443', '8443']);

/** @param isOwn whether the Bot API is a server of one's own, which may post without TLS and to any port */
const parseWebhookUrl =
  (isOwn: boolean) =>
  (value: string): string | undefined => {
    if (!URL.canParse(value)) return undefined;
    const { protocol, port, pathname, search, hash, username } = new URL(value);
    const isPlain = pathname !== '/' && search === '' && hash === '' && username === '';
    const isTaken = isOwn ? /^https?:$/.test(protocol) : protocol === 'https:' && PORTS.has(port);
    return isPlain && isTaken ? value : undefined;
  };

/** At most 256 by the same page; fewer than 16 could be tried out. */
const parseSecret = (value: string): string | undefined =>
  /^[\w-]{16,256}$/.test(value) ? value : undefined;

const isOwnServer = ({ text }: SettingReader): boolean =>
  !/^(?:https:\/\/api\.telegram\.org\/*)?$/.test(text('TELEGRAM_API_ROOT') ?? '');

/** Reads TELEGRAM_WEBHOOK_URL and TELEGRAM_WEBHOOK_SECRET, which all processes share; those that answer people need a port. */
export const readWebhook = (reader: SettingReader, answers: boolean): WebhookSettings | undefined => {
  const { text, parsed, refuse } = reader;
  const url = parsed(
    'TELEGRAM_WEBHOOK_URL',
    undefined,
    parseWebhookUrl(isOwnServer(reader)),
    'Write https://HOST/PATH, on port 443, 80, 88 or 8443',
  );
  const given = text('TELEGRAM_WEBHOOK_SECRET');
  // Never shown, not even where it cannot be read.
  const secret = given === undefined ? undefined : parseSecret(given);
  const cure = 'Write 16 to 256 letters, digits, _ or -: openssl rand -hex 32';
  if (given !== undefined && secret === undefined)
    refuse('TELEGRAM_WEBHOOK_SECRET', 'it cannot be read', cure);
  if (given === undefined && text('TELEGRAM_WEBHOOK_URL') !== undefined)
    refuse('TELEGRAM_WEBHOOK_SECRET', 'it is missing, so that anybody could speak for anybody', cure);
  if (given !== undefined && text('TELEGRAM_WEBHOOK_URL') === undefined)
    refuse(
      'TELEGRAM_WEBHOOK_URL',
      'it is missing',
      'Name the address that Telegram is to post to, or leave both out',
    );
  if (answers && text('TELEGRAM_WEBHOOK_URL') !== undefined && text('HTTP_PORT') === undefined)
    refuse(
      'HTTP_PORT',
      'it is missing, so that nothing listens for TELEGRAM_WEBHOOK_URL',
      'Set a port, and lead that address to it',
    );
  return url === undefined || secret === undefined ? undefined : { url, secret };
};
