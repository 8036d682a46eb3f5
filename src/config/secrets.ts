import type { Environment } from './setting-reader.ts';

const passwordOf = (storeUrl = ''): readonly string[] => {
  // By hand: what is not quite an address may still hold a password.
  const authority = storeUrl.split('://')[1]?.split(/[/\s]/)[0] ?? '';
  const end = authority.lastIndexOf('@');
  const colon = authority.indexOf(':');
  if (colon < 0 || colon > end) return [];
  const found = authority.slice(colon + 1, end);
  const decoded = found.replaceAll(/(?:%[0-9a-f]{2})+/gi, (bytes) =>
    Buffer.from(bytes.replaceAll('%', ''), 'hex').toString(),
  );
  return [found, decoded];
};

/** Settings that are a secret. */
const TOKENS = ['TELEGRAM_BOT_TOKEN', 'TELEGRAM_WEBHOOK_SECRET', 'DISCORD_BOT_TOKEN', 'JUDGE_KEY'] as const;

/** Settings that may have a password in them. */
const ADDRESSES = ['STORE_URL', 'QUEUE_URL', 'JUDGE_URL'] as const;

/** The settings that hold a secret. */
export const SECRET_SETTINGS = [...TOKENS, ...ADDRESSES] as const;

/** What may never be shown, wherever it turns up: the tokens, and the store's password as written and as meant. */
export const secretsIn = (environment: Environment): readonly string[] => {
  const tokens = TOKENS.map((name) => environment[name]?.trim());
  const all = [...tokens, ...ADDRESSES.flatMap((name) => passwordOf(environment[name]))];
  return all.filter((secret) => secret !== undefined);
};
