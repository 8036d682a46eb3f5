import type { Redis } from 'ioredis';
import type { Logger } from '../../domain/ports.ts';
import type { QueueServer } from './open-queue-server.ts';

const KEY = 'curbwatch:changes';
/** Whoever reads is never so far behind: what it missed it would read from the store at its start. */
const MOST_KEPT = 100_000;
const WAIT_MS = 5000;
const PAGE = 500;
const REST_MS = 500;
const MOST_TRIES = 60;

/** What processes tell one another: each change once, in one order, from the moment of `openChanges` on. */
export interface Changes<T> {
  tell(changes: readonly T[]): Promise<void>;
  /** Hears what others tell, not what we told. */
  start(hear: (change: T) => Promise<void> | void): void;
  stop(): void;
}

type Page = readonly (readonly [stream: string, lines: readonly (readonly [id: string, string[]])[]])[];

const latestId = async (redis: Redis): Promise<string> => {
  const [latest] = await redis.xrevrange(KEY, '+', '-', 'COUNT', 1);
  return latest?.[0] ?? '0-0';
};

/** A Redis stream: a reader that was cut off goes on where it was. Opened before the store is read, nothing falls between. */
export const openChanges = async <T>(
  server: QueueServer,
  self: string,
  logger: Logger,
): Promise<Changes<T>> => {
  let from = await latestId(server.redis);
  let reader: Redis | undefined;

  const hearOne = async (line: string[], hear: (change: T) => Promise<void> | void): Promise<void> => {
    const [, teller, , text = 'null'] = line;
    if (teller === self) return;
    // The store may be away for a moment: whoever went on without the change would never know.
    for (let tries = 1; ; tries++) {
      try {
        return await hear(JSON.parse(text));
      } catch (error) {
        logger.error('change.unheard', { error, tries });
        if (tries === MOST_TRIES) return;
        await new Promise((resolve) => setTimeout(resolve, REST_MS));
      }
    }
  };

  const run = async (connection: Redis, hear: (change: T) => Promise<void> | void): Promise<void> => {
    while (reader === connection) {
      try {
        const pages = (await connection.xread(
          'COUNT',
          PAGE,
          'BLOCK',
          WAIT_MS,
          'STREAMS',
          KEY,
          from,
        )) as Page | null;
        for (const [id, line] of pages?.[0]?.[1] ?? []) {
          await hearOne(line, hear);
          from = id;
        }
      } catch (error) {
        if (reader !== connection) return;
        logger.warn('changes.unread', { error });
        await new Promise((resolve) => setTimeout(resolve, REST_MS));
      }
    }
  };

  return {
    async tell(changes) {
      if (changes.length === 0) return;
      const lines = server.redis.pipeline();
      for (const change of changes)
        lines.xadd(KEY, 'MAXLEN', '~', MOST_KEPT, '*', 'by', self, 'change', JSON.stringify(change));
      for (const [error] of (await lines.exec()) ?? []) if (error !== null) throw error;
    },
    start(hear) {
      reader = server.another();
      void run(reader, hear);
    },
    stop() {
      const old = reader;
      reader = undefined;
      old?.disconnect();
    },
  };
};
