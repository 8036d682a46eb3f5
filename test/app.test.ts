import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { createApp } from '../src/app.ts';
import { readSettings } from '../src/config/settings.ts';
import { systemClock } from '../src/ops/clock.ts';
import { createSteps } from '../src/steps.ts';
import { createKeptLogger } from './support/discord-stage.ts';
import { startTelegramServer } from './support/telegram-server.ts';
import { openTestStore, type TestStore } from './support/test-store.ts';
import { eventually } from './support/whole-bot.ts';

const MAIN = resolve(import.meta.dirname, '../dist/main.js');
const folder = mkdtempSync(join(tmpdir(), 'curbwatch-app-'));
const FEEDS_FILE = join(folder, 'feeds.yaml');
writeFileSync(
  FEEDS_FILE,
  'feeds:\n  - { id: a, url: "http://127.0.0.1:9/a.xml", publisher: A, kind: press, every: 1s, language: en }\n',
);

const children: ChildProcess[] = [];
let store: TestStore;

/** Without a platform, one that is alone talks to the terminal; of several, one delivers nothing then. */
const rolesOf = ({ QUEUE_URL, TELEGRAM_BOT_TOKEN }: Readonly<Record<string, string | undefined>>) =>
  (QUEUE_URL ?? '') !== '' && TELEGRAM_BOT_TOKEN === undefined ? { ROLES: 'poll,decide' } : {};

/** `curbwatch run` in a process of its own; `TELEGRAM_…` and such are only what the test gives. */
const runBot = (environment: Readonly<Record<string, string>>) => {
  const { PATH = '' } = process.env;
  const settings = { PATH, FEEDS_FILE, ALLOW_PRIVATE_FEEDS: 'true', ...store.settings, ...environment };
  const child = spawn(process.execPath, [MAIN, 'run'], {
    cwd: folder,
    env: { ...settings, ...rolesOf(settings) },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  children.push(child);
  let said = '';
  child.stderr.on('data', (chunk) => {
    said += String(chunk);
  });
  const code = new Promise<number | null>((done) => child.once('close', done));
  return { child, code, said: () => said, pid: child.pid };
};

beforeAll(async () => {
  store = await openTestStore('memory://');
}, 60_000);
afterEach(() => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
});
afterAll(async () => {
  await store.close();
  rmSync(folder, { recursive: true, force: true });
});

describe('the process', () => {
  test('ends with 0 within 10 s of SIGTERM', async () => {
    const bot = runBot({});
    await eventually('the start', () => bot.said().includes('"started"'));
    const from = performance.now();
    bot.child.kill('SIGTERM');
    expect(await bot.code).toBe(0);
    expect(performance.now() - from).toBeLessThan(10_000);
    expect(bot.said()).toContain('"stopped"');
  }, 30_000);

  test('ends with 78 when the only platform refuses its token, which is shown nowhere', async () => {
    const telegram = await startTelegramServer();
    const token = '99999:this-token-is-wrong-altogether';
    const bot = runBot({ TELEGRAM_BOT_TOKEN: token, TELEGRAM_API_ROOT: telegram.url });
    expect(await bot.code).toBe(78);
    expect(bot.said()).toContain('platform.unauthorised');
    expect(bot.said()).not.toContain('this-token');
    await telegram.close();
  }, 30_000);

  test('waits for an unreachable platform, with one line about it', async () => {
    const bot = runBot({ TELEGRAM_BOT_TOKEN: '1:abcdefgh', TELEGRAM_API_ROOT: 'http://127.0.0.1:9' });
    await eventually('two tries', () => bot.said().includes('"started"'));
    await new Promise((passed) => setTimeout(passed, 4_000));
    expect(bot.child.exitCode).toBeNull();
    expect(bot.said().match(/telegram\.out-of-reach/g)).toHaveLength(1);
    bot.child.kill('SIGTERM');
    expect(await bot.code).toBe(0);
  }, 30_000);

  test('ends with 69 and the cure when the store cannot be opened', async () => {
    const file = join(folder, 'no-database.sqlite');
    writeFileSync(file, 'this is no database at all, and long enough to be read as one');
    const bot = runBot({ STORE_URL: `sqlite://${file}`, QUEUE_URL: '' });
    expect(await bot.code).toBe(69);
    expect(bot.said()).toContain(file);
  }, 30_000);

  test('ends with 78, file, line and cure for a broken line of YAML', async () => {
    const file = join(folder, 'broken.yaml');
    writeFileSync(file, 'feeds:\n  - { id: a, url: "http://x/a.xml"\n  kind: [\n');
    const bot = runBot({ FEEDS_FILE: file });
    expect(await bot.code).toBe(78);
    expect(bot.said()).toMatch(/broken\.yaml:\d+ .*Mend/);
  }, 30_000);

  test('ends with 69, saying who holds the store, while another one lives; waiting, it heeds SIGTERM', async () => {
    const STORE_URL = `sqlite://${join(folder, 'shared.sqlite')}`;
    const alone = { STORE_URL, QUEUE_URL: '' };
    const first = runBot(alone);
    await eventually('the start', () => first.said().includes('"started"'));
    const second = runBot(alone);
    const third = runBot(alone);
    await eventually('the wait', () => third.said().includes('"starting"'));
    third.child.kill('SIGTERM');
    expect(await third.code).toBe(0);
    expect(await second.code).toBe(69);
    expect(second.said()).toMatch(new RegExp(`host \\S+, pid ${first.pid}, .*\\d`));
    expect(first.child.exitCode).toBeNull();
  }, 40_000);
});

test('an app stopped while it starts does not go on', async () => {
  const log = createKeptLogger();
  const app = createApp({
    settings: readSettings({ ...store.settings, ...rolesOf(store.settings), FEEDS_FILE }),
    steps: createSteps(FEEDS_FILE),
    readSteps: () => createSteps(FEEDS_FILE),
    clock: systemClock,
    logger: log,
    onEnd: () => undefined,
  });
  const starting = app.start().catch((error: unknown) => error);
  await app.stop();
  await starting;
  expect(log.lines.map(({ event }) => event)).not.toContain('started');
}, 20_000);
