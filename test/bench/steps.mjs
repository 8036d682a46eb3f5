// Part of `npm run bench`, and alone after a build: `node test/bench/steps.mjs`. What the steps cost on this machine, each figure the median of several rounds in one run.
// Works on dist/; needs no network and nothing outside the repository.
import { execFileSync, spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { entryOf, feed } from './entry.mjs';
import { grown, median, row, wallOf } from './report.mjs';
import { subscriptionOf } from './subscription.mjs';

const root = new URL('../../', import.meta.url);
const dist = (path) => import(new URL(`dist/${path}`, root).href);
const percentile = (values, share) =>
  [...values].sort((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * share))];
const rounds = (count, work) => Array.from({ length: count }, work);
const timed = (work) => {
  const from = performance.now();
  work();
  return performance.now() - from;
};

const examples = readdirSync(new URL('test/fixtures/labelled/eval', root))
  .flatMap((name) => readFileSync(new URL(`test/fixtures/labelled/eval/${name}`, root), 'utf8').split('\n'))
  .filter(Boolean)
  .map((line) => JSON.parse(line));

const { createSteps } = await dist('steps.js');
const steps = createSteps();

// classify: headlines a second on one core, and a long article; by CPU time, because the machine may have other work.
const cpuTimed = (work) => {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
};
const spread = (values) => `${Math.round(percentile(values, 0))} to ${Math.round(percentile(values, 0.999))}`;
const headlines = examples.map((example, index) => entryOf({ ...example, text: '' }, index));
const irrelevant = headlines.filter((_, index) => examples[index].label === 0);
const readAll = (entries) => {
  for (const entry of entries) steps.classify(entry, feed);
};
for (const [what, entries] of [
  ['half of them relevant', headlines],
  ['none relevant', irrelevant],
]) {
  // Until the compiler has settled (20,000 headlines, a day of feeds): it takes a second thread, whose CPU time is told
  // as ours, and a bot runs for years.
  rounds(30, () => readAll(entries));
  const cpu = rounds(9, () => (entries.length / cpuTimed(() => readAll(entries))) * 1000);
  const wall = rounds(9, () => (entries.length / timed(() => readAll(entries))) * 1000);
  row(
    `headlines a second, ${what}`,
    Math.round(median(cpu)).toString(),
    `CPU (${spread(cpu)}), wall ${Math.round(median(wall))}; ${entries.length} of ours, 20 languages; aim 3,000: ${(median(cpu) / 3000).toFixed(2)} x`,
  );
}
// and entries as they grow, from a teaser to a long article; a percentile of 400, that it be none of one pause
const english = examples.filter(({ language }) => language === 'en');
const SIZES = [200, 2_000, 20_000];
const long = (size, offset) => {
  let text = '';
  for (let index = offset; text.length < size; index += 1)
    text += `${english[index % english.length].title}. `;
  return entryOf({ title: english[offset % english.length].title, text, language: 'en' }, offset);
};
const articlesOf = SIZES.map((size) => Array.from({ length: 400 }, (_, index) => long(size, index)));
const timesOf = articlesOf.map((articles) => {
  readAll(articles);
  return rounds(3, () => articles.map((entry) => cpuTimed(() => steps.classify(entry, feed))));
});
const p99Of = timesOf.map((all) => median(all.map((times) => percentile(times, 0.99))));
const wall = articlesOf.at(-1).map((entry) => timed(() => steps.classify(entry, feed)));
grown(
  'classify an entry, p50 ms',
  SIZES,
  timesOf.map((all) => median(all.map(median))),
  'characters; CPU',
);
grown(
  'classify an entry, p99 ms',
  SIZES,
  p99Of,
  `CPU, at 20,000 wall ${percentile(wall, 0.99).toFixed(1)}; aim < 20: ${(20 / p99Of.at(-1)).toFixed(1)} x`,
);

// start-up: fresh processes and ones that do nothing, in turn; each tells its own CPU time at its end
const probe = fileURLToPath(new URL('test/bench/cpu-at-end.mjs', root));
const start = (args, input = '') => {
  let cpu = 0;
  const wall = timed(() => {
    const { stderr } = spawnSync(process.execPath, ['--import', probe, ...args], {
      input,
      cwd: fileURLToPath(root),
      encoding: 'utf8',
    });
    cpu = Number(/cpu (\d+)/.exec(stderr)?.[1]);
  });
  return { cpu, wall };
};
const COLD = {
  bare: () => start(['-e', '0']),
  ready: () =>
    start(['-e', "import('./dist/reading-steps.js').then(({ openReadingSteps }) => openReadingSteps())"]),
  answer: () => start(['dist/main.js', 'classify'], '{"id":1,"title":"Bybit halts withdrawals"}\n'),
};
const starts = rounds(9, () => Object.values(COLD).map((run) => run()));
const [bare, ready, answer] = Object.keys(COLD).map((_, at) => ({
  cpu: median(starts.map((times) => times[at].cpu)),
  wall: median(starts.map((times) => times[at].wall)),
}));
for (const [what, { cpu, wall }] of [
  ['ready to classify', ready],
  ['the first alert in words', answer],
])
  row(
    `start-up to ${what}, ms`,
    Math.round(cpu).toString(),
    `CPU, wall ${Math.round(wall)}; of which node itself ${Math.round(bare.cpu)}, wall ${Math.round(bare.wall)}; aim 300: ${(300 / cpu).toFixed(2)} x`,
  );

