import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { Store } from '../../src/domain/ports.ts';
import { systemClock } from '../../src/ops/clock.ts';
import { openStore } from '../../src/storage/open.ts';
import { openQueueServer, type QueueServer } from '../../src/storage/queue/open-queue-server.ts';
import { redisMissing, startRedis, type TestRedis } from './redis-server.ts';
import { createTestLogger } from './store-fixtures.ts';

/** An empty Redis for each test, and what a process opens on it. */
export interface QueueStage {
  readonly url: () => string;
  /** Closes it after the test. */
  keep<T extends { close(): Promise<void> }>(one: T): T;
  /** Connections of one process more. */
  server(): Promise<QueueServer>;
  store(): Promise<Store>;
}

/** Tests on a real redis-server; left out, and said so, where none is installed. */
export const describeWithRedis = (name: string, tests: (stage: QueueStage) => void): void => {
  if (redisMissing !== undefined) {
    process.stderr.write(`skipped: ${name}: ${redisMissing}\n`);
    describe.skip(`${name} (${redisMissing})`, () => {
      test('is tried where it is installed', () => expect(redisMissing).toBeUndefined());
    });
    return;
  }
  describe(name, () => {
    let redis: TestRedis;
    let url = '';
    let open: { close(): Promise<void> }[] = [];
    beforeAll(async () => {
      redis = await startRedis();
    });
    beforeEach(async () => {
      url = await redis.freshDatabase();
    });
    afterEach(async () => {
      for (const one of open) await one.close();
      open = [];
    });
    afterAll(() => redis.stop());
    const keep = <T extends { close(): Promise<void> }>(one: T): T => {
      open.push(one);
      return one;
    };
    const logger = createTestLogger();
    tests({
      url: () => url,
      keep,
      server: async () => keep(await openQueueServer(url, logger)),
      store: async () =>
        keep(await openStore(url, { clock: systemClock, logger, onLeaseLost: () => undefined })),
    });
  });
};
