import { readFileSync, readlinkSync } from 'node:fs';
import { hostname } from 'node:os';

/** Which process this is, told so that another one can find out whether it still lives. */
export interface ProcessIdentity {
  readonly host: string;
  /** Boot and process-id space: in another container the same number is another process. Empty where unknown. */
  readonly space: string;
  readonly pid: number;
  /** What `markOf` says of this process: when it started. */
  readonly mark: string;
  /** Tells a process of this space from a later one with the same number; undefined if there is none. */
  readonly markOf: (pid: number) => string | undefined;
}

const attempt = (read: () => string): string | undefined => {
  try {
    return read();
  } catch {
    return undefined;
  }
};

const spaceOf = (): string => {
  const boot = attempt(() => readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim());
  const space = attempt(() => readlinkSync('/proc/self/ns/pid'));
  return boot === undefined || space === undefined ? '' : `${boot} ${space}`;
};

const lives = (pid: number): boolean => {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    // EPERM: it is there, and another user's.
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
};

/** `state` and `starttime` of proc_pid_stat(5), fields 3 and 22; the name before them may hold blanks and brackets. */
const startOf = (pid: number): string | undefined => {
  const stat = attempt(() => readFileSync(`/proc/${pid}/stat`, 'utf8'));
  const fields = stat?.slice(stat.lastIndexOf(')') + 2).split(' ');
  return fields?.[0] === 'Z' || fields?.[0] === 'X' ? undefined : fields?.[19];
};

/** On Linux the start of the process in ticks since boot; elsewhere only that it lives. */
const markOf = (pid: number): string | undefined => {
  if (process.platform === 'linux') return startOf(pid);
  return lives(pid) ? 'alive' : undefined;
};

export const identifyProcess = (): ProcessIdentity => ({
  host: hostname(),
  space: spaceOf(),
  pid: process.pid,
  mark: markOf(process.pid) ?? '',
  markOf,
});
