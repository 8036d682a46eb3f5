// Part of `npm run bench`, and alone after a build: `node test/bench/servers.mjs`. What the stores and the queues cost: outbox written and drained
// on each, and 1,000,000 subscriptions on Redis (BENCH_SUBSCRIPTIONS for another number). Starts redis-server itself; without one it says so.
import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { setTimeout as wait } from 'node:timers/promises';
import { entryOf, feed } from './entry.mjs';
import { grown, median, row, wallOf } from './report.mjs';
import { subscriptionOf } from './subscription.mjs';

const root = new URL('../../', import.meta.url);
const dist = (path) => import(new URL(`dist/${path}`, root).href);
const { openStore } = await dist('storage/open.js');
const { createDelivery } = await dist('delivery/deliver.js');
const { createMatchIndex } = await dist('delivery/match-index.js');
const { createPlaces } = await dist('delivery/places.js');
const { createSubscriptionBook } = await dist('delivery/subscription-book.js');
const { createSteps } = await dist('steps.js');
const { systemClock } = await dist('ops/clock.js');
const { openCompany } = await dist('wiring/open-company.js');
const steps = createSteps();
const ignore = () => undefined;
const silent = { debug: ignore, info: ignore, warn: ignore, error: ignore };
const options = { clock: systemClock, logger: silent, onLeaseLost: ignore };
const folder = mkdtempSync(`${tmpdir()}/curbwatch-bench-`);

const freePort = () =>
  new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
const hasRedis = spawnSync('redis-server', ['--version']).status === 0;
const port = await freePort();
const redis = hasRedis
  ? spawn(
      'redis-server',
      ['--port', port, '--bind', '127.0.0.1', '--dir', folder, '--appendonly', 'yes', '--save', ''],
      { stdio: 'ignore' },
    )
  : undefined;
await wait(1500);
const redisUrl = (database) => `redis://127.0.0.1:${port}/${database}`;
const end = () => {
  redis?.kill('SIGKILL');
  rmSync(folder, { recursive: true, force: true });
};

const halfForNigeria = (at) => subscriptionOf(at + 1, { jurisdictions: at % 2 === 0 ? ['NG'] : [] });

const entry = entryOf({ title: 'Nigeria blocks Binance', language: 'en' }, 'e', Date.now());
const [{ incident }] = steps
  .createCorrelator()
  .correlate({ entry, feed, reports: steps.classify(entry, feed).reports }, Date.now());
const alertOf = (id) => ({ incidentId: id, revision: 1, change: 'opened', reasons: [], at: Date.now() });
const broadcastsOf = (id, to) =>
  Array.from({ length: Math.ceil(to.length / 1000) }, (_, part) => ({
    ...{
      v: 1,
      id: `${id}-${part}`,
      alert: alertOf(id),
      severity: 'critical',
      createdAt: Date.now(),
      held: false,
    },
    to: to.slice(part * 1000, part * 1000 + 1000),
  }));
const pace = () => ({
  perSecond: Number.POSITIVE_INFINITY,
  burst: 1,
  concurrency: 128,
  handful: 5,
  chatLimits: () => [],
});

const places = createPlaces(steps.catalogue.jurisdictions);
const OWED = [1_000, 4_000, 16_000];

