import { execFileSync } from 'node:child_process';
import { resolve } from 'node:path';
import { expect, test } from '@jest/globals';

const ROOT = resolve(import.meta.dirname, '../..');
const MEGABYTE = 1_000_000;

interface Tarball {
  readonly size: number;
  readonly unpackedSize: number;
  readonly files: readonly { readonly path: string }[];
}

const pack = (): Tarball => {
  const said = execFileSync('npm', ['pack', '--dry-run', '--json', '--ignore-scripts'], { cwd: ROOT });
  return JSON.parse(String(said))[0];
};

test('the package holds the built bot, what people edit and how to run it, and nothing of the workshop', () => {
  const { files, size, unpackedSize } = pack();
  const paths = files.map(({ path }) => path);
  for (const needed of [
    ...['dist/main.js', 'dist/snapshot/catalogue.json', 'config/feeds.yaml', 'config/model/weights.bin'],
    ...['config/demo/story.yaml', 'config/deploy/compose.yaml', '.env.example', 'README.md', 'LICENSE'],
  ])
    expect(paths).toContain(needed);
  expect(paths.filter((path) => !/^(?:dist|config)\/|^[^/]+$/.test(path))).toEqual([]);
  expect(
    paths.filter((path) => /\.(?:test|map|tsx?|tsbuildinfo)$|\.test\.js|fixtures|(?:^|\/)\.env$/.test(path)),
  ).toEqual([]);
  expect(size).toBeLessThan(12 * MEGABYTE);
  expect(unpackedSize).toBeLessThan(25 * MEGABYTE);
}, 60_000);
