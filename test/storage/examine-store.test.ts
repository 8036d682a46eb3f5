import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { examineStore } from '../../src/storage/examine-store.ts';
import { openStore } from '../../src/storage/open.ts';
import { aClock, silentLogger } from '../support/feed-builders.ts';

let folder = '';
const options = { clock: aClock(), logger: silentLogger };

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'curbwatch-doctor-'));
});

afterEach(() => rm(folder, { recursive: true, force: true }));

describe('the examination of a store', () => {
  test('writes, reads back, and tells space and file system', async () => {
    const findings = await examineStore(`sqlite://${folder}/new/bot.sqlite`, options);
    const told = findings.map(({ what }) => what).join('\n');
    expect(told).toContain(`${folder}/new/bot.sqlite can be written and read`);
    expect(told).toMatch(/\d+ MB of disk space free/);
    expect(told).toMatch(/file system|tmpfs/);
  });

  test('leaves nothing behind, and does not mind a bot that holds the store', async () => {
    const url = `sqlite://${folder}/bot.sqlite`;
    const store = await openStore(url, { ...options, onLeaseLost: () => undefined });
    await examineStore(url, options);
    const [first] = await examineStore(url, options);
    expect(first?.state).toBe('good');
    await store.close();
  });

  test('names the fault and the cure of a file that is no database', async () => {
    await writeFile(join(folder, 'bot.sqlite'), 'no database '.repeat(1_000));
    const findings = await examineStore(`sqlite://${folder}/bot.sqlite`, options);
    expect(findings).toEqual([
      { state: 'bad', what: expect.stringMatching(/bot\.sqlite: cannot .*Restore the file from a backup/) },
    ]);
  });

  test('names a server that is not there without its password', async () => {
    const findings = await examineStore('redis://user:secret-word@127.0.0.1:1', options);
    expect(findings[0]).toMatchObject({
      state: 'bad',
      what: expect.stringContaining('See that the server runs'),
    });
    expect(JSON.stringify(findings)).not.toContain('secret-word');
  });

  test('warns of a store that forgets', async () => {
    const findings = await examineStore('memory://', options);
    expect(findings.at(-1)).toMatchObject({ state: 'doubtful', cure: expect.stringContaining('sqlite://') });
  });
});
