import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { Agent } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Telegram } from 'telegraf';
import { readSettings } from '../../../src/config/settings.ts';
import { createDelivery } from '../../../src/delivery/deliver.ts';
import { createMatchIndex } from '../../../src/delivery/match-index.ts';
import { createPlaces } from '../../../src/delivery/places.ts';
import { createSubscriptionBook } from '../../../src/delivery/subscription-book.ts';
import type { Destination } from '../../../src/domain/destination.ts';
import type { Incident } from '../../../src/domain/incident.ts';
import { systemClock } from '../../../src/ops/clock.ts';
import { createCall } from '../../../src/platforms/telegram/call.ts';
import type { TelegramPayload } from '../../../src/platforms/telegram/render.ts';
import { createTelegramMessenger } from '../../../src/platforms/telegram/send.ts';
import { createSteps } from '../../../src/steps.ts';
import { openStore } from '../../../src/storage/open.ts';
import { paceOf } from '../../../src/wiring/pace.ts';
import { alert, broadcast, incident, subscription } from './builders.ts';
import { SILENT_LOGGER } from './world.ts';

const TOKEN = '123456:loopback-token';

export interface DrainStage {
  readonly chats: readonly Destination[];
  /** telegraf alone, on the connections that the desk uses too, sends a chat what the desk would. */
  sendBare(destination: Destination): Promise<unknown>;
  /** Sends one alert about a new incident to all chats; resolves when all is sent and recorded. */
  announce(id: string): Promise<void>;
  /** How many messages the server has accepted. */
  accepted(): Promise<number>;
  close(): Promise<void>;
}

/** The desk with its limits off, on a SQLite file, with the words and the client of the bot, before a server that accepts all. */
export const openDrainStage = async (count: number): Promise<DrainStage> => {
  const folder = mkdtempSync(join(tmpdir(), 'curbwatch-drain-'));
  const server = fork(join(import.meta.dirname, '../../support/accepting-server.mjs'), { execArgv: [] });
  const [port] = (await once(server, 'message')) as [number];
  const agent = new Agent({ keepAlive: true });
  const telegraf = new Telegram(TOKEN, { apiRoot: `http://127.0.0.1:${port}`, agent });
  const store = await openStore(`sqlite://${join(folder, 'store.sqlite')}`, {
    clock: systemClock,
    logger: SILENT_LOGGER,
    onLeaseLost: () => undefined,
  });
  const { words, catalogue } = createSteps();
  const index = createMatchIndex(createPlaces(catalogue.jurisdictions));
  const subscriptions = createSubscriptionBook(store.subscriptions, index);
  const chats = Array.from(
    { length: count },
    (_, at) => ({ platform: 'telegram', chat: `${at + 1}` }) as const,
  );
  for (const destination of chats) await subscriptions.save(subscription({ destination }));
  const incidents = new Map<string, Incident>();
  const messenger = createTelegramMessenger(createCall(telegraf));
  const desk = createDelivery({
    ...{ outbox: store.outbox, sentMessages: store.sentMessages, subscriptions, words },
    incident: (id) => incidents.get(id),
    readFacts: index.readFacts,
    messengers: new Map([['telegram', messenger]]),
    pace: paceOf(readSettings({ TELEGRAM_PER_SECOND: 'unlimited' })),
    clock: systemClock,
    logger: SILENT_LOGGER,
  });
  const sample = words.alert(incident(), alert(), { language: 'en', zone: 'UTC' });
  const payload = messenger.render(sample).payload as TelegramPayload;
  return {
    chats,
    sendBare: ({ chat: id }) => telegraf.callApi('sendMessage', { ...payload, chat_id: id }),
    async announce(id) {
      const now = systemClock.now();
      const about = incident({ id, openedAt: now, updatedAt: now });
      const to = index.recipients(about);
      const owed = broadcast(to, { id, createdAt: now, alert: alert({ incidentId: id, at: now }) });
      await store.outbox.add([owed]);
      incidents.clear();
      incidents.set(id, about);
      desk.enqueue([owed]);
      await desk.idle();
      await desk.tick();
    },
    async accepted() {
      server.send('count');
      const [accepted] = (await once(server, 'message')) as [number];
      return accepted;
    },
    async close() {
      await desk.stop();
      agent.destroy();
      server.disconnect();
      await store.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
};
