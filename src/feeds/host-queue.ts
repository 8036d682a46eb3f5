import type { Millis } from '../domain/instant.ts';
import type { Clock } from '../domain/ports.ts';

export interface HostQueueOptions {
  readonly clock: Clock;
  /** Least time between the end of one request to a host and the start of the next. */
  readonly pause: Millis;
  readonly sleep: (time: Millis) => Promise<void>;
}

export type HostQueue = <T>(host: string, task: () => Promise<T>) => Promise<T>;

/** Tasks of one host (name and port) run one after the other with a pause between; hosts do not wait for each other. */
export const createHostQueue = ({ clock, pause, sleep }: HostQueueOptions): HostQueue => {
  const tails = new Map<string, Promise<unknown>>();
  const endedAt = new Map<string, Millis>();

  const rest = async (host: string): Promise<void> => {
    const before = endedAt.get(host);
    const wait = before === undefined ? 0 : before + pause - clock.monotonic();
    if (wait > 0) await sleep(wait);
  };

  const runAfter = async <T>(
    previous: Promise<unknown>,
    host: string,
    task: () => Promise<T>,
  ): Promise<T> => {
    await previous.catch(() => undefined);
    await rest(host);
    try {
      return await task();
    } finally {
      endedAt.set(host, clock.monotonic());
    }
  };

  return (host, task) => {
    const run = runAfter(tails.get(host) ?? Promise.resolve(), host, task);
    tails.set(host, run);
    const forget = (): void => {
      if (tails.get(host) === run) tails.delete(host);
    };
    run.then(forget, forget);
    return run;
  };
};
