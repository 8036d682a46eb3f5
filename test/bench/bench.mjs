// `npm run bench`: what the steps cost on this machine, each figure the median of several rounds in one run.
// Works on dist/, which `npm run bench` builds first; needs no network and nothing outside the repository.
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import Parser from 'rss-parser';

const root = new URL('../../', import.meta.url);
const dist = (path) => import(new URL(`dist/${path}`, root).href);
const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];
const percentile = (values, share) =>
  [...values].sort((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * share))];
const rounds = (count, work) => Array.from({ length: count }, work);
const timed = (work) => {
  const from = performance.now();
  work();
  return performance.now() - from;
};
const row = (name, value, note = '') =>
  process.stdout.write(`${name.padEnd(46)} ${value.padStart(14)}  ${note}\n`);

const examples = readdirSync(new URL('test/fixtures/labelled/eval', root))
  .flatMap((name) => readFileSync(new URL(`test/fixtures/labelled/eval/${name}`, root), 'utf8').split('\n'))
  .filter(Boolean)
  .map((line) => JSON.parse(line));

const { createSteps } = await dist('steps.js');
const steps = createSteps();
const feed = {
  id: 'bench',
  url: '',
  publisher: 'bench',
  kind: 'press',
  every: { min: 1, max: 1 },
  enabled: true,
};
const entryOf = ({ title, text = '', language }, index) => ({
  id: `${index}`,
  feedId: 'bench',
  key: `${index}`,
  title,
  text,
  language,
  publisher: 'bench',
  publishedAt: Date.UTC(2026, 0, 1),
  publishedEstimated: false,
  firstSeenAt: 0,
  novelty: 'new',
  late: false,
});

// classify: headlines a second on one core, and a long article
const headlines = examples.map((example, index) => entryOf({ ...example, text: '' }, index));
const readAll = (entries) => {
  for (const entry of entries) steps.classify(entry, feed);
};
readAll(headlines);
const perSecond = rounds(5, () => (headlines.length / timed(() => readAll(headlines))) * 1000);
row(
  'classify, headlines a second',
  Math.round(median(perSecond)).toString(),
  '20 languages, half of them relevant; aim 3,000',
);
const irrelevant = examples
  .filter(({ label }) => label === 0)
  .map((example, index) => entryOf({ ...example, text: '' }, index));
const fieldRate = rounds(5, () => (irrelevant.length / timed(() => readAll(irrelevant))) * 1000);
row(
  'classify, irrelevant headlines a second',
  Math.round(median(fieldRate)).toString(),
  'what a feed is made of',
);
const english = examples.filter(({ language }) => language === 'en');
const long = (offset) => {
  let text = '';
  for (let index = offset; text.length < 20_000; index += 1)
    text += `${english[index % english.length].title}. `;
  return entryOf({ title: english[offset % english.length].title, text, language: 'en' }, offset);
};
const articles = Array.from({ length: 100 }, (_, index) => long(index));
const articleTimes = articles.map((entry) => timed(() => steps.classify(entry, feed)));
row(
  'classify, 20 kB article, p50 / p99 ms',
  `${median(articleTimes).toFixed(1)} / ${percentile(articleTimes, 0.99).toFixed(1)}`,
  'aim p99 < 20',
);

// start-up: a fresh process to its first answer, against one that does nothing
const start = (args, input) =>
  timed(() => execFileSync(process.execPath, args, { input, cwd: new URL('.', root) }));
const bare = median(rounds(5, () => start(['-e', '0'], '')));
const first = median(
  rounds(5, () => start(['dist/main.js', 'classify'], '{"id":1,"title":"Bybit halts withdrawals"}\n')),
);
row(
  'start-up to the first answer, ms',
  Math.round(first - bare).toString(),
  `beyond node's own ${Math.round(bare)} ms; aim 300`,
);

// parse: a 50-entry feed against bare rss-parser
const xml = `<?xml version="1.0"?><rss version="2.0"><channel><title>t</title>${Array.from(
  { length: 50 },
  (_, index) =>
    `<item><title>${examples[index].title.replace(/[<&]/g, ' ')}</title><link>https://example.com/${index}</link>` +
    `<guid>${index}</guid><description>${'A sentence of plain text. '.repeat(10)}</description><pubDate>Tue, 06 Mar 2018 17:02:00 GMT</pubDate></item>`,
).join('')}</channel></rss>`;
const bytes = Buffer.from(xml);
const rss = new Parser();
const timedAsync = async (work) => {
  const from = performance.now();
  await work();
  return performance.now() - from;
};
const ours = [];
const theirs = [];
for (let index = 0; index < 40; index += 1) {
  ours.push(await timedAsync(() => steps.parse(bytes, {})));
  theirs.push(await timedAsync(() => rss.parseString(xml)));
}
row(
  'parse, 50 entries, against bare rss-parser',
  `${(median(ours) / median(theirs)).toFixed(2)} x`,
  `${median(ours).toFixed(1)} ms; aim 2 x`,
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
for (const size of [500, 1_500, 5_000]) {
  const correlator = steps.createCorrelator();
  for (let index = 0; index < size; index += 1)
    for (const { incident } of scratch.correlate(...crowded(index, size))) correlator.put(incident);
  const times = Array.from({ length: 300 }, (_, at) => {
    const told = crowded(size + at, size);
    return timed(() => correlator.correlate(...told));
  });
  row(
    `correlate against ${size} incidents, p50 / p95 ms`,
    `${median(times).toFixed(2)} / ${percentile(times, 0.95).toFixed(2)}`,
    'aim p50 < 2 at 5,000',
  );
}

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

for (const size of [10_000, 100_000, 300_000]) {
  const index = createMatchIndex(createPlaces(steps.catalogue.jurisdictions));
  for (let at = 0; at < size; at += 1)
    index.put({
      v: 1,
      destination: { platform: 'telegram', chat: String(at) },
      state: 'active',
      stateSince: 0,
      language: 'en',
      zone: 'UTC',
      cadence: 'instant',
      digestAt: '08:00',
      muted: [],
      createdAt: 0,
      filters: [
        {
          id: 'a',
          exchanges: at % 3 === 0 ? [exchanges[at % 40]] : [],
          jurisdictions: at % 2 === 0 ? [codes[at % 60]] : [],
          kinds: [],
          minSeverity: at % 5 === 0 ? 'high' : 'low',
          words: [],
          onlyWhenNamed: at % 7 === 0,
        },
      ],
    });
  const incident = incidentOf(3);
  index.recipients(incident);
  const times = rounds(15, () => timed(() => index.recipients(incident)));
  row(`match one alert against ${size} subscriptions, ms`, median(times).toFixed(1), 'aim 20 at 100,000');
}
row('resident memory, MB', Math.round(process.memoryUsage().rss / 1e6).toString());
process.exit(0);
