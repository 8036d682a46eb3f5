import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';

interface Locked {
  readonly version?: string;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

const lock: { readonly packages: Readonly<Record<string, Locked>> } = JSON.parse(
  readFileSync(new URL('../package-lock.json', import.meta.url), 'utf8'),
);

// npm ci refuses a lock file without the builds of other systems, which npm install drops (https://github.com/npm/cli/issues/4828).
test('the lock file names a version of every optional dependency; if not, run node .ci/complete-lock.mjs', () => {
  const missing = Object.entries(lock.packages).flatMap(([owner, { optionalDependencies = {} }]) =>
    Object.keys(optionalDependencies).filter(
      (name) =>
        !(lock.packages[`node_modules/${name}`] ?? lock.packages[`${owner}/node_modules/${name}`])?.version,
    ),
  );
  expect(missing).toEqual([]);
});
