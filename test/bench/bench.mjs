// `npm run bench`: each part in a process of its own, so that none finds the other's memory or warm code; one table on standard output.
// `npm run bench -- --against DIR`: instead of it, this checkout beside one of fengkx/NodeRSSBot in DIR.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const LOADER = fileURLToPath(new URL('../support/typescript-loader.mjs', import.meta.url));
const run = (part, ...args) => {
  const file = fileURLToPath(new URL(part, import.meta.url));
  const { status } = spawnSync(process.execPath, ['--import', LOADER, file, ...args], { stdio: 'inherit' });
  return status ?? 1;
};

const [word, ...directories] = process.argv.slice(2);
if (word === '--against') process.exit(run('against/against.mjs', ...directories));
if (word !== undefined) {
  process.stderr.write(`"${word}" is not known; there is --against DIR\n`);
  process.exit(78);
}
const PARTS = ['steps.mjs', 'parsers.mjs', 'servers.mjs', 'latency.mjs'];
process.exit(Math.max(...PARTS.map((part) => run(part))));
