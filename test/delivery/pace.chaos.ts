import { Agent } from 'node:http';
import { afterEach, describe, expect, test } from '@jest/globals';
import { Telegram } from 'telegraf';
import { readSettings } from '../../src/config/settings.ts';
import { createDelivery } from '../../src/delivery/deliver.ts';
import { createMatchIndex } from '../../src/delivery/match-index.ts';
import { createPlaces } from '../../src/delivery/places.ts';
import { createSubscriptionBook } from '../../src/delivery/subscription-book.ts';
import { destinationKey } from '../../src/domain/destination.ts';
import { systemClock } from '../../src/ops/clock.ts';
import { createCall } from '../../src/platforms/telegram/call.ts';
import { createTelegramMessenger } from '../../src/platforms/telegram/send.ts';
import { paceOf } from '../../src/wiring/pace.ts';
import { createReport } from '../support/chaos-report.ts';
import { startTelegramServer, type TelegramServer } from '../support/telegram-server.ts';
import { alert, broadcast, incident, subscription } from './support/builders.ts';
import { createMemoryStore, emptyDisk } from './support/memory-store.ts';
import { PLAIN_WORDS, SILENT_LOGGER } from './support/world.ts';

const CHATS = Number(process.env.CHAOS_CHATS ?? 3000);

/** The desk at its shipped pace, with telegraf, before a Telegram that keeps its limits. */
const openPaced = async (chats: number) => {
  const server = await startTelegramServer({ limits: true });
  const destinations = Array.from({ length: chats }, () => {
    const chat = server.privateChat(server.person('Reader'));
    chat.bot = 'member';
    return { platform: 'telegram', chat: String(chat.id) } as const;
  });
  const disk = emptyDisk();
  for (const destination of destinations)
    disk.subscriptions.set(destinationKey(destination), subscription({ destination }));
  const store = createMemoryStore(disk);
  const index = createMatchIndex(createPlaces([]));
  const agent = new Agent({ keepAlive: true });
  const accepted: { readonly at: number; readonly text: string }[] = [];
  const refused: number[] = [];
  const real = createTelegramMessenger(
    createCall(new Telegram(server.token, { apiRoot: server.url, agent })),
  );
  const messenger: typeof real = {
    ...real,
    send: async (destination, message, id) => {
      const outcome = await real.send(destination, message, id);
      if (outcome.kind === 'sent') accepted.push({ at: performance.now(), text: message.plain });
      if (outcome.kind === 'later') refused.push(performance.now());
      return outcome;
    },
  };
  const desk = createDelivery({
    outbox: store.outbox,
    sentMessages: store.sentMessages,
    subscriptions: createSubscriptionBook(store.subscriptions, index),
    incident: (id) => disk.incidents.get(id),
    readFacts: index.readFacts,
    messengers: new Map([['telegram', messenger]]),
    pace: paceOf(readSettings({})),
    words: PLAIN_WORDS,
    clock: systemClock,
    logger: SILENT_LOGGER,
  });
  const send = async (id: string, severity: 'critical' | 'medium', to = destinations): Promise<void> => {
    const now = systemClock.now();
    const about = incident({ id, severity, openedAt: now });
    const owed = broadcast(to, { id, severity, createdAt: now, alert: alert({ incidentId: id, at: now }) });
    await store.outbox.add([owed]);
    disk.incidents.set(id, about);
    desk.enqueue([owed]);
  };
  const close = async (): Promise<void> => {
    await desk.stop();
    agent.destroy();
    await server.close();
  };
  return { server, desk, accepted, refused, destinations, send, close };
};

describe("the pace before Telegram's limits", () => {
  const report = createReport('pace');
  let stage: Awaited<ReturnType<typeof openPaced>>;
  let server: TelegramServer;
  afterEach(() => stage.close());

  test('one alert to all chats takes at most 1.15 of the theoretical time, with no 429 after the first second', async () => {
    stage = await openPaced(CHATS);
    server = stage.server;
    const start = performance.now();
    await stage.send('broadcast', 'medium');
    await stage.desk.idle();
    const seconds = (performance.now() - start) / 1000;
    const theoretical = CHATS / 28;
    const late = stage.refused.filter((at) => at - start > 1000).length;
    report('one alert', {
      chats: CHATS,
      seconds,
      ratio: seconds / theoretical,
      refusedAfterFirstSecond: late,
      refusedAtMs: stage.refused.map((at) => Math.round(at - start)),
    });
    expect(server.sends).toHaveLength(CHATS);
    expect(late).toBe(0);
    expect(seconds / theoretical).toBeLessThanOrEqual(1.15);
  }, 600_000);

  test('a critical alert overtakes a running broadcast within a second', async () => {
    stage = await openPaced(400);
    await stage.send('broadcast', 'medium');
    await new Promise((resolve) => setTimeout(resolve, 3000));
    const start = performance.now();
    await stage.send('urgent', 'critical', stage.destinations.slice(-10));
    await new Promise((resolve) => setTimeout(resolve, 4000));
    const urgent = stage.accepted.filter(({ text }) => text.includes('urgent')).map(({ at }) => at - start);
    report('critical', { firstMs: urgent[0], lastMs: urgent.at(-1), accepted: urgent.length });
    expect(urgent).toHaveLength(10);
    expect(urgent[0]).toBeLessThanOrEqual(1000);
  }, 60_000);
});
