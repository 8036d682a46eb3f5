import { spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { startTelegramServer, type TelegramServer } from './support/telegram-server.ts';
import { openTestStore, type TestStore } from './support/test-store.ts';
import { eventually } from './support/whole-bot.ts';

const MAIN = resolve(import.meta.dirname, '../dist/main.js');
const DISCORD_TOKEN = 'MTA5.GhXyZw.discord-token/of+the=test';
const PASSWORD = 'p"a\\ss word-of-the-store';

/** A fault that nobody catches, of the kind that libraries raise, at each SIGUSR2. */
const FAULT = (how: string, secrets: readonly string[]): string => `
  process.on('SIGUSR2', () => {
    const all = ${JSON.stringify(secrets)}.flatMap((one) => [one, encodeURIComponent(one), JSON.stringify(one)]);
    const cause = new Error('request to https://api/bot' + all.join(' ') + '/getMe failed');
    const error = Object.assign(new Error('lost ' + all.join(' '), { cause }), { on: { payload: { chat_id: 4242424242 } } });
    ${how};
  });`;

describe.each([
  ['an exception', 'setTimeout(() => { throw error; })'],
  ['a rejection', 'void Promise.reject(error)'],
])('%s that nobody catches', (_, how) => {
  const folder = mkdtempSync(join(tmpdir(), 'curbwatch-crash-'));
  let telegram: TelegramServer;
  let store: TestStore;
  let said = '';
  let code: number | null = null;
  let commandLine = '';
  let secrets: readonly string[] = [];

  beforeAll(async () => {
    telegram = await startTelegramServer();
    store = await openTestStore('sqlite://store.sqlite');
    secrets = [telegram.token, DISCORD_TOKEN, PASSWORD];
    const preload = join(folder, 'fault.mjs');
    writeFileSync(preload, FAULT(how, secrets));
    writeFileSync(join(folder, 'feeds.yaml'), 'feeds: []\n');
    writeFileSync(
      join(folder, '.env'),
      `TELEGRAM_BOT_TOKEN=${telegram.token}\nDISCORD_BOT_TOKEN=${DISCORD_TOKEN}\n`,
    );
    const { PATH = '' } = process.env;
    const child = spawn(
      process.execPath,
      [
        '--report-uncaught-exception',
        '--report-on-signal',
        '--report-signal=SIGWINCH',
        '--import',
        preload,
        MAIN,
        'run',
      ],
      {
        cwd: folder,
        env: {
          PATH,
          TELEGRAM_API_ROOT: telegram.url,
          DISCORD_API_ROOT: 'http://127.0.0.1:9',
          ...store.settings,
          JUDGE_URL: 'http://127.0.0.1:9/v1',
          JUDGE_MODEL: 'm',
          JUDGE_KEY: PASSWORD,
          FEEDS_FILE: 'feeds.yaml',
          LOG_LEVEL: 'debug',
        },
        stdio: ['ignore', 'pipe', 'pipe'],
      },
    );
    const hear = (chunk: unknown): void => {
      said += String(chunk);
    };
    child.stdout.on('data', hear);
    child.stderr.on('data', hear);
    const ended = new Promise<number | null>((done) => child.once('close', done));
    await eventually('the start', () => said.includes('"started"'), 60_000);
    commandLine = readFileSync(`/proc/${child.pid}/cmdline`, 'utf8');
    child.kill('SIGWINCH');
    await eventually('the report', () => readdirSync(folder).some((name) => name.startsWith('report')));
    child.kill('SIGUSR2');
    code = await ended;
  }, 120_000);

  afterAll(async () => {
    await telegram.close();
    await store.close();
    rmSync(folder, { recursive: true, force: true });
  });

  test('ends the process with 70, after the work is saved', () => {
    expect(code).toBe(70);
    expect(said).toContain('This is a bug');
    expect(said).toContain('caused by Error');
    expect(said).toContain('"stopped"');
  });

  test('shows no token and no password: not in what is said, not in the log, not on the command line', () => {
    for (const secret of secrets)
      for (const form of [secret, encodeURIComponent(secret), JSON.stringify(secret).slice(1, -1)]) {
        expect(said).not.toContain(form);
        expect(commandLine).not.toContain(form);
      }
    expect(said).not.toContain('4242424242');
  });

  test('leaves none in the report that Node writes of a running process', () => {
    const [report = ''] = readdirSync(folder).filter((name) => name.startsWith('report'));
    const { environmentVariables } = JSON.parse(readFileSync(join(folder, report), 'utf8'));
    expect(environmentVariables).toHaveProperty('FEEDS_FILE');
    for (const secret of secrets)
      expect(JSON.stringify(environmentVariables)).not.toContain(JSON.stringify(secret).slice(1, -1));
  });
});
