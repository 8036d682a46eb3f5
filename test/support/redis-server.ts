import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findProgram, freePort, untilItAnswers } from './programs.ts';

export interface TestServer {
  readonly url: string;
  /** The address of another empty database of this server. */
  freshDatabase(): Promise<string>;
  stop(): Promise<void>;
}

const program = findProgram('redis-server', []);

/** Why no Redis can be started here; undefined where it can. */
export const redisMissing = program === undefined ? 'redis-server is not installed' : undefined;

export interface TestRedis extends TestServer {
  /** Kills it and starts it again on the same port and records. */
  restart(): Promise<void>;
}

/** A Redis of our own on a free loopback port, in a folder that goes with it. */
export const startRedis = async (
  settings: readonly string[] = ['--appendonly', 'yes'],
): Promise<TestRedis> => {
  if (program === undefined) throw new Error(redisMissing);
  const port = await freePort();
  const folder = mkdtempSync(join(tmpdir(), 'curbwatch-redis-'));
  const words = [
    '--port',
    String(port),
    '--bind',
    '127.0.0.1',
    '--dir',
    folder,
    '--databases',
    '100',
    '--save',
    '',
    ...settings,
  ];
  const launch = async (): Promise<() => Promise<void>> => {
    const child = spawn(program, words, { stdio: 'ignore' });
    const ended = new Promise((resolve) => child.once('exit', resolve));
    await untilItAnswers(port, child);
    return async () => {
      child.kill('SIGKILL');
      await ended;
    };
  };
  let kill = await launch();
  const url = `redis://127.0.0.1:${port}`;
  let databases = 0;
  return {
    url,
    freshDatabase: async () => {
      databases += 1;
      return `${url}/${databases}`;
    },
    restart: async () => {
      await kill();
      kill = await launch();
    },
    stop: async () => {
      await kill();
      rmSync(folder, { recursive: true, force: true });
    },
  };
};
