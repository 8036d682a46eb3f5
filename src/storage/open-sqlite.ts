import { existsSync } from 'node:fs';
import { mkdir, statfs } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import Database from 'libsql';
import type { Clock, Logger } from '../domain/ports.ts';
import type { Backend } from './rows.ts';
import { createSqliteRows } from './sqlite-rows.ts';
import { storeFault } from './store-fault.ts';

/** Longer than any of our transactions, shorter than the lease: waiting blocks the thread. */
const BUSY_MS = 5000;

/** `f_type` of statfs(2) where file locks cannot be trusted (https://man7.org/linux/man-pages/man2/statfs.2.html). */
const NETWORK_DRIVES: Readonly<Record<number, string>> = {
  26985: 'NFS',
  20859: 'SMB',
  4283649346: 'CIFS',
  4266872130: 'SMB2',
  16914839: '9P',
};

/** The name of the network file system on which `folder` lies, if it is one. */
export const networkDrive = (type: number): string | undefined => NETWORK_DRIVES[type];

const openDatabase = (path: string): Database.Database => {
  const db = new Database(path);
  try {
    // First of all: the change to WAL itself may find the file busy.
    db.exec(`PRAGMA busy_timeout = ${BUSY_MS}`);
    db.pragma('journal_mode = WAL');
    // In WAL a power cut may take the last commits with it, never the order: what is left is a prefix.
    db.exec('PRAGMA synchronous = NORMAL');
    // A file that cannot be written is to be found out now.
    db.exec('BEGIN IMMEDIATE; COMMIT');
    return db;
  } catch (error) {
    db.close();
    throw error;
  }
};

const codeOf = (error: unknown): unknown =>
  error instanceof Error && 'code' in error ? error.code : undefined;

/** Makes the folder and those above it. Node's own `recursive` never ends where the system forbids folders (`/proc`). */
const makeFolder = async (folder: string): Promise<void> => {
  if (existsSync(folder)) return;
  await makeFolder(dirname(folder));
  try {
    await mkdir(folder);
  } catch (error) {
    // Another process may have made it meanwhile.
    if (codeOf(error) !== 'EEXIST') throw error;
  }
};

/** Opens or creates a SQLite file and its folder. Rejects with StoreError; warns where locks cannot be trusted. */
export const openSqlite = async (path: string, clock: Clock, logger: Logger): Promise<Backend> => {
  const folder = dirname(resolve(path));
  try {
    await makeFolder(folder);
    const drive = networkDrive((await statfs(folder)).type);
    if (drive !== undefined) {
      logger.warn('store.network-drive', { path, drive, cure: 'Keep the file on a local disk' });
    }
    const db = openDatabase(path);
    return {
      where: path,
      rows: async (name) => createSqliteRows(db, name, clock),
      close: async () => {
        if (db.open) db.close();
      },
    };
  } catch (error) {
    throw storeFault(path, 'open the store', error);
  }
};
