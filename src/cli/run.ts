import { createApp } from '../app.ts';
import { forgetSecrets, loadDotEnv, readSecrets, readSettings, type Settings } from '../config/settings.ts';
import { systemClock } from '../ops/clock.ts';
import { createLogger } from '../ops/logger.ts';
import { createSteps } from '../steps.ts';

/** Work under way is given so long to be saved; then the process ends all the same. */
const LONGEST_STOP = 9_000;

/** How the process ends, also after a fault that nobody caught. */
export interface Edge {
  end: (code: number) => void;
  /** Never shown, whatever is told of the fault. */
  secrets: () => readonly string[];
}

/** Starts the app and ends the process with it: on a signal, on the chat's end, or when nothing is left to do. Resolves to what ends it. */
export const runApp = async (
  settings: Settings,
  edge: Edge,
  extra: Pick<Parameters<typeof createApp>[0], 'terminal' | 'subscribeTerminal'> & {
    readonly logTo: NodeJS.WritableStream;
  },
): Promise<(code: number) => void> => {
  const secrets = readSecrets();
  edge.secrets = () => secrets;
  // Neither a report of Node on a crash nor a program that we might start gets them.
  forgetSecrets();
  const logger = createLogger({
    level: settings.logLevel,
    secrets,
    destination: extra.logTo,
  });
  let stopping: Promise<void> | undefined;
  const end = (code: number): void => {
    process.exitCode ??= code;
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
  edge.end = end;
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => end(0));
  await app.start();
  return end;
};

/** `curbwatch run`. */
export const run = async (edge: Edge): Promise<void> => {
  loadDotEnv();
  const { stdin, stdout, stderr } = process;
  await runApp(readSettings(), edge, {
    terminal: {
      input: stdin,
      output: stdout,
      isTTY: stdin.isTTY === true && stdout.isTTY === true,
      columns: () => stdout.columns,
    },
    logTo: stderr,
  });
};
