import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { createReport } from '../../support/chaos-report.ts';
import type { InteractionRecord } from '../../support/discord-interactions.ts';
import { PERMISSION } from '../../support/discord-rules.ts';
import { type DiscordServer, openDiscordServer } from '../../support/discord-server.ts';
import { until } from '../../support/until.ts';

const report = createReport('discord');

const MEBIBYTE = 1024 * 1024;
const AT_ONCE = 20;

/** Typed by people: beginnings, several names, other scripts, names of several words, and what is none. */
const TYPED = ['b', 'bin', 'binance ok', 'binance, kra', 'huobi okx by', '币', 'crypto.c', 'zzz', '', 'gate'];

let folder: string;
let server: DiscordServer;
let child: ChildProcess;
let said = '';
let channel: string;
let admin: string;

const waitFor = async (isThere: () => boolean): Promise<void> => {
  while (!isThere()) {
    if (child.exitCode !== null) throw new Error(`the bot ended with ${child.exitCode}`);
    await wait(20);
  }
};

/** The whole bot in a process of its own; the stand-in and its records are in this one. */
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'curbwatch-load-'));
  const feedsFile = join(folder, 'feeds.yaml');
  writeFileSync(
    feedsFile,
    'feeds:\n  - { id: quiet, url: "http://127.0.0.1:9/", publisher: Quiet, kind: press, every: 15m, language: en }\n',
  );
  server = await openDiscordServer();
  channel = server.world.addChannel({ guild: server.world.addGuild('Readers') });
  admin = server.world.addUser({ permissions: PERMISSION.manageGuild });
  said = '';
  child = spawn(
    process.execPath,
    ['--expose-gc', join(import.meta.dirname, '../../support/discord-child.mjs')],
    {
      env: {
        PATH: process.env.PATH,
        DISCORD_BOT_TOKEN: server.token,
        DISCORD_API_ROOT: server.apiRoot,
        STORE_URL: 'memory://',
        FEEDS_FILE: feedsFile,
        ALLOW_PRIVATE_FEEDS: 'true',
        LOG_LEVEL: 'error',
      },
      stdio: ['pipe', 'pipe', 'inherit'],
    },
  );
  child.stdout?.on('data', (chunk) => {
    said += chunk;
  });
  await waitFor(() => said.includes('started') && server.commands().length > 0);
}, 120_000);

afterEach(async () => {
  const ended = once(child, 'exit');
  child.kill('SIGTERM');
  await ended;
  await server.close();
  rmSync(folder, { recursive: true, force: true });
}, 30_000);

const measure = async (): Promise<{ readonly heapMebibytes: number; readonly cpuMs: number }> => {
  const before = said.length;
  child.stdin?.write('?\n');
  await waitFor(() => said.slice(before).includes('\n'));
  const [heap = 0, cpu = 0] = said.slice(before).trim().split(' ').map(Number);
  return { heapMebibytes: heap / MEBIBYTE, cpuMs: cpu / 1000 };
};

/** By turns a command, a button and a proposal, each by another person. */
const interact = (at: number): InteractionRecord => {
  const user = server.world.addUser({ permissions: PERMISSION.manageGuild });
  const kind = at % 3;
  if (kind === 0) return server.slash(channel, user, 'help');
  if (kind === 1) return server.press(channel, user, 'sources:');
  return server.type(channel, user, 'subscribe', 'exchanges', TYPED[at % TYPED.length] ?? '');
};

const interactions = async (count: number): Promise<void> => {
  for (let done = 0; done < count; done += AT_ONCE) {
    const records = Array.from({ length: AT_ONCE }, (_, at) => interact(done + at));
    await until(
      () => records.every(({ answers, choices }) => answers.length > 0 || choices !== undefined),
      'all answers',
      20_000,
    );
    server.world.users.clear();
  }
};

const quantile = (sorted: readonly number[], part: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? Number.NaN;

describe('under load', () => {
  test('proposals come in under 300 ms for 99 of 100 people, of whom a hundred type each second', async () => {
    const records: InteractionRecord[] = [];
    // The first seconds of a process have other work: the first polls, and code that is loaded when it is needed.
    await wait(5000);
    const before = await measure();
    const start = performance.now();
    for (let at = 0; at < 3000; at += 1) {
      const ahead = start + at * 10 - performance.now();
      if (ahead > 0) await wait(ahead);
      records.push(server.type(channel, admin, 'subscribe', 'exchanges', TYPED[at % TYPED.length] ?? ''));
    }
    const perSecond = records.length / ((performance.now() - start) / 1000);
    await until(() => records.every(({ choices }) => choices !== undefined), 'all choices', 10_000);
    const after = await measure();
    const took = records
      .map(({ acknowledgedAfter = Number.POSITIVE_INFINITY }) => acknowledgedAfter)
      .sort((a, b) => a - b);
    const [p50, p99] = [quantile(took, 0.5), quantile(took, 0.99)];
    report('autocomplete', {
      ...{ perSecond: Math.round(perSecond), p50, p99, slowest: took.at(-1) },
      late: took.filter((ms) => ms >= 300).length,
      cpuMsEach: Number(((after.cpuMs - before.cpuMs) / records.length).toFixed(2)),
    });
    expect(p99).toBeLessThan(300);
  }, 90_000);

  test('memory stays flat over ten thousand interactions', async () => {
    const heap: number[] = [];
    for (let round = 0; round < 6; round += 1) {
      await interactions(2000);
      // What waits for its deadline of ten seconds is no leak.
      await wait(11_000);
      heap.push((await measure()).heapMebibytes);
    }
    const [first = 0] = heap;
    const last = heap.at(-1) ?? 0;
    report('memory', { heapMebibytes: heap.map((size) => Number(size.toFixed(2))) });
    // 200 bytes an interaction would be 2 MiB.
    expect(last - first).toBeLessThan(2);
  }, 600_000);
});
