import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { findProgram, freePort, untilItAnswers } from './programs.ts';
import type { TestServer } from './redis-server.ts';

const DEBIAN = '/usr/lib/postgresql';
const debianFolders = existsSync(DEBIAN)
  ? readdirSync(DEBIAN).map((version) => join(DEBIAN, version, 'bin'))
  : [];
const initdb = findProgram('initdb', debianFolders);
const postgres = findProgram('postgres', debianFolders);
const psql = findProgram('psql', debianFolders) ?? 'psql';

/** The port is open a moment before the server takes anybody in. */
const untilItServes = async (url: string): Promise<void> => {
  for (
    let tries = 0;
    spawnSync(psql, [url, '-qc', 'SELECT 1'], { stdio: 'ignore' }).status !== 0;
    tries += 1
  ) {
    if (tries === 200) throw new Error('Postgres does not serve');
    await sleep(50);
  }
};

const idOf = (flag: string): number =>
  Number(spawnSync('id', [flag, 'postgres'], { encoding: 'utf8' }).stdout.trim() || 'none');

const isRoot = process.getuid?.() === 0;

/** Postgres refuses to run as root: then as the user that Debian's package made. */
const user = isRoot ? { uid: idOf('-u'), gid: idOf('-g') } : undefined;

const whyMissing = (): string | undefined => {
  if (initdb === undefined || postgres === undefined) return 'initdb or postgres is not installed';
  return user !== undefined && Number.isNaN(user.uid)
    ? 'root runs the tests, and there is no user postgres'
    : undefined;
};

/** Why no Postgres can be started here; undefined where it can. */
export const postgresMissing = whyMissing();

/** What psql prints for a statement, bare. */
export const queryPostgres = (url: string, sql: string): string =>
  execFileSync(psql, [url, '-Atqc', sql], { encoding: 'utf8' }).trim();

/** A Postgres of our own on a free loopback port, sorting by the rules of English, in a folder that goes with it. */
export const startPostgres = async (): Promise<TestServer> => {
  if (initdb === undefined || postgres === undefined) throw new Error(postgresMissing);
  const port = await freePort();
  const folder = mkdtempSync(join(tmpdir(), 'curbwatch-postgres-'));
  if (user !== undefined) chownSync(folder, user.uid, user.gid);
  const collation = ['--locale=C', '--locale-provider=icu', '--icu-locale=en-US', '--encoding=UTF8'];
  execFileSync(initdb, ['-D', folder, '-U', 'curbwatch', '-A', 'trust', '--no-sync', ...collation], {
    ...user,
    cwd: folder,
    stdio: 'ignore',
  });
  const words = ['-D', folder, '-p', String(port), '-h', '127.0.0.1', '-k', folder, '-F'];
  const child = spawn(postgres, words, { ...user, cwd: folder, stdio: 'ignore' });
  const ended = new Promise((resolve) => child.once('exit', resolve));
  await untilItAnswers(port, child);
  const address = `postgres://curbwatch@127.0.0.1:${port}`;
  await untilItServes(`${address}/postgres`);
  let databases = 0;
  return {
    url: `${address}/postgres`,
    freshDatabase: async () => {
      databases += 1;
      queryPostgres(`${address}/postgres`, `CREATE DATABASE fresh${databases}`);
      return `${address}/fresh${databases}`;
    },
    stop: async () => {
      // Immediate shutdown: the connections of a failing test must not hold it up.
      child.kill('SIGQUIT');
      await ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
};
