import { setTimeout as sleepFor } from 'node:timers/promises';
import { MINUTE, type Millis, SECOND } from '../domain/instant.ts';
import type { Clock } from '../domain/ports.ts';

export interface HostQueueOptions {
  readonly clock: Clock;
  /** No pause and no limit: for tests and intranets. */
  readonly isFree?: boolean;
  /** Rejects when the signal ends it. */
  readonly sleep?: (time: Millis, signal?: AbortSignal) => Promise<unknown>;
}

/** Runs the task when the host may be asked; rejects without it where the signal has ended before. */
export type HostQueue = <T>(host: string, task: () => Promise<T>, signal?: AbortSignal) => Promise<T>;

/** Least time between the end of one request to a host and the start of the next. */
const PAUSE: Millis = SECOND;
/** Fewer than ten requests a minute with the robots.txt that an article may need first. */
const PER_MINUTE = 8;
/** Hosts that are remembered before those are forgotten that nobody has asked for a minute. */
const MANY = 500;

interface Host {
  tail: Promise<unknown>;
  waiting: number;
  /** The latest starts, as many as a minute may have. */
  starts: readonly Millis[];
  endedAt: Millis;
}

const waitOf = ({ starts, endedAt }: Host, now: Millis): Millis => {
  const [first = 0] = starts;
  const window = starts.length < PER_MINUTE ? 0 : first + MINUTE - now;
  return Math.max(0, window, endedAt + PAUSE - now);
};

/**
 * Tasks of one host (name and port) run one after the other with a pause between, and no more of them in a minute than
 * hosts bear; hosts do not wait for each other.
 */
export const createHostQueue = ({
  clock,
  isFree = false,
  sleep = (time, signal) => sleepFor(time, undefined, signal && { signal }),
}: HostQueueOptions): HostQueue => {
  const hosts = new Map<string, Host>();

  const forgetIdle = (): void => {
    const since = clock.monotonic() - MINUTE;
    for (const [name, { waiting, endedAt }] of hosts)
      if (waiting === 0 && endedAt < since) hosts.delete(name);
  };

  const hostOf = (name: string): Host => {
    const known = hosts.get(name);
    if (known !== undefined) return known;
    if (hosts.size >= MANY) forgetIdle();
    const host = { tail: Promise.resolve(), waiting: 0, starts: [], endedAt: Number.NEGATIVE_INFINITY };
    hosts.set(name, host);
    return host;
  };

  const take = async <T>(host: Host, task: () => Promise<T>, signal?: AbortSignal): Promise<T> => {
    const wait = isFree ? 0 : waitOf(host, clock.monotonic());
    if (wait > 0) await sleep(wait, signal);
    signal?.throwIfAborted();
    host.starts = [...host.starts, clock.monotonic()].slice(-PER_MINUTE);
    try {
      return await task();
    } finally {
      host.endedAt = clock.monotonic();
    }
  };

  return (name, task, signal) => {
    const host = hostOf(name);
    const next = () => take(host, task, signal);
    const run = host.tail.then(next, next).finally(() => {
      host.waiting--;
    });
    host.waiting++;
    host.tail = run;
    return run;
  };
};
