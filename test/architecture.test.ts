import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { describe, expect, test } from '@jest/globals';

const ROOT = resolve(import.meta.dirname, '..');
const SRC = join(ROOT, 'src');

interface SourceFile {
  /** Path below `src`, with `/`. */
  readonly path: string;
  readonly code: string;
  /** Paths below `src` that it imports. */
  readonly imports: readonly string[];
  /** Package names that it imports, `node:` modules included. */
  readonly packages: readonly string[];
  /** What is loaded with it: no types, nothing that it imports later. */
  readonly loads: readonly string[];
}

const packageName = (specifier: string): string =>
  specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/');

const readSource = (file: string): SourceFile => {
  const code = readFileSync(file, 'utf8');
  const specifiers = [...code.matchAll(/(?<!')(?:from|import)\s*\(?\s*'([^']+)'/g)].map(
    (match) => match[1] ?? '',
  );
  const local = specifiers.filter((specifier) => specifier.startsWith('.'));
  const loaded = [...code.matchAll(/^import (?!type )[^;]*?'([^']+)';/gm)].map((match) => match[1] ?? '');
  return {
    path: relative(SRC, file),
    code,
    loads: loaded.map((one) =>
      one.startsWith('.') ? relative(SRC, resolve(dirname(file), one)) : packageName(one),
    ),
    imports: local.map((specifier) => relative(SRC, resolve(dirname(file), specifier))),
    packages: specifiers
      .filter((specifier) => !specifier.startsWith('.'))
      .map((specifier) => (specifier.startsWith('node:') ? specifier : packageName(specifier))),
  };
};

const FILES: readonly SourceFile[] = readdirSync(SRC, { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.ts'))
  .map((path) => readSource(join(SRC, path)));

/** The room of a file: its folder, `platforms/telegram` for a platform, the file itself at the top. */
const roomOf = (path: string): string => {
  const parts = path.split('/');
  if (parts.length === 1) return path;
  return parts[0] === 'platforms' ? parts.slice(0, 2).join('/') : (parts[0] ?? path);
};

/** The steps of the straight line, put together for those who need some of them. */
const STEPS = ['steps.ts', 'late-steps.ts', 'reading-steps.ts', 'telling-steps.ts'];

/** Who may import whom, beside its own room. What is not listed is forbidden. */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  domain: [],
  ops: ['domain'],
  feeds: ['domain', 'ops/logger.ts'],
  classify: ['domain', 'ops/logger.ts'],
  incidents: ['domain', 'ops/logger.ts'],
  words: ['domain', 'ops/logger.ts'],
  delivery: ['domain', 'ops/logger.ts'],
  commands: ['domain', 'ops/logger.ts'],
  config: ['domain'],
  storage: ['domain'],
  'platforms/telegram': ['domain'],
  'platforms/discord': ['domain'],
  'platforms/terminal': ['domain'],
  'pipeline.ts': ['domain', 'feeds', 'classify', 'incidents', 'delivery'],
  'schedule.ts': ['domain'],
  wiring: ['*'],
  'app.ts': ['*'],
  ...Object.fromEntries(STEPS.map((path) => [path, ['*']])),
  'training.ts': ['*'],
  cli: [
    'app.ts',
    ...STEPS,
    'training.ts',
    'classify/train',
    'wiring/backup.ts',
    'wiring/import-history.ts',
    'wiring/open-outbox.ts',
    'config',
    'ops',
    'domain',
  ],
  'main.ts': ['app.ts', ...STEPS, 'training.ts', 'cli', 'config', 'ops', 'domain'],
};

/** The one place of each vendor: a room, or a file. */
const VENDORS: Readonly<Record<string, string>> = {
  telegraf: 'platforms/telegram',
  'discord.js': 'platforms/discord',
  'node-cron': 'schedule.ts',
  'rss-parser': 'feeds/parse.ts',
  keyv: 'storage/open.ts',
  '@keyv/redis': 'storage',
  '@keyv/postgres': 'storage',
  libsql: 'storage',
  bullmq: 'storage',
  ioredis: 'storage',
  'js-yaml': 'config',
  undici: 'feeds',
  'iconv-lite': 'feeds',
  jschardet: 'feeds',
  entities: 'feeds',
  'ipaddr.js': 'feeds',
  '@mozilla/readability': 'feeds/readable-text.ts',
  linkedom: 'feeds/readable-text.ts',
  'intl-messageformat': 'words',
  'string-width': 'platforms/terminal',
  pino: 'ops',
  'prom-client': 'ops',
  commander: 'main.ts',
  dotenv: 'config',
};

/** Vendors that several rooms may use. */
const SHARED_VENDORS: Readonly<Record<string, readonly string[]>> = {
  luxon: ['feeds', 'delivery', 'words', 'classify'],
  'fastest-levenshtein': ['commands'],
};

/** Globals that have one reader. */
const ONE_READER: readonly { readonly what: string; readonly pattern: RegExp; readonly where: string }[] = [
  { what: 'process.env', pattern: /process\.env/, where: 'config/settings.ts' },
  { what: 'the wall clock', pattern: /Date\.now\(|new Date\(\)|performance\.now\(/, where: 'ops/clock.ts' },
  { what: 'console', pattern: /\bconsole\./, where: 'ops/say.ts' },
];

const MAX_LINES = 250;

const stripComments = (code: string): string =>
  code.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|\s)\/\/.*$/gm, '');

const within = (path: string, folders: readonly string[]): boolean =>
  folders.some((folder) => path.startsWith(`${folder}/`));

const mayImport = (from: string, to: string): boolean => {
  if (roomOf(from) === roomOf(to)) return true;
  const allowed = MAY_IMPORT[roomOf(from)] ?? [];
  return allowed.includes('*') || allowed.includes(roomOf(to)) || allowed.includes(to) || within(to, allowed);
};

const mayUseVendor = (path: string, vendor: string): boolean => {
  if (vendor.startsWith('node:')) return true;
  const home = VENDORS[vendor];
  if (home !== undefined) return path === home || roomOf(path) === home;
  return (SHARED_VENDORS[vendor] ?? []).includes(roomOf(path));
};

/** Files and packages that are loaded as soon as `path` is. */
const loadedWith = (path: string): ReadonlySet<string> => {
  const graph = new Map(FILES.map((file) => [file.path, file.loads]));
  const reached = new Set([path]);
  for (const one of reached) for (const next of graph.get(one) ?? []) reached.add(next);
  return reached;
};

describe('the house', () => {
  test('imports only along the table', () => {
    const wrong = FILES.flatMap(({ path, imports }) =>
      imports.filter((target) => !mayImport(path, target)).map((target) => `${path} -> ${target}`),
    );
    expect(wrong).toEqual([]);
  });

  test('keeps each vendor in its one place', () => {
    const wrong = FILES.flatMap(({ path, packages }) =>
      packages.filter((vendor) => !mayUseVendor(path, vendor)).map((vendor) => `${path} -> ${vendor}`),
    );
    expect(wrong).toEqual([]);
  });

  test('has no import cycle', () => {
    const graph = new Map(FILES.map(({ path, imports }) => [path, imports]));
    const done = new Set<string>();
    const cycles: string[] = [];
    const visit = (path: string, trail: readonly string[]): void => {
      if (trail.includes(path)) {
        cycles.push([...trail.slice(trail.indexOf(path)), path].join(' -> '));
        return;
      }
      if (done.has(path)) return;
      for (const next of graph.get(path) ?? []) visit(next, [...trail, path]);
      done.add(path);
    };
    for (const path of graph.keys()) visit(path, []);
    expect(cycles).toEqual([]);
  });

  test('reads entries without loading what tells of them', () => {
    const reached = [...loadedWith('reading-steps.ts')];
    expect(reached.filter((path) => ['words', 'incidents'].includes(roomOf(path)))).toEqual([]);
  });

  test('starts without loading what only some settings ask for', () => {
    const reached = loadedWith('app.ts');
    const some = ['telegraf', 'discord.js', 'libsql', '@keyv/redis', '@keyv/postgres', 'bullmq', 'ioredis'];
    expect(some.filter((vendor) => reached.has(vendor))).toEqual([]);
    expect(reached.has('keyv')).toBe(true);
  });

  test('has no barrel', () => {
    const barrels = FILES.filter(({ code }) =>
      /export\s+(?:type\s+)?(?:\*|\{[^}]*\})\s+from/.test(stripComments(code)),
    );
    expect(barrels.map(({ path }) => path)).toEqual([]);
  });

  test(`has no file over ${MAX_LINES} lines`, () => {
    const long = FILES.filter(({ code }) => code.trimEnd().split('\n').length > MAX_LINES);
    expect(long.map(({ path }) => path)).toEqual([]);
  });

  test.each(ONE_READER)('reads $what in one place', ({ pattern, where }) => {
    const readers = FILES.filter(({ code }) => pattern.test(stripComments(code))).map(({ path }) => path);
    expect(readers.filter((path) => path !== where)).toEqual([]);
  });

  test('names only paths that exist in CONTRIBUTING', () => {
    const text = readFileSync(join(ROOT, '.github/CONTRIBUTING.md'), 'utf8');
    const paths = [...text.matchAll(/`((?:src|test|config|\.ci|\.github)\/[^`\s*<>]*)`/g)].map(
      (match) => match[1] ?? '',
    );
    expect(paths.length).toBeGreaterThan(0);
    expect(paths.filter((path) => !existsSync(join(ROOT, path)))).toEqual([]);
  });

  test('finds a wrong import, vendor and room when there is one', () => {
    expect(mayImport('feeds/parse.ts', 'delivery/match.ts')).toBe(false);
    expect(mayImport('platforms/telegram/bot.ts', 'platforms/discord/bot.ts')).toBe(false);
    expect(mayUseVendor('delivery/match.ts', 'telegraf')).toBe(false);
    expect(mayUseVendor('delivery/match.ts', 'left-pad')).toBe(false);
    expect(mayImport('newroom/x.ts', 'domain/feed.ts')).toBe(false);
  });
});
