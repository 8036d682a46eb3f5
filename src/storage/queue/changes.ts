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
  /**
   * Takes out what was told so far and `isMeant`, by whomever; whoever has not read it yet hears `instead`. Once it
   * resolves nobody can read those changes any more. What another process tells at that moment may stay.
   */
  erase(isMeant: (change: T) => boolean, instead: T): Promise<void>;
  /** Hears what others tell, not what we told. */
  start(hear: (change: T) => Promise<void> | void): void;
  stop(): void;
}

type Page = readonly (readonly [stream: string, lines: readonly (readonly [id: string, string[]])[]])[];

const latestId = async (redis: Redis): Promise<string> => {
  const [latest] = await redis.xrevrange(KEY, '+', '-', 'COUNT', 1);
  return latest?.[0] ?? '0-0';
};

/** What stands in the stream before `last`. Ranges that leave out their ends are not in every Redis. */
async function* before(redis: Redis, last: string | null): AsyncGenerator<readonly [string, string[]][]> {
  for (let from = '-'; from !== last; ) {
    const page = await redis.xrange(KEY, from, last ?? '+', 'COUNT', PAGE);
    const end = page.at(-1)?.[0];
    yield page.filter(([id]) => id !== from && id !== last);
    if (end === undefined || end === from) return;
    from = end;
  }
}

/** A Redis stream: a reader that was cut off goes on where it was. Opened before the store is read, nothing falls between. */
export const openChanges = async <T>(
  server: QueueServer,
  self: string,
  logger: Logger,
): Promise<Changes<T>> => {
  let from = await latestId(server.redis);
  let reader: Redis | undefined;

  const changeOf = ([, , , text = 'null']: string[]): T => JSON.parse(text);

  const hearOne = async (line: string[], hear: (change: T) => Promise<void> | void): Promise<void> => {
    const [, teller] = line;
    if (teller === self) return;
    // The store may be away for a moment: whoever went on without the change would never know.
    for (let tries = 1; ; tries++) {
      try {
        return await hear(changeOf(line));
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

  const add = (change: T) =>
    [KEY, 'MAXLEN', '~', MOST_KEPT, '*', 'by', self, 'change', JSON.stringify(change)] as const;

  return {
    // A stream's entries cannot be rewritten, but taking one out disturbs no reader: it goes on after an id, there or not.
    async erase(isMeant, instead) {
      const { redis } = server;
      // First, so that a crash in between leaves too much, and no reader without a word.
      const last = await redis.xadd(...add(instead));
      for await (const page of before(redis, last)) {
        const meant = page.filter(([, line]) => isMeant(changeOf(line))).map(([id]) => id);
        if (meant.length > 0) await redis.xdel(KEY, ...meant);
      }
    },
    async tell(changes) {
      if (changes.length === 0) return;
      const lines = server.redis.pipeline();
      for (const change of changes) lines.xadd(...add(change));
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
