import { existsSync } from 'node:fs';
import { isIP } from 'node:net';
import { loadEnvFile } from 'node:process';
import { ConfigError, type Fault } from '../domain/errors.ts';
import { HOUR, MINUTE, type Millis } from '../domain/instant.ts';
import { parseDuration } from './duration.ts';
import { parseCron } from './parse-cron.ts';
import { parseShards } from './parse-shards.ts';
import { type CompanySettings, readCompany } from './read-company.ts';
import { readWebhook, type WebhookSettings } from './read-webhook.ts';
import { SECRET_SETTINGS, secretsIn } from './secrets.ts';
import { createSettingReader, type Environment, type SettingReader } from './setting-reader.ts';

const LOG_LEVELS = ['debug', 'info', 'warn', 'error', 'silent'] as const;

/** A second reader for what the classifier is not sure of. */
export interface JudgeSettings {
  readonly url: string;
  readonly model: string;
  readonly key?: string;
  readonly dailyBudget: number;
}

/** What the operator decides, from the environment and `.env`. */
export interface Settings extends CompanySettings {
  readonly telegramToken?: string;
  readonly telegramApiRoot: string;
  /** Absent: Telegram is asked for what people write. */
  readonly telegramWebhook?: WebhookSettings;
  readonly discordToken?: string;
  readonly discordApiRoot: string;
  /** Messages a second over all chats; Infinity: no limit, not for a single chat either. */
  readonly telegramPerSecond: number;
  readonly discordPerSecond: number;
  readonly discordShards: number | 'auto';
  readonly storeUrl: string;
  /** Absent: `config/feeds.yaml` of this package. */
  readonly feedsFile?: string;
  readonly pollCron: string;
  readonly maxEntryAge: Millis;
  /** Absent: no health and metrics server. */
  readonly httpPort?: number;
  /** The address that it listens on. */
  readonly httpHost: string;
  /** `telegram-123`, `discord-456`. */
  readonly operators: readonly string[];
  /** How often a made-up entry proves the way from feed to chat; absent: never. */
  readonly canaryEvery?: Millis;
  /** Whom the commands answer: everybody, or the chats and people of `allowlist` (and the operators). */
  readonly access: 'open' | 'allowlist';
  /** `telegram-123`, `telegram--100456` (a group or channel), `discord-789`. */
  readonly allowlist: readonly string[];
  /** Filters that one chat may have. */
  readonly filtersPerChat: number;
  readonly allowPrivateFeeds: boolean;
  readonly contact: string;
  /** Absent: our own reading decides alone. */
  readonly judge?: JudgeSettings;
  readonly logLevel: (typeof LOG_LEVELS)[number];
}

const parseUrl = (value: string): string | undefined =>
  /^https?:\/\/[^\s/]+/.test(value) ? value.replace(/(?<!\/)\/+$/, '') : undefined;

const parseStoreUrl = (value: string): string | undefined =>
  /^(?:sqlite:\/\/.+|rediss?:\/\/.+|postgres(?:ql)?:\/\/.+|memory:\/\/.*)$/.test(value) ? value : undefined;

const parseHost = (value: string): string | undefined => (isIP(value) === 0 ? undefined : value);

const parseFlag = (value: string): boolean | undefined =>
  ({ 1: true, true: true, yes: true, on: true, 0: false, false: false, no: false, off: false })[
    value.toLowerCase()
  ];

const parsePort = (value: string): number | undefined =>
  /^\d{1,5}$/.test(value) && Number(value) > 0 && Number(value) < 65536 ? Number(value) : undefined;

const parseOperators = (value: string): readonly string[] | undefined => {
  const all = value.split(/[\s,]+/).filter((part) => part !== '');
  return all.every((part) => /^(?:telegram|discord)-\d+$/.test(part)) ? all : undefined;
};

const parseAllowlist = (value: string): readonly string[] | undefined => {
  const all = value.split(/[\s,]+/).filter((part) => part !== '');
  return all.every((part) => /^(?:telegram--?|discord-)\d+$/.test(part)) ? all : undefined;
};

const parseAccess = (value: string): Settings['access'] | undefined =>
  (['open', 'allowlist'] as const).find((access) => access === value.toLowerCase());

const readAccess = ({ text, parsed, refuse }: SettingReader): Pick<Settings, 'access' | 'allowlist'> => {
  const cure = 'Write telegram-123,telegram--100456,discord-789';
  const access = parsed('ACCESS', 'open', parseAccess, 'Write open or allowlist');
  const allowlist = parsed('ALLOWLIST', [], parseAllowlist, cure);
  if (access === 'allowlist' && (text('ALLOWLIST') ?? text('OPERATORS')) === undefined)
    refuse('ALLOWLIST', 'it is missing, so that nobody would be served', cure);
  if (access === 'open' && text('ALLOWLIST') !== undefined)
    refuse('ACCESS', 'it is open, so that ALLOWLIST would do nothing', 'Write allowlist, or leave both out');
  return { access, allowlist };
};

const parseRate = (value: string): number | undefined => {
  if (value.toLowerCase() === 'unlimited') return Number.POSITIVE_INFINITY;
  return /^\d{1,4}(?:\.\d+)?$/.test(value) && Number(value) > 0 ? Number(value) : undefined;
};

const parseCanary = (value: string): Millis | undefined => {
  const every = parseDuration(value);
  return every !== undefined && every >= MINUTE ? every : undefined;
};

const parseLevel = (value: string) => LOG_LEVELS.find((level) => level === value.toLowerCase());

const parseCount = (value: string): number | undefined =>
  /^\d{1,9}$/.test(value) ? Number(value) : undefined;

