import { setImmediate } from 'node:timers/promises';
import type { Broadcast, DeferredDelivery, SentMessage } from '../domain/delivery.ts';
import type { Destination } from '../domain/destination.ts';
import { type Millis, SECOND } from '../domain/instant.ts';
import type { Logger, Outbox, SentMessages, Subscriptions } from '../domain/ports.ts';
import type { After } from './after.ts';

/** What is to be remembered of deliveries, in the order in which it must reach the store. */
export interface Batch {
  /** Broadcasts that are owed to fewer than before. */
  readonly lessened?: readonly Broadcast[];
  readonly sent?: readonly SentMessage[];
  readonly deferred?: readonly DeferredDelivery[];
  /** To a place whose subscription is written after it. */
  readonly ahead?: readonly DeferredDelivery[];
  readonly settled?: readonly string[];
  /** Broadcasts of which nothing is owed any more. */
  readonly finished?: readonly string[];
}

/**
 * Writes what became of deliveries, many in one go: what comes in while a write is under way goes with the next.
 * Whoever waits for the promise sends nothing more, so that a store that fails also stops the sending. Of a place that
 * has left nothing is written: what was under way to it would be kept of who had everything deleted.
 */
export interface Recorder {
  /** Resolves once it is written; tries for ever while the store fails. */
  record(batch: Batch): Promise<void>;
  /** Asks the store for something else until it answers; rejects only after the close. */
  insist<T>(ask: () => Promise<T>): Promise<T>;
  /** Gives up what the store still refuses. Resolves once nothing is being written. */
  close(): Promise<void>;
}

export interface RecorderParts {
  readonly outbox: Outbox;
  readonly sentMessages: SentMessages;
  readonly subscriptions: Pick<Subscriptions, 'get'>;
  readonly logger: Logger;
  readonly after: After;
}

const LONGEST_PAUSE: Millis = 10 * SECOND;

export const createRecorder = (parts: RecorderParts): Recorder => {
  const { outbox, sentMessages, subscriptions, logger, after } = parts;
  let waiting: { readonly batch: Batch; readonly done: () => void }[] = [];
  let writing: Promise<void> | undefined;
  let closed = false;
  const sleepers = new Set<() => void>();

  const pick = <T>(entries: typeof waiting, read: (batch: Batch) => readonly T[] | undefined): T[] =>
    entries.flatMap(({ batch }) => read(batch) ?? []);

  const ofThoseHere = async <T extends { readonly destination: Destination }>(
    records: readonly T[],
  ): Promise<readonly T[]> => {
    const found = await Promise.all(records.map(({ destination }) => subscriptions.get(destination)));
    return records.filter((_, at) => found[at] !== undefined);
  };

  /** A crash between two of these leaves something owed that `sentMessages` or `deferred` shows to be done. */
  const write = async (entries: typeof waiting): Promise<void> => {
    const lessened = pick(entries, ({ lessened }) => lessened);
    const sent = await ofThoseHere(pick(entries, ({ sent }) => sent));
    const here = await ofThoseHere(pick(entries, ({ deferred }) => deferred));
    const deferred = [...here, ...pick(entries, ({ ahead }) => ahead)];
    const settled = pick(entries, ({ settled }) => settled);
    const finished = pick(entries, ({ finished }) => finished);
    if (lessened.length > 0) await outbox.add(lessened);
    if (sent.length > 0) await sentMessages.add(sent);
    if (deferred.length > 0) await outbox.defer(deferred);
    if (settled.length > 0) await outbox.settle(settled);
    if (finished.length > 0) await outbox.remove(finished);
  };

  const pause = (ms: Millis): Promise<void> =>
    new Promise((resolve) => {
      const wake = (): void => {
        cancel();
        sleepers.delete(wake);
        resolve();
      };
      const cancel = after(ms, wake);
      sleepers.add(wake);
    });

  const isWritten = async (entries: typeof waiting, refusals: number): Promise<boolean> => {
    try {
      await write(entries);
      return true;
    } catch (error) {
      logger.error('delivery-record-failed', { error, entries: entries.length, refusals });
      return false;
    }
  };

  /** They are written: what came in behind them is next. */
  const release = (entries: typeof waiting): void => {
    waiting = waiting.slice(entries.length);
    for (const { done } of entries) done();
  };

  const writeAll = async (): Promise<void> => {
    /** In a row, of an entry that was alone. */
    let refusals = 0;
    let together = Number.POSITIVE_INFINITY;
    // Sends that end in the same turn of the event loop share a write.
    await setImmediate();
    while (waiting.length > 0) {
      const entries = waiting.slice(0, together);
      if (await isWritten(entries, refusals)) {
        refusals = 0;
        together *= 2;
        release(entries);
        continue;
      }
      // One write that is refused must not keep all others from the store: fewer together are tried at once.
      together = Math.max(1, Math.floor(entries.length / 2));
      if (entries.length > 1) continue;
      if (closed) return;
      await pause(Math.min(LONGEST_PAUSE, SECOND * 2 ** refusals));
      refusals++;
    }
  };

  const start = (): void => {
    writing ??= writeAll().finally(() => {
      writing = undefined;
      if (waiting.length > 0 && !closed) start();
    });
  };

  const insist = async <T>(ask: () => Promise<T>): Promise<T> => {
    for (let failures = 0; ; failures++) {
      try {
        return await ask();
      } catch (error) {
        logger.error('delivery-store-failed', { error, failures });
        if (closed) throw error;
        await pause(Math.min(LONGEST_PAUSE, SECOND * 2 ** failures));
      }
    }
  };

  return {
    insist,
    record: (batch) =>
      new Promise((done) => {
        waiting.push({ batch, done });
        start();
      }),
    async close() {
      closed = true;
      for (const wake of [...sleepers]) wake();
      await writing;
    },
  };
};
