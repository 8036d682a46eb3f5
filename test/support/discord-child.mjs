import { once } from 'node:events';
import { setTimeout as wait } from 'node:timers/promises';
import { createApp } from '../../dist/app.js';
import { readSettings } from '../../dist/config/settings.js';
import { systemClock } from '../../dist/ops/clock.js';
import { createLogger } from '../../dist/ops/logger.js';
import { createSteps } from '../../dist/steps.js';

/**
 * The whole bot as a process of its own, so that nothing of a stand-in is in its heap; built first (`npm run build`), and
 * run with `--expose-gc`. Says `started`, and for each line on its standard input how many bytes of heap are in use, and how
 * many microseconds of CPU time it has taken.
 */
const settings = readSettings();
const app = createApp({
  settings,
  steps: createSteps(settings.feedsFile),
  clock: systemClock,
  logger: createLogger({ level: settings.logLevel, secrets: [], destination: process.stderr }),
  onEnd: (code) => process.exit(code),
});
process.once('SIGTERM', () => void app.stop().then(() => process.exit(0)));
await app.start();
process.stdout.write('started\n');

for (;;) {
  await once(process.stdin, 'data');
  // Two rounds: what the first one finalises is free after the second.
  globalThis.gc();
  await wait(50);
  globalThis.gc();
  const { user, system } = process.cpuUsage();
  process.stdout.write(`${process.memoryUsage().heapUsed} ${user + system}\n`);
}