// correlate and match, growing
const { createMatchIndex } = await dist('delivery/match-index.js');
const { createPlaces } = await dist('delivery/places.js');
const codes = steps.catalogue.jurisdictions.map(({ code }) => code);
const exchanges = steps.catalogue.exchanges.map(({ id }) => id);
const reading = steps.classify(entryOf({ title: 'Nigeria blocks Binance and OKX', language: 'en' }, 0), feed);
const scratch = steps.createCorrelator();
const incidentOf = (index) => {
  const report = {
    ...reading.reports[0],
    exchanges: [exchanges[index % exchanges.length]],
    jurisdictions: [codes[(index * 7) % codes.length]],
  };
  const entry = {
    ...entryOf({ title: `Story ${index}`, language: 'en' }, index),
    publishedAt: Date.UTC(2026, 0, 1) + index * 3_600_000,
  };
  return scratch.correlate({ entry, feed, reports: [report] }, entry.publishedAt)[0].incident;
};
// A crowded world: sixty exchanges in fifteen places, each new report a text of its own.
const KINDS = ['ban', 'access-block', 'warning', 'enforcement', 'market-exit', 'service-halt'];
const crowded = (index, size) => {
  const publishedAt = Date.UTC(2010, 0, 1) + index * 20 * 3_600_000;
  const text = `Company${index} and ${index} users were told that order number ${index * 3} applies. `.repeat(
    10,
  );
  const title = `Regulator acts on ${exchanges[(index * 7) % 60]} in case ${index} of ${size}`;
  const entry = { ...entryOf({ title, text, language: 'en' }, `${size}-${index}`), publishedAt };
  const report = {
    ...reading.reports[0],
    kind: KINDS[index % 6],
    authority: `authority-${(index * 11) % 40}`,
    exchanges: index % 3 === 0 ? [] : [exchanges[(index * 7) % 60], exchanges[(index * 13) % 60]],
    jurisdictions: [index % 5 < 2 ? 'US' : codes[(index * 3) % 15]],
  };
  return [{ entry, feed, reports: [report] }, publishedAt];
};
const CORRELATED = [500, 1_500, 5_000];
const correlations = CORRELATED.map((size) => {
  const correlator = steps.createCorrelator();
  for (let index = 0; index < size; index += 1)
    for (const { incident } of scratch.correlate(...crowded(index, size))) correlator.put(incident);
  return Array.from({ length: 300 }, (_, at) => {
    const told = crowded(size + at, size);
    return timed(() => correlator.correlate(...told));
  });
});
grown('correlate with incidents, p50 ms', CORRELATED, correlations.map(median), 'aim < 2 at 5,000');
grown(
  'correlate with incidents, p95 ms',
  CORRELATED,
  correlations.map((times) => percentile(times, 0.95)),
);

// the board with years of incidents, in a process of its own
const board = JSON.parse(
  execFileSync(process.execPath, ['--expose-gc', new URL('board.mjs', import.meta.url).pathname]).toString(),
);
row(
  'board, 10,000 incidents with three sources, MB',
  board.heapMb.toFixed(0),
  'on board and correlator; aim < 100',
);
row(
  'board, read from SQLite at start, ms',
  Math.round(board.startMs).toString(),
  `aim < 1,000; ${Math.round(board.startCpuMs)} of the processor`,
);
row('board, the first of six questions, all six, ms', board.answerMs.toFixed(1), 'aim < 1,000');

const mixed = (at) =>
  subscriptionOf(at, {
    exchanges: at % 3 === 0 ? [exchanges[at % 40]] : [],
    jurisdictions: at % 2 === 0 ? [codes[at % 60]] : [],
    minSeverity: at % 5 === 0 ? 'high' : 'low',
    words: at % 11 === 0 ? ['naira'] : [],
    onlyWhenNamed: at % 7 === 0,
  });
