import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, test } from '@jest/globals';

const MAIN = resolve(import.meta.dirname, '../../dist/main.js');
const PACKAGE = resolve(import.meta.dirname, '../../package.json');

const curbwatch = (...words: readonly string[]) =>
  spawnSync(process.execPath, [MAIN, ...words], { encoding: 'utf8' });

describe('the command line', () => {
  test('names a command that there is not, and the nearest that there is', () => {
    const { status, stderr } = curbwatch('clasify');
    expect(stderr).toContain("unknown command 'clasify'");
    expect(stderr).toContain('Did you mean classify?');
    expect(status).not.toBe(0);
  });

  test.each(['eval', 'train'])('%s names the file of labels that is not there, and no bug', (command) => {
    const { status, stderr } = curbwatch(command, '--data', '/nowhere');
    expect(stderr).toContain('/nowhere/headlines-natural.tsv labels: it is not there. Give --data');
    expect(status).toBe(78);
  });

  test('tells its version', () => {
    const { status, stdout } = curbwatch('--version');
    expect(stdout.trim()).toBe(JSON.parse(readFileSync(PACKAGE, 'utf8')).version);
    expect(status).toBe(0);
  });

  test('lists its commands with the one that is run where none is named', () => {
    const { status, stdout } = curbwatch('--help');
    expect(stdout.replace(/\s+/g, ' ')).toMatch(/ run run the bot[^()]*\(the default\)/);
    expect(status).toBe(0);
  });
});
