import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, test } from '@jest/globals';

const ROOT = resolve(import.meta.dirname, '..');
const read = (path: string): string => readFileSync(join(ROOT, path), 'utf8');

/** What people read before they read code. Transcripts are written by their own tests. */
const DOCUMENTS = [
  'README.md',
  ...readdirSync(join(ROOT, '.github'))
    .filter((name) => /^(?:CONTRIBUTING|SCALING|SECURITY)\.md$/.test(name))
    .map((name) => `.github/${name}`),
];

const all = (text: string, pattern: RegExp): readonly string[] =>
  [...text.matchAll(pattern)].map((match) => match[1] ?? '');

describe.each(DOCUMENTS)('%s', (document) => {
  const text = read(document);

  test('names no file or folder that is not there', () => {
    const named = all(text, /`((?:src|test|config|\.ci|\.github)\/[^`\s]+)`/g);
    expect(named.filter((path) => !existsSync(join(ROOT, path)))).toEqual([]);
  });

  test('names no script that is not there', () => {
    const { scripts } = JSON.parse(read('package.json'));
    const named = all(text, /npm run (?:--silent )?([\w:]+)/g);
    expect(named.filter((name) => !(name in scripts))).toEqual([]);
  });

  test('names only tests that there are', () => {
    const tests = readdirSync(join(ROOT, 'test'), { recursive: true, encoding: 'utf8' });
    const named = all(text, /npm test -- ([^`]+)/g).flatMap((words) => words.split(' '));
    const isThere = (words: string): boolean => tests.some((path) => `test/${path}`.includes(words));
    expect(named.filter((words) => !isThere(words))).toEqual([]);
  });

  test('shows no language that is not spoken', () => {
    const named = all(text, /`\/language ([\w-]+)`/g);
    expect(named.filter((code) => !existsSync(join(ROOT, `config/locales/${code}.yaml`)))).toEqual([]);
  });
});
