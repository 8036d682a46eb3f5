import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from '@jest/globals';
import { openStore } from '../../src/storage/open.ts';
import { describeStore } from '../contracts/store.contract.ts';

const folder = mkdtempSync(join(tmpdir(), 'curbwatch-sqlite-'));
let files = 0;

afterAll(() => rmSync(folder, { recursive: true, force: true }));

describeStore('SQLite', async () => {
  files += 1;
  const url = `sqlite://${folder}/new/${files}.sqlite`;
  return { open: (options) => openStore(url, options), lasts: true };
});
