import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterEach, describe, expect, test } from '@jest/globals';
import { readCorpus } from '../../../src/classify/train/read-labels.ts';

const CORPUS = [
  'id\tdate\tsource\tlang\ttitle\tdescription',
  'a\t2024-01-01\tx\ten\tRegulator blocks an exchange\t',
  'b\t2024-01-01\tx\ten\tBitcoin is up\t',
  'c\t2024-01-01\tx\ten\tA headline of a labelled collection\t',
].join('\n');

const folders: string[] = [];
const folderWith = (labels: string): { readonly corpus: string; readonly labels: string } => {
  const corpus = mkdtempSync(join(tmpdir(), 'labels-'));
  folders.push(corpus);
  writeFileSync(join(corpus, 'crypto_x.tsv.gz'), gzipSync(CORPUS));
  writeFileSync(join(corpus, 'labels.tsv'), labels);
  return { corpus, labels: join(corpus, 'labels.tsv') };
};
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

describe('labels of the corpus', () => {
  const read = () => {
    const { corpus, labels } = folderWith('a\t1?\taccess-block\tin-force\tIN\tBinance\nc\t-\t\t\t\t\n');
    return new Map(readCorpus(corpus, labels).map((row) => [row.id, row]));
  };

  test('say what is relevant, and with which doubt', () => {
    expect(read().get('a')).toMatchObject({ relevant: true, doubtful: true, kind: 'access-block' });
  });

  test('leave out what was read and is not relevant', () => {
    expect(read().get('b')).toMatchObject({ relevant: false, doubtful: false });
  });

  test('name what nobody read: no row comes of it', () => {
    expect(read().has('c')).toBe(false);
  });
});
