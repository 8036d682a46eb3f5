// Part of `npm run bench`, and alone after a build: `node test/bench/servers.mjs`. What the stores and the queues cost: outbox written and drained
// on each, and 1,000,000 subscriptions on Redis (BENCH_SUBSCRIPTIONS for another number). Starts redis-server itself; without one it says so.
import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { setTimeout as wait } from 'node:timers/promises';
import { subscriptionOf } from './subscription.mjs';

const root = new URL('../../', import.meta.url);
const dist = (path) => import(new URL(`dist/${path}`, root).href);
const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];
const row = (name, value, note = '') =>
  process.stdout.write(`${name.padEnd(46)} ${value.padStart(14)}  ${note}\n`);
const timed = async (work) => {
  const from = performance.now();
  await work();
  return performance.now() - from;
};

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

const feed = {
  id: 'bench',
  url: '',
  publisher: 'bench',
  kind: 'press',
  every: { min: 1, max: 1 },
  enabled: true,
};
const entry = {
  ...{ id: 'e', feedId: 'bench', key: 'e', title: 'Nigeria blocks Binance', text: '', language: 'en' },
  ...{
    publisher: 'bench',
    publishedAt: Date.now(),
    publishedEstimated: false,
    firstSeenAt: 0,
    novelty: 'new',
    late: false,
  },
};
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
const DELIVERIES = Number(process.env.BENCH_DELIVERIES ?? 10_000);

/** The same desk on each: written, then sent to a platform that accepts at once. */
const outboxOn = async (name, open) => {
  const { store, desk: openDesk, close } = await open();
  const index = createMatchIndex(places);
  const book = createSubscriptionBook(store.subscriptions, index);
  const to = [];
  for (let at = 0; at < DELIVERIES; at++) {
    const subscription = halfForNigeria(at);
    to.push(subscription.destination);
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
  const writes = [];
  const drains = [];
  for (let round = 0; round < 3; round++) {
    const id = `bench-${round}`;
    await store.incidents.save([{ ...incident, id, revision: 1, severity: 'critical' }]);
    const owed = broadcastsOf(id, to);
    writes.push(await timed(() => store.outbox.add(owed)));
    sent = 0;
    drains.push(
      await timed(async () => {
        desk.enqueue(owed);
        while (sent < DELIVERIES) {
          await wait(20);
        }
      }),
    );
  }
  row(`outbox on ${name}, written, ms`, median(writes).toFixed(0), `one alert for ${DELIVERIES} chats`);
  row(
    `outbox on ${name}, drained a second`,
    (DELIVERIES / (median(drains) / 1000)).toFixed(0),
    'recorded as sent; no network',
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

for (const size of [10_000, 100_000, Number(process.env.BENCH_SUBSCRIPTIONS ?? 1_000_000)]) {
  const settings = { storeUrl: redisUrl(2), queueUrl: redisUrl(2), roles: new Set(['decide']) };
  const filling = await openStore(redisUrl(2), options);
  const fillTook = await timed(async () => {
    for (let from = 0; from < size; from += 2000)
      await Promise.all(
        Array.from({ length: Math.min(2000, size - from) }, (_, at) =>
          filling.subscriptions.save(halfForNigeria(from + at)),
        ),
      );
  });
  await filling.close();
  const ties = await openCompany(settings, options);
  const index = createMatchIndex(places);
  const book = createSubscriptionBook(ties.store.subscriptions, index);
  const loadTook = await timed(() => book.load());
  row(
    `${size} subscriptions on Redis, start-up, ms`,
    loadTook.toFixed(0),
    `read into the matcher; filled in ${(fillTook / 1000).toFixed(0)} s`,
  );
  const matched = [];
  let to = [];
  for (let round = 0; round < 9; round++)
    matched.push(
      await timed(async () => {
        to = index.recipients(incident);
      }),
    );
  row(`${size} subscriptions, match, ms`, median(matched).toFixed(1), `${to.length} recipients`);
  const owed = broadcastsOf(`big-${size}`, to);
  row(
    `${size} subscriptions, enqueue, ms`,
    (await timed(() => ties.store.outbox.add(owed))).toFixed(0),
    'into the shard queues',
  );
  row(`${size} subscriptions, resident, MB`, Math.round(process.memoryUsage().rss / 1e6).toString());
  await ties.close();
}
end();
process.exit(0);