/** The same desk on each: written, then sent to a platform that accepts at once. */
const outboxOn = async (name, open) => {
  const { store, desk: openDesk, close } = await open();
  const index = createMatchIndex(places);
  const book = createSubscriptionBook(store.subscriptions, index);
  const all = [];
  for (let at = 0; at < OWED.at(-1); at++) {
    const subscription = halfForNigeria(at);
    all.push(subscription.destination);
    await store.subscriptions.save(subscription);
  }
  let sent = 0;
  const messenger = {
    ...{ platform: 'telegram', render: (card) => ({ payload: card, plain: '' }) },
    send: async () => ({ kind: 'sent', messageId: `${++sent}` }),
    edit: async (_, messageId) => ({ kind: 'sent', messageId }),
  };
  const desk = openDesk((own) =>
    createDelivery({
      ...{ sentMessages: store.sentMessages, subscriptions: book, words: steps.words, clock: systemClock },
      ...{ incident: store.incidents.get, readFacts: index.readFacts, logger: silent, pace, ...own },
      messengers: new Map([['telegram', messenger]]),
    }),
  );
  await desk.start();
  for (let round = 0; round < 4; round++) await desk.tick();
  /** Medians of three: ms until written, ms until all are sent and recorded. */
  const tellAll = async (to) => {
    const times = { written: [], drained: [] };
    for (let round = 0; round < 3; round++) {
      const id = `bench-${to.length}-${round}`;
      await store.incidents.save([{ ...incident, id, revision: 1, severity: 'critical' }]);
      const owed = broadcastsOf(id, to);
      times.written.push(await wallOf(() => store.outbox.add(owed)));
      sent = 0;
      const drain = async () => {
        desk.enqueue(owed);
        while (sent < to.length) await wait(5);
      };
      times.drained.push(await wallOf(drain));
    }
    return { written: median(times.written), drained: median(times.drained) };
  };
  const told = [];
  for (const count of OWED) told.push(await tellAll(all.slice(0, count)));
  grown(
    `outbox on ${name}, written, ms`,
    OWED,
    told.map(({ written }) => written),
    'chats of one alert',
  );
  grown(
    `outbox on ${name}, drained, ms`,
    OWED,
    told.map(({ drained }) => drained),
    `${Math.round(OWED.at(-1) / (told.at(-1).drained / 1000))} a second; no network`,
  );
  await desk.stop();
  await close();
};

const alone = (url) => async () => {
  const store = await openStore(url, options);
  return { store, desk: (open) => open({ outbox: store.outbox }), close: () => store.close() };
};
const shared = (url) => async () => {
  const settings = { storeUrl: url, queueUrl: url, roles: new Set(['deliver']) };
  const ties = await openCompany(settings, options);
  const of = { pace, incident: ties.store.incidents.get };
  return { store: ties.store, desk: (open) => ties.desk(of, open), close: () => ties.close() };
};

await outboxOn('SQLite', alone(`sqlite://${folder}/store.sqlite`));
if (redis === undefined) {
  row('redis-server', 'not installed', 'no figures for Redis');
  end();
  process.exit(0);
}
await outboxOn('Redis, one process', alone(redisUrl(0)));
await outboxOn('Redis and BullMQ, a worker', shared(redisUrl(1)));

/** What so many subscriptions on Redis cost a process that decides. */
const withSubscriptions = async (size) => {
  const filling = await openStore(redisUrl(2), options);
  for (let from = 0; from < size; from += 2000)
    await Promise.all(
      Array.from({ length: Math.min(2000, size - from) }, (_, at) =>
        filling.subscriptions.save(halfForNigeria(from + at)),
      ),
    );
  await filling.close();
  const settings = { storeUrl: redisUrl(2), queueUrl: redisUrl(2), roles: new Set(['decide']) };
  const ties = await openCompany(settings, options);
  const index = createMatchIndex(places);
  const book = createSubscriptionBook(ties.store.subscriptions, index);
  const read = await wallOf(() => book.load());
  const to = index.recipients(incident);
  const matches = [];
  for (let round = 0; round < 9; round++) matches.push(await wallOf(async () => index.recipients(incident)));
  const owed = broadcastsOf(`big-${size}`, to);
  const written = await wallOf(() => ties.store.outbox.add(owed));
  const resident = process.memoryUsage().rss / 1e6;
  await ties.close();
  return { read, matched: median(matches), written, resident };
};

const KEPT = [10_000, 100_000, Number(process.env.BENCH_SUBSCRIPTIONS ?? 1_000_000)];
const costs = [];
for (const size of KEPT) costs.push(await withSubscriptions(size));
for (const [what, name] of [
  ['read', 'subscriptions on Redis, start-up, ms'],
  ['matched', '  an alert for all of them matched, ms'],
  ['written', '  and written into the queues, ms'],
  ['resident', '  resident, MB'],
])
  grown(
    name,
    KEPT,
    costs.map((cost) => cost[what]),
  );
end();
process.exit(0);
