import { setTimeout as wait } from 'node:timers/promises';
import { describe, expect, test } from '@jest/globals';
import { ROLES } from '../../src/config/roles.ts';
import { readSettings } from '../../src/config/settings.ts';
import { createDelivery } from '../../src/delivery/deliver.ts';
import { createMatchIndex } from '../../src/delivery/match-index.ts';
import { createPlaces } from '../../src/delivery/places.ts';
import type { Messenger } from '../../src/domain/ports.ts';
import { systemClock } from '../../src/ops/clock.ts';
import { openStore } from '../../src/storage/open.ts';
import { openCompany } from '../../src/wiring/open-company.ts';
import { paceOf } from '../../src/wiring/pace.ts';
import { createReport } from '../support/chaos-report.ts';
import { startRedis } from '../support/redis-server.ts';
import { broadcast, chat, incident, subscription } from './support/builders.ts';
import { PLAIN_WORDS, SILENT_LOGGER } from './support/world.ts';

const CHATS = Number(process.env.CHAOS_CHATS ?? 600);
/** "About 30 messages per second" overall (https://core.telegram.org/bots/faq#broadcasting-to-users). */
const LIMIT = 30;

/** One platform before all workers: it counts in a sliding second, and refuses what is too much. */
const openPlatform = () => {
  const sent: number[] = [];
  const heard = new Map<string, number>();
  let refused = 0;
  const messenger: Messenger = {
    platform: 'telegram',
    render: () => ({ payload: '', plain: '' }),
    edit: async (_to, messageId) => ({ kind: 'sent', messageId }),
    async send(to) {
      await wait(10 + Math.random() * 40);
      const now = performance.now();
      if (sent.filter((at) => at > now - 1000).length >= LIMIT) {
        refused++;
        return { kind: 'later', afterMs: 1000, why: '429' };
      }
      sent.push(now);
      heard.set(to.chat, (heard.get(to.chat) ?? 0) + 1);
      return { kind: 'sent', messageId: `${sent.length}` };
    },
  };
  return { messenger, sent, heard, refused: () => refused };
};

const mostInASecond = (times: readonly number[]): number => {
  let most = 0;
  let from = 0;
  for (const [at, time] of times.entries()) {
    while ((times[from] ?? 0) <= time - 1000) from++;
    most = Math.max(most, at - from + 1);
  }
  return most;
};

describe('the overall limit of a platform', () => {
  const report = createReport('company-pace');

  test.each([1, 3, 8])(
    'holds over %i workers together',
    async (count) => {
      const redis = await startRedis();
      const options = { clock: systemClock, logger: SILENT_LOGGER, onLeaseLost: () => undefined };
      const store = await openStore(redis.url, options);
      const to = Array.from({ length: CHATS }, (_, at) => chat(at + 1));
      for (const destination of to) await store.subscriptions.save(subscription({ destination }));
      const subject = incident();
      await store.incidents.save([subject]);
      const platform = openPlatform();
      const index = createMatchIndex(createPlaces([]));
      const settings = { storeUrl: redis.url, queueUrl: redis.url, roles: new Set(ROLES) };
      const workers = await Promise.all(
        Array.from({ length: count }, async () => {
          const ties = await openCompany(settings, options);
          const of = { pace: paceOf(readSettings({})), incident: () => undefined };
          const desk = ties.desk(of, (own) =>
            createDelivery({
              ...{ ...own, sentMessages: ties.store.sentMessages, subscriptions: ties.store.subscriptions },
              ...{
                readFacts: index.readFacts,
                words: PLAIN_WORDS,
                clock: systemClock,
                logger: SILENT_LOGGER,
              },
              messengers: new Map([['telegram', platform.messenger]]),
            }),
          );
          return { ties, desk };
        }),
      );
      const tick = (): Promise<unknown> => Promise.all(workers.map(({ desk }) => desk.tick()));
      for (let round = 0; round < 6; round++) await tick();
      // Until each share has settled.
      await wait(1500);
      const [first] = workers;
      await first?.ties.store.outbox.add([broadcast(to)]);
      const startedAt = performance.now();
      const ticking = setInterval(() => void tick(), 1000);
      first?.desk.enqueue([]);
      while (platform.heard.size < CHATS && performance.now() - startedAt < 180_000) await wait(50);
      const seconds = (performance.now() - startedAt) / 1000;
      clearInterval(ticking);
      for (const { desk, ties } of workers) {
        await desk.stop();
        await ties.close();
      }
      await store.close();
      await redis.stop();
      const twice = [...platform.heard.values()].filter((times) => times > 1).length;
      const figures = {
        ...{ workers: count, chats: CHATS, lost: CHATS - platform.heard.size, twice },
        ...{ refused: platform.refused(), mostInASecond: mostInASecond(platform.sent) },
        perSecond: Number((CHATS / seconds).toFixed(1)),
      };
      report('limits on', figures);
      expect(figures).toMatchObject({ lost: 0, twice: 0, refused: 0 });
      expect(figures.mostInASecond).toBeLessThanOrEqual(LIMIT);
      // Three whole messages a second each of eight, where the limit would be 3.75, and the slowest worker is waited for.
      expect(figures.perSecond).toBeGreaterThan(14);
    },
    300_000,
  );
});