const MATCHED = [10_000, 100_000, 1_000_000];
const matches = MATCHED.map((size) => {
  const index = createMatchIndex(createPlaces(steps.catalogue.jurisdictions));
  for (let at = 0; at < size; at += 1) index.put(mixed(at));
  const incident = incidentOf(3);
  index.recipients(incident);
  const times = rounds(15, () => timed(() => index.recipients(incident)));
  return { took: median(times), resident: process.memoryUsage().rss / 1e6 };
});
grown(
  'match one alert, ms',
  MATCHED,
  matches.map(({ took }) => took),
  'subscriptions; aim 20 and 200',
);
grown(
  'resident with them, MB',
  MATCHED,
  matches.map(({ resident }) => resident),
  'aim 1,000',
);

// the store at start, the outbox before the first send, and what a delivery costs
const { mkdtempSync, rmSync } = await import('node:fs');
const { tmpdir } = await import('node:os');
const { openStore } = await dist('storage/open.js');
const { createSubscriptionBook } = await dist('delivery/subscription-book.js');
const { createDelivery } = await dist('delivery/deliver.js');
const { systemClock } = await dist('ops/clock.js');
const ignore = () => undefined;
const silent = { debug: ignore, info: ignore, warn: ignore, error: ignore };
const folder = mkdtempSync(`${tmpdir()}/curbwatch-bench-`);
const store = await openStore(`sqlite://${folder}/store.sqlite`, {
  clock: systemClock,
  logger: silent,
  onLeaseLost: ignore,
});
const STORED = [1_000, 10_000, 100_000];
const openBook = () => {
  const index = createMatchIndex(createPlaces(steps.catalogue.jurisdictions));
  return { index, book: createSubscriptionBook(store.subscriptions, index) };
};
const loads = [];
for (const [step, size] of STORED.entries()) {
  for (let at = STORED[step - 1] ?? 0; at < size; at += 1) await store.subscriptions.save(mixed(at));
  const times = [];
  for (let index = 0; index < 3; index += 1) times.push(await wallOf(() => openBook().book.load()));
  loads.push(median(times));
}
grown('start-up with stored subscriptions, ms', STORED, loads, 'aim 3,000');

const { route } = await dist('delivery/route.js');
const { BRAKE_OFF } = await dist('delivery/brake.js');
const { index, book } = openBook();
await book.load();
const everyone = { ...incidentOf(3), severity: 'critical' };
const about = (id) => ({
  alert: { incidentId: id, revision: 1, change: 'opened', reasons: [], at: systemClock.now() },
  incident: { ...everyone, id, revision: 1, confirmation: 'official' },
});
const all = Array.from({ length: STORED.at(-1) }, (_, at) => ({ platform: 'telegram', chat: String(at) }));
const owing = (id, to) =>
  route(about(id), {
    index: { has: index.has, recipients: () => to },
    told: [],
    brake: BRAKE_OFF,
    now: systemClock.now(),
  }).broadcasts;
let adds = 0;
const outbox = {
  ...store.outbox,
  add: (broadcasts) => {
    adds += 1;
    return store.outbox.add(broadcasts);
  },
};
const written = owing('outbox', all);
const addTook = await wallOf(() => outbox.add(written));
row(
  'outbox for 100000 chats, before the first send',
  `${adds} write`,
  `one transaction of ${written.length} records, ${addTook.toFixed(0)} ms`,
);
await store.outbox.remove(written.map(({ id }) => id));

const DELIVERIES = 20_000;
const incidents = new Map();
const render = (card) => ({ payload: card, plain: 'plain' });
const accepting = {
  platform: 'telegram',
  render,
  send: async (_to, _message, id) => ({ kind: 'sent', messageId: id }),
  edit: async (_to, messageId) => ({ kind: 'sent', messageId }),
};
const desk = createDelivery({
  ...{ outbox: store.outbox, sentMessages: store.sentMessages, subscriptions: book, words: steps.words },
  incident: (id) => incidents.get(id),
  readFacts: index.readFacts,
  messengers: new Map([['telegram', accepting]]),
  pace: () => ({
    perSecond: Number.POSITIVE_INFINITY,
    burst: 1,
    concurrency: 64,
    handful: 5,
    chatLimits: () => [],
  }),
  clock: systemClock,
  logger: silent,
});
const wanted = all.filter((to) => index.has(to)).slice(0, DELIVERIES);
const costs = [];
for (let roundNumber = 0; roundNumber < 3; roundNumber += 1) {
  const id = `deliver-${roundNumber}`;
  const owed = owing(id, wanted);
  await store.outbox.add(owed);
  incidents.set(id, about(id).incident);
  const before = process.cpuUsage();
  desk.enqueue(owed);
  await desk.idle();
  const { user, system } = process.cpuUsage(before);
  costs.push((user + system) / wanted.length);
}
row('deliver, CPU microseconds each', median(costs).toFixed(0), 'desk and SQLite; without the network');
await desk.stop();
await store.close();
rmSync(folder, { recursive: true, force: true });
row('resident memory, MB', Math.round(process.memoryUsage().rss / 1e6).toString());
process.exit(0);
