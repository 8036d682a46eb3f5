type Environment = Readonly<Record<string, string | undefined>>;

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

/** The settings that hold a secret. */
export const SECRET_SETTINGS = [
  'TELEGRAM_BOT_TOKEN',
  'DISCORD_BOT_TOKEN',
  'JUDGE_KEY',
  'STORE_URL',
  'QUEUE_URL',
  'JUDGE_URL',
] as const;

/** What may never be shown, wherever it turns up: the tokens, and the store's password as written and as meant. */
export const secretsIn = (environment: Environment): readonly string[] => {
  const { TELEGRAM_BOT_TOKEN, DISCORD_BOT_TOKEN, JUDGE_KEY, STORE_URL, QUEUE_URL, JUDGE_URL } = environment;
  const tokens = [TELEGRAM_BOT_TOKEN, DISCORD_BOT_TOKEN, JUDGE_KEY].map((token) => token?.trim());
  const all = [...tokens, ...[STORE_URL, QUEUE_URL, JUDGE_URL].flatMap(passwordOf)];
  return all.filter((secret) => secret !== undefined);
};
