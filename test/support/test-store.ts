import { startPostgres } from './postgres-server.ts';
import { startRedis, type TestServer } from './redis-server.ts';

/** Where a bot under test keeps what lasts. */
export interface TestStore {
  readonly url: string;
  /** What its settings say of it: `STORE_URL`, and `QUEUE_URL` where it shares its work. */
  readonly settings: Readonly<Record<string, string>>;
  close(): Promise<void>;
}

const SERVERS: Readonly<Record<string, () => Promise<TestServer>>> = {
  redis: () => startRedis(),
  postgres: startPostgres,
};

/** The store of a bot that is alone is at `alone`, unless TEST_SERVERS says `redis` or `postgres`; several share a Redis. */
export const openTestStore = async (alone: string, several = false): Promise<TestStore> => {
  const name = several ? 'redis' : process.env.TEST_SERVERS;
  if (name === undefined) return { url: alone, settings: { STORE_URL: alone }, close: async () => undefined };
  const start = SERVERS[name];
  if (start === undefined) throw new Error(`TEST_SERVERS=${name}: only redis and postgres can be started`);
  const server = await start();
  const { url } = server;
  return {
    url,
    settings: { STORE_URL: url, ...(name === 'redis' && { QUEUE_URL: url }) },
    close: server.stop,
  };
};
