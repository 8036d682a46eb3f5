import { statfs } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { StoreError } from '../domain/errors.ts';
import type { Finding } from '../domain/finding.ts';
import type { StoreOptions } from './open.ts';
import { openBackend } from './open.ts';
import { networkDrive } from './open-sqlite.ts';
import type { Backend } from './rows.ts';

const MB = 1024 * 1024;
/** A year of 250 feeds takes less than the first; WAL and a backup beside it want as much again. */
const LITTLE_SPACE = 500 * MB;
const NO_SPACE = 50 * MB;

/** `f_type` of statfs(2), https://man7.org/linux/man-pages/man2/statfs.2.html. */
const FILE_SYSTEMS: Readonly<Record<number, string>> = {
  61267: 'ext4',
  1481003842: 'XFS',
  2435016766: 'Btrfs',
  801189825: 'ZFS',
  2035054128: 'overlay',
  1702057286: 'FUSE',
};
const TMPFS = 16914836;

const fileSystem = (type: number): Finding => {
  const drive = networkDrive(type);
  if (drive !== undefined)
    return {
      state: 'bad',
      what: `Store: the file lies on ${drive}, whose locks cannot be trusted`,
      cure: 'point STORE_URL at a local disk',
    };
  if (type === TMPFS)
    return {
      state: 'doubtful',
      what: 'Store: the file lies in memory (tmpfs) and is gone after a restart of the machine',
      cure: 'point STORE_URL at a disk',
    };
  return { state: 'good', what: `Store: a local file system (${FILE_SYSTEMS[type] ?? type})` };
};

const space = (free: number): Finding => {
  const what = `Store: ${Math.round(free / MB)} MB of disk space free`;
  if (free >= LITTLE_SPACE) return { state: 'good', what };
  return { state: free < NO_SPACE ? 'bad' : 'doubtful', what, cure: 'free some disk space, 500 MB at least' };
};

/** In the table of the lease, which every store has, under a key that nothing else uses. */
const writeAndReadBack = async (backend: Backend, mark: string): Promise<Finding> => {
  const { adapter } = await backend.rows('lease', { expiring: false });
  const key = `doctor-${mark}`;
  await adapter.set(key, mark);
  const back = await adapter.get(key);
  await adapter.delete(key);
  if (back === mark) return { state: 'good', what: `Store: ${backend.where} can be written and read` };
  return {
    state: 'bad',
    what: `Store: ${backend.where} gave back something else than was written`,
    cure: 'use another store',
  };
};

const lastsNoLonger: Finding = {
  state: 'doubtful',
  what: 'Store: memory:// forgets subscriptions and what was sent when the process ends',
  cure: 'set STORE_URL=sqlite://data/curbwatch.sqlite',
};

const aboutDisk = async (path: string): Promise<readonly Finding[]> => {
  const { type, bavail, bsize } = await statfs(dirname(resolve(path)));
  return [space(bavail * bsize), fileSystem(type)];
};

/** Whether the store that `url` names can be written and read back, has space, and lies where locks hold. Never throws for its faults. */
export const examineStore = async (
  url: string,
  options: Pick<StoreOptions, 'clock' | 'logger'>,
): Promise<readonly Finding[]> => {
  try {
    const backend = await openBackend(url, options);
    try {
      const kept = await writeAndReadBack(backend, `${options.clock.now()}`);
      const path = /^sqlite:\/\/(.+)$/.exec(url)?.[1];
      const disk = path === undefined ? [] : await aboutDisk(path);
      return [kept, ...disk, ...(url.startsWith('memory:') ? [lastsNoLonger] : [])];
    } finally {
      await backend.close();
    }
  } catch (error) {
    if (!(error instanceof StoreError)) throw error;
    return [{ state: 'bad', what: `Store: ${error.message}` }];
  }
};
