import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';

const BENCH = fileURLToPath(new URL('../bench.mjs', import.meta.url));

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'curbwatch-test-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const bench = (...args: readonly string[]) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [BENCH, ...args], { encoding: 'utf8' });
  return { status, told: stdout + stderr };
};

const write = (name: string): void =>
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ name, version: '1.0.0' }));

describe('the bench beside another bot', () => {
  test('says what it lacks, and measures nothing', () => {
    const { status, told } = bench('--against', join(folder, 'nowhere'));
    expect(status).toBe(78);
    expect(told).toContain('Nothing was measured');
    expect(told).toContain('no such directory');
  });

  test('tells a checkout of something else from the one that it knows how to run', () => {
    write('some-bot');
    expect(bench('--against', folder).told).toContain('is "some-bot"; only fengkx/NodeRSSBot');
  });

  test('tells that a checkout is not built yet', () => {
    write('node_rssbot');
    mkdirSync(join(folder, 'source'));
    expect(bench('--against', folder).told).toContain('npm install && npm run build');
  });

  test('knows no other word', () => {
    expect(bench('--beside').status).toBe(78);
  });
});