/** Each is two buttons of a keyboard, of which Telegram allows a hundred. */
const parseFilters = (value: string): number | undefined => {
  const count = parseCount(value);
  return count !== undefined && count >= 1 && count <= 45 ? count : undefined;
};

const readJudge = ({ text, parsed, refuse }: SettingReader): JudgeSettings | undefined => {
  const url = parsed('JUDGE_URL', undefined, parseUrl, 'Write it in full: http://localhost:11434/v1');
  const dailyBudget = parsed('JUDGE_DAILY_BUDGET', 200, parseCount, 'Write how many questions a day: 200');
  const model = text('JUDGE_MODEL');
  const key = text('JUDGE_KEY');
  if (text('JUDGE_URL') !== undefined && model === undefined)
    refuse('JUDGE_MODEL', 'it is missing', 'Name the model to ask at JUDGE_URL, or leave both out');
  if (text('JUDGE_URL') === undefined && (model ?? key) !== undefined)
    refuse('JUDGE_URL', 'it is missing', 'Name the server of the judge, or leave all JUDGE_ settings out');
  if (url === undefined || model === undefined) return undefined;
  return { url, model, dailyBudget, ...(key !== undefined && { key }) };
};

/** Adds what `.env` in the working directory says; the environment itself has the last word. */
export const loadDotEnv = (file = '.env'): void => {
  if (existsSync(file)) loadEnvFile(file);
};

/** Takes out of the environment what holds a secret, once it has been read. */
export const forgetSecrets = (environment: Record<string, string | undefined> = process.env): void => {
  for (const name of SECRET_SETTINGS) delete environment[name];
};

/** What may never be shown, wherever it turns up. */
export const readSecrets = (environment: Environment = process.env): readonly string[] =>
  secretsIn(environment);

/**
 * Reads the settings.
 * @throws ConfigError with all that is wrong, each with its cure
 */
export const readSettings = (environment: Environment = process.env): Settings => {
  const faults: Fault[] = [];
  const reader = createSettingReader(environment, faults);
  const { text, parsed } = reader;
  const judge = readJudge(reader);
  const telegramToken = text('TELEGRAM_BOT_TOKEN');
  const discordToken = text('DISCORD_BOT_TOKEN');
  const feedsFile = text('FEEDS_FILE');
  const httpPort = parsed('HTTP_PORT', undefined, parsePort, 'Write a port from 1 to 65535, or leave it out');
  const canaryEvery = parsed(
    'CANARY_EVERY',
    undefined,
    parseCanary,
    'Write a duration of a minute or more: 15m',
  );
  if (canaryEvery !== undefined && text('OPERATORS') === undefined)
    reader.refuse(
      'CANARY_EVERY',
      'nobody is named in OPERATORS',
      'Name there who is to get the test messages',
    );
  const address = 'Write it in full, with http:// or https://';
  const rate = 'Write messages a second, such as 28, or unlimited';
  const storeUrl = parsed(
    'STORE_URL',
    'sqlite://data/curbwatch.sqlite',
    parseStoreUrl,
    'Write sqlite://PATH, redis://HOST, postgres://HOST/NAME or memory://',
  );
  const company = readCompany(reader, storeUrl);
  const telegramWebhook = readWebhook(reader, company.roles.has('telegram'));
  const settings: Settings = {
    storeUrl,
    ...company,
    telegramApiRoot: parsed('TELEGRAM_API_ROOT', 'https://api.telegram.org', parseUrl, address),
    discordApiRoot: parsed('DISCORD_API_ROOT', 'https://discord.com/api', parseUrl, address),
    telegramPerSecond: parsed('TELEGRAM_PER_SECOND', 28, parseRate, rate),
    discordPerSecond: parsed('DISCORD_PER_SECOND', 45, parseRate, rate),
    discordShards: parsed<number | 'auto'>(
      'DISCORD_SHARDS',
      1,
      parseShards,
      'Write auto, or a number from 1',
    ),
    pollCron: parsed(
      'POLL_CRON',
      '*/15 * * * * *',
      parseCron,
      'Write six cron fields, seconds first: */15 * * * * *',
    ),
    maxEntryAge: parsed('MAX_ENTRY_AGE', 48 * HOUR, parseDuration, 'Write a duration such as 48h'),
    httpHost: parsed(
      'HTTP_HOST',
      '127.0.0.1',
      parseHost,
      'Write an address of this machine: 127.0.0.1, or 0.0.0.0',
    ),
    operators: parsed('OPERATORS', [], parseOperators, 'Write telegram-123,discord-456'),
    ...readAccess(reader),
    filtersPerChat: parsed('FILTERS_PER_CHAT', 20, parseFilters, 'Write a number from 1 to 45'),
    allowPrivateFeeds: parsed('ALLOW_PRIVATE_FEEDS', false, parseFlag, 'Write true or false'),
    contact: text('CONTACT') ?? 'https://github.com/curbwatch/curbwatch',
    logLevel: parsed('LOG_LEVEL', 'info', parseLevel, `Write one of ${LOG_LEVELS.join(', ')}`),
    ...(telegramToken !== undefined && { telegramToken }),
    ...(telegramWebhook !== undefined && { telegramWebhook }),
    ...(discordToken !== undefined && { discordToken }),
    ...(feedsFile !== undefined && { feedsFile }),
    ...(httpPort !== undefined && { httpPort }),
    ...(judge !== undefined && { judge }),
    ...(canaryEvery !== undefined && { canaryEvery }),
  };
  if (faults.length > 0) throw new ConfigError(faults);
  return settings;
};
