#!/usr/bin/env node
import module from 'node:module';
import { Argument, Command, Option } from 'commander';
import type { Edge } from './cli/run.ts';
import { readSecrets } from './config/settings.ts';
import { PLATFORMS, type Platform } from './domain/destination.ts';
import { ConfigError, StoreError } from './domain/errors.ts';
import { lazily } from './domain/lazily.ts';
import { createRedactor } from './ops/redact.ts';
import { say } from './ops/say.ts';
import { stackOf } from './ops/stack-of.ts';

// Node 22 keeps compiled code from start to start; Node 20 does without.
(module as { readonly enableCompileCache?: () => unknown }).enableCompileCache?.();

/** sysexits.h: a bug, a service that cannot be had, a configuration that cannot be used. */
const EXIT = { bug: 70, store: 69, configuration: 78 } as const;

const exitCodeOf = (error: unknown): number => {
  if (error instanceof ConfigError) return EXIT.configuration;
  return error instanceof StoreError ? EXIT.store : EXIT.bug;
};

/** What ends with the process; a running bot puts its own here, which saves its work first. */
const edge: Edge = { end: (code) => process.exit(code), secrets: readSecrets };

const explain = (error: unknown): string => {
  if (error instanceof ConfigError) return `The configuration cannot be used:\n${error.message}`;
  if (error instanceof StoreError) return error.message;
  return `This is a bug, please report it:\n${stackOf(error)}`;
};

/** Of several faults the first is told: the others come of it. */
const fail = (error: unknown): void => {
  if (process.exitCode === undefined) {
    process.exitCode = exitCodeOf(error);
    // Libraries carry tokens in their errors: telegraf in the address.
    say(createRedactor(edge.secrets())(explain(error)));
  }
  edge.end(exitCodeOf(error));
};

process.on('uncaughtException', fail);
process.on('unhandledRejection', fail);
// Whoever reads may have heard enough (`| head`): no fault of ours.
process.stdout.on('error', (error: NodeJS.ErrnoException) =>
  error.code === 'EPIPE' ? edge.end(0) : fail(error),
);

const standardStreams = { input: process.stdin, output: process.stdout };

/** The steps are loaded only by the commands that need them. */
const steps = async () => (await import('./steps.ts')).createSteps();

const { version } = module.createRequire(import.meta.url)('../package.json');
const program = new Command('curbwatch')
  .version(version)
  .description('Tells the people they touch, within minutes, when a crypto exchange is restricted.')
  .showHelpAfterError('Run `curbwatch help` for what there is.');

program
  .command('run')
  .description(
    'run the bot: on Telegram and Discord, or with no token as a chat in the terminal (the default)',
  )
  .action(async () => (await import('./cli/run.ts')).run(edge));
program
  .command('demo')
  .description('the whole story in twenty seconds, on feeds served here')
  .action(async () => (await import('./cli/demo.ts')).demo(edge));
program
  .command('classify')
  .description('JSON lines {id, title, text?, …} in, readings out')
  .action(async () => {
    const reading = await (await import('./reading-steps.ts')).openReadingSteps();
    const telling = lazily(async () => (await import('./telling-steps.ts')).createTellingSteps(reading));
    await (await import('./cli/classify.ts')).classify(standardStreams, reading, telling);
  });
program
  .command('replay')
  .description('JSON lines in time order through classify and correlate')
  .action(async () => (await import('./cli/replay.ts')).replay(standardStreams, await steps()));
program
  .command('parse')
  .description('JSON lines {id, path, contentType?, url?} in, the entries of the feeds out')
  .action(async () =>
    (await import('./cli/parse.ts')).parse(
      standardStreams,
      (await import('./late-steps.ts')).createParseStep(),
    ),
  );
program
  .command('render')
  .description('an alert as JSON {incident, alert?}, or an entry, in; what a platform gets out')
  .addOption(new Option('--platform <name>', 'where it is read').choices(PLATFORMS).default('terminal'))
  .option('--language <tag>', 'whose language', 'en')
  .option('--zone <name>', 'IANA zone of the times', 'UTC')
  .action(async (options: { platform: Platform; language: string; zone: string }) => {
    const preview = await (await import('./late-steps.ts')).createPreviewStep();
    await (await import('./cli/render.ts')).render(standardStreams, await steps(), preview, options);
  });
program
  .command('eval')
  .description('precision, recall and fields of the shipped classifier on labelled rows')
  .option('--data <directory>', 'labelled collections; without it our own examples')
  .action(async (options: { data?: string }) =>
    (await import('./cli/eval.ts')).evaluate(process.stdout, options),
  );
program
  .command('train')
  .description('cross-validate on labelled rows and write config/model/')
  .option('--corpus <directory>', 'the headlines that test/fixtures/labelled/corpus.tsv labels')
  .option('--data <directory>', 'further labelled collections, as for eval')
  .action(async (options: { corpus?: string; data?: string }) =>
    (await import('./cli/train.ts')).train(options),
  );
program
  .command('doctor')
  .description(
    'check configuration, Node, clock, store and platforms, or with --feeds whether every feed answers',
  )
  .option('--feeds', 'ask every enabled feed once; exit code 1 when one does not answer')
  .option('--all', 'the disabled ones too: which of them answer by now?')
  .action(async (options: { feeds?: boolean; all?: boolean }) => {
    process.exitCode = await (await import('./cli/doctor.ts')).doctor(options);
  });
program
  .command('outbox')
  .description('what is owed and not sent: look at it, or decide about one (the bot must be down for that)')
  .addArgument(new Argument('<verb>', 'what to do').choices(['list', 'show', 'retry', 'drop'] as const))
  .argument('[id]', 'as `list` shows it')
  .action(async (verb: 'list' | 'show' | 'retry' | 'drop', id: string | undefined) =>
    (await import('./cli/outbox.ts')).outbox(verb, id),
  );
program
  .command('export')
  .description('all that a backup or a move to another store needs, as JSON lines; beside a running bot, too')
  .action(async () => (await import('./cli/export.ts')).exportAll());
program
  .command('import')
  .description(
    'take over what `export` wrote, or past incidents, without telling anybody (the bot must be down)',
  )
  .argument('[file]', 'a backup; the store of STORE_URL must be empty')
  .option(
    '--history [file]',
    'instead: JSON lines as in config/history.jsonl, which is taken where no file is named',
  )
  .action(async (file: string | undefined, { history }: { history?: string | true }, command: Command) => {
    const { importBackup, importPast, SHIPPED_HISTORY } = await import('./cli/import.ts');
    if ((file === undefined) === (history === undefined))
      command.error('Name a backup, or say --history, and not both.', { exitCode: 64 });
    if (file !== undefined) await importBackup(file);
    else await importPast(history === true || history === undefined ? SHIPPED_HISTORY : history);
  });

// A default of commander's would take a misspelt command for an argument of `run`.
program.parseAsync(process.argv.length > 2 ? process.argv : [...process.argv, 'run']).catch(fail);
