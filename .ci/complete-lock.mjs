// Puts back the entries that `npm install` drops from package-lock.json when it cannot fetch, or already has chosen among, the builds of a
// package for other systems (https://github.com/npm/cli/issues/4828). Without them `npm ci` refuses the file. Run it after any `npm install`.
import { readFileSync, writeFileSync } from 'node:fs';

const LOCK = new URL('../package-lock.json', import.meta.url);
const BUILD = /(android|darwin|freebsd|linux|openharmony|win32)-?(arm64|arm|ia32|loong64|ppc64|riscv64|s390x|x64)-?(gnu|musl|eabi|msvc)?/;

const lock = JSON.parse(readFileSync(LOCK, 'utf8'));
const packages = lock.packages;
const isLocked = (owner, name) => `node_modules/${name}` in packages || `${owner}/node_modules/${name}` in packages;

function entryOf(parent, name, version) {
  const build = BUILD.exec(name);
  if (!build) throw new Error(`${name} is no build for a system that this script knows; add it to BUILD in .ci/complete-lock.mjs`);
  const [, os, cpu, abi] = build;
  const libc = os === 'linux' && abi ? [abi === 'musl' ? 'musl' : 'glibc'] : undefined;
  return { version, cpu: [cpu], dev: parent.dev, libc, license: parent.license, optional: true, os: [os], engines: parent.engines };
}

for (const [owner, parent] of Object.entries({ ...packages })) {
  for (const [name, version] of Object.entries(parent.optionalDependencies ?? {})) {
    if (!isLocked(owner, name)) packages[`node_modules/${name}`] = entryOf(parent, name, version.replace(/^[\^~]/, ''));
  }
}
lock.packages = Object.fromEntries(Object.entries(packages).sort(([a], [b]) => a.localeCompare(b, 'en')));
writeFileSync(LOCK, `${JSON.stringify(lock, null, 2)}\n`);
