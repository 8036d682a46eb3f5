import { createApp } from '../app.ts';
import { loadDotEnv, readSecrets, readSettings, type Settings } from '../config/settings.ts';
import { systemClock } from '../ops/clock.ts';
import { createLogger } from '../ops/logger.ts';
import { createSteps } from '../steps.ts';

/** Work under way is given so long to be saved; then the process ends all the same. */
const LONGEST_STOP = 9_000;

/** Starts the app and ends the process with it: on a signal, on the chat's end, or when nothing is left to do. Resolves to what ends it. */
export const runApp = async (
  settings: Settings,
  extra: Pick<Parameters<typeof createApp>[0], 'terminal' | 'subscribeTerminal'> & {
    readonly logTo: NodeJS.WritableStream;
  },
): Promise<(code: number) => void> => {
  const logger = createLogger({
    level: settings.logLevel,
    secrets: readSecrets(),
    destination: extra.logTo,
  });
  let stopping: Promise<void> | undefined;
  const end = (code: number): void => {
    stopping ??= app.stop();
    setTimeout(() => process.exit(code), LONGEST_STOP).unref();
    stopping.then(
      () => process.exit(code),
      (error) => {
        logger.error('stop.failed', { error });
        process.exit(code === 0 ? 70 : code);
      },
    );
  };
  const app = createApp({
    settings,
    steps: createSteps(settings.feedsFile),
    readSteps: () => createSteps(settings.feedsFile),
    clock: systemClock,
    logger,
    onEnd: end,
    ...extra,
  });
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => end(0));
  await app.start();
  return end;
};

/** `curbwatch run`. */
export const run = async (): Promise<void> => {
  loadDotEnv();
  const { stdin, stdout, stderr } = process;
  await runApp(readSettings(), {
    terminal: {
      input: stdin,
      output: stdout,
      isTTY: stdin.isTTY === true && stdout.isTTY === true,
      columns: () => stdout.columns,
    },
    logTo: stderr,
  });
};
