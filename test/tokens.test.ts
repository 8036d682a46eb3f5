import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, expect, test } from '@jest/globals';

const MAIN = resolve(import.meta.dirname, '../dist/main.js');
const folder = mkdtempSync(join(tmpdir(), 'curbwatch-tokens-'));
writeFileSync(join(folder, 'feeds.yaml'), 'feeds: []\n');
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const TELEGRAM = '123456:a-Telegram/token+of-the=test';
const DISCORD = 'MTA5.Gh/XyZ.a-Discord+token=of-the-test';
const PASSWORD = 'pass word@of/the:store';
const KEY = 'sk-a-key+of/the=judge';
const NOBODY = 'http://127.0.0.1:9';

/** Everything that the program says while it runs into `until`, or to its end. */
const said = async (
  args: readonly string[],
  environment: Readonly<Record<string, string>>,
  until?: RegExp,
): Promise<string> => {
  const { PATH = '' } = process.env;
  const child = spawn(process.execPath, [MAIN, ...args], {
    cwd: folder,
    env: { PATH, FEEDS_FILE: 'feeds.yaml', STORE_URL: 'memory://', LOG_LEVEL: 'debug', ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const timer = setTimeout(() => child.kill('SIGTERM'), 40_000);
  let all = '';
  const hear = (chunk: unknown): void => {
    all += String(chunk);
    if (until?.test(all) === true) child.kill('SIGTERM');
  };
  child.stdout.on('data', hear);
  child.stderr.on('data', hear);
  await new Promise((done) => child.once('close', done));
  clearTimeout(timer);
  return all;
};

/** The ways in which a secret has been seen in errors of libraries. */
const formsOf = (secret: string): readonly string[] => [
  secret,
  encodeURIComponent(secret),
  encodeURIComponent(secret).toLowerCase(),
  encodeURI(secret),
  JSON.stringify(secret).slice(1, -1),
  Buffer.from(secret).toString('base64'),
];

const TOKENS = {
  TELEGRAM_BOT_TOKEN: TELEGRAM,
  DISCORD_BOT_TOKEN: DISCORD,
  TELEGRAM_API_ROOT: NOBODY,
  DISCORD_API_ROOT: NOBODY,
};
const PASSWORD_IN_URL = encodeURIComponent(PASSWORD);

test.each<[string, readonly string[], Readonly<Record<string, string>>, RegExp]>([
  ['platforms that cannot be reached', ['run'], TOKENS, /telegram\.out-of-reach/],
  ['a doctor who cannot reach them', ['doctor'], TOKENS, /Next:/],
  [
    'a Redis that is not there',
    ['run'],
    { STORE_URL: `redis://curbwatch:${PASSWORD_IN_URL}@127.0.0.1:9` },
    /127\.0\.0\.1/,
  ],
  [
    'a Postgres that is not there',
    ['run'],
    { STORE_URL: `postgres://curbwatch:${PASSWORD_IN_URL}@127.0.0.1:9/bot` },
    /127\.0\.0\.1/,
  ],
  [
    'an address of a store that is none',
    ['run'],
    { STORE_URL: `postgres//curbwatch:${PASSWORD_IN_URL}@127.0.0.1/bot` },
    /STORE_URL/,
  ],
  [
    'a backup of a store that is not there',
    ['export'],
    { STORE_URL: `redis://curbwatch:${PASSWORD_IN_URL}@127.0.0.1:9` },
    /127\.0\.0\.1/,
  ],
  [
    'a judge without a model',
    ['run'],
    { JUDGE_URL: `http://judge:${PASSWORD_IN_URL}@127.0.0.1:9`, JUDGE_KEY: KEY },
    /JUDGE_MODEL/,
  ],
])(
  '%s: no token, no password and no key is told',
  async (_, args, environment, told) => {
    const all = await said(args, environment, args[0] === 'run' ? told : undefined);
    expect(all).toMatch(told);
    for (const secret of [TELEGRAM, DISCORD, PASSWORD, KEY])
      for (const form of formsOf(secret)) expect(all).not.toContain(form);
  },
  60_000,
);
