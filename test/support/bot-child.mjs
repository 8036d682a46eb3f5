import { randomInt } from 'node:crypto';
import { once } from 'node:events';
import Database from 'libsql';
import { createApp } from '../../dist/app.js';
import { readSettings } from '../../dist/config/settings.js';
import { systemClock } from '../../dist/ops/clock.js';
import { createLogger } from '../../dist/ops/logger.js';
import { createSteps } from '../../dist/steps.js';
// The bot loads these when it opens its platforms; here they belong to what is made ready before the start.
import '../../dist/platforms/discord/create-discord.js';
import '../../dist/platforms/telegram/bot.js';

/**
 * The whole bot as a process of its own, to be killed; built first (`npm run build`). It starts at the first word on its
 * standard input, and says `started` when it is up.
 * CHAOS_STORE_FAULTS: the share of writes that fail, once it is up. CHAOS_CLOCK: the machine's clock is set by up to an
 * hour, forwards and back, every half second.
 */
const { CHAOS_STORE_FAULTS: faults = '0', CHAOS_CLOCK: stepped } = process.env;

let isUp = false;

/** A disk that refuses a write now and then, below everything that is ours. */
const breakWrites = (share) => {
  const { prepare } = Database.prototype;
  Database.prototype.prepare = function (sql) {
    const statement = prepare.call(this, sql);
    if (!/^\s*(?:INSERT|UPDATE|DELETE)/.test(sql)) return statement;
    const run = statement.run.bind(statement);
    statement.run = (...values) => {
      if (isUp && Math.random() < share) throw new Error('disk I/O error (made)');
      return run(...values);
    };
    return statement;
  };
};

const createSteppingClock = () => {
  const hour = 3_600_000;
  let offset = 0;
  setInterval(() => {
    offset = [-hour, 0, hour][randomInt(3)];
  }, 500).unref();
  return { ...systemClock, now: () => systemClock.now() + offset };
};

if (Number(faults) > 0) breakWrites(Number(faults));
const settings = readSettings();
const logger = createLogger({ level: settings.logLevel, secrets: [], destination: process.stderr });
const app = createApp({
  settings,
  steps: createSteps(settings.feedsFile),
  readSteps: () => createSteps(settings.feedsFile),
  clock: stepped === undefined ? systemClock : createSteppingClock(),
  logger,
  onEnd: (code) => process.exit(code),
});
// Loading takes seconds: the next process is made ready while this one still lives.
await once(process.stdin, 'data');
process.stdin.unref();
process.once('SIGTERM', () => void app.stop().then(() => process.exit(0)));
await app.start();
isUp = true;
process.stdout.write('started\n');
