// What feeds cost: `npm run build && node test/bench/feeds.mjs`. Each row runs in a process of its own; CPU in seconds, peak memory in MB.
import { fork } from 'node:child_process';
import { createServer } from 'node:http';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { createGzip, gzipSync } from 'node:zlib';

const DIST = pathToFileURL(`${resolve(process.env.FEEDS_DIST ?? 'dist/feeds')}/`);
const OPEN = '<rss version="2.0"><channel><item><title>';
const laughs = `<!DOCTYPE r [<!ENTITY a0 "ha">${Array.from({ length: 20 }, (_, n) => `<!ENTITY a${n + 1} "${`&a${n};`.repeat(10)}">`).join('')}]>`;
const filled = (unit) => OPEN + unit.repeat(Math.floor((5 * 2 ** 20 - OPEN.length) / unit.length));

const DOCUMENTS = {
  '100,000 nested elements': () => OPEN + '<a>'.repeat(100_000),
  '50,000 unclosed items': () => `<rss><channel>${'<item><title>x</title>'.repeat(50_000)}`,
  'billion laughs': () => `${laughs}${OPEN}&a20;</title></item></channel></rss>`,
  '5 MB of <': () => filled('<'),
  '5 MB of &': () => filled('&'),
  '5 MB of <a b="': () => filled('<a b="'),
  'a tag of 5 MB': () => filled('a=b ').replace(OPEN, '<rss '),
  'tags that only the last > ends': () => `${filled('<a')}>`,
  'end tags that only the last > ends': () => `${filled('</a')}>`,
  'a base of 200 kB': () =>
    `<feed xml:base="http://x.example/${'a/'.repeat(1e5)}">${'<entry><link href="../x"/></entry>'.repeat(1_000)}`,
  'a date of 5 MB, 30 deep': () =>
    `<rss><item>${'<date>'.repeat(30)}${'1'.repeat(4.9e6)}${'</date>'.repeat(30)}</item>`,
  '5 MB of <item/>': () => filled('<item/>').replace('<item><title>', ''),
  'a million links': () => filled('<link href="z"/>'),
  'a million bases': () => filled('<entry xml:base="x/"><link href="z"/></entry>').replace(OPEN, '<feed>'),
  'escaped scripts': () => filled('&lt;script&gt;'),
  'an entity used a million times': () => `<!DOCTYPE r [<!ENTITY a "${'x'.repeat(250)}">]>${filled('&a;')}`,
  '5 MB of nested JSON': () => '['.repeat(5 * 2 ** 20),
  '5 MB of nested JSON, closed': () => '['.repeat(2.5 * 2 ** 20) + ']'.repeat(2.5 * 2 ** 20),
  'JSON of two million objects': () => `{"items":[${'{},'.repeat(1.7 * 2 ** 20)}{}]}`,
  'JSON of many keys': () => `{"items":[{${Array.from({ length: 450_000 }, (_, n) => `"${n}x":0`).join()}}]}`,
};

const endless = (stream, unit) => {
  const more = () => {
    while (!stream.destroyed && stream.write(unit));
  };
  stream.on('drain', more).on('error', () => stream.destroy());
  more();
};

/** Each serves in the parent, so that the child's figures are the reader's alone. */
const BODIES = {
  'a body of 50 MB': (response) => response.end(Buffer.alloc(50e6, 'x')),
  'a body without end': (response) => endless(response, 'x'.repeat(65_536)),
  'a gzip bomb (50 MB)': (response) =>
    response.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync(Buffer.alloc(50e6))),
  'a gzip bomb without end': (response) => {
    const gzip = createGzip({ level: 1 });
    response.writeHead(200, { 'content-encoding': 'gzip' }).on('close', () => gzip.destroy());
    gzip.pipe(response);
    endless(gzip, Buffer.alloc(65_536));
  },
  'slow loris (30 s)': (response) => {
    const timer = setInterval(() => response.write('<'), 100);
    response.on('close', () => clearInterval(timer));
  },
  '304, 304 times': (response) => response.writeHead(304).end(),
};

const nothing = () => undefined;
const feedOf = (url) => ({
  id: 'bench',
  url,
  publisher: 'Bench',
  kind: 'press',
  every: { min: 60_000, max: 60_000 },
  enabled: true,
});

const poll = async (url, times) => {
  const { createFetchFeed } = await import(new URL('fetch.js', DIST));
  const { newFeedState } = await import(new URL('due.js', DIST));
  const clock = { now: () => Date.now(), monotonic: () => performance.now() };
  const logger = { debug: nothing, info: nothing, warn: nothing, error: nothing };
  const fetchFeed = createFetchFeed({
    clock,
    logger,
    userAgent: 'Bench/1 (+mailto:a@b.c)',
    allowPrivate: true,
  });
  const feed = feedOf(url);
  const state = { ...newFeedState(feed, 0, () => 0), etag: '"1"', firstPolledAt: 1 };
  let last;
  const before = process.cpuUsage();
  for (let count = 0; count < times; count += 1) last = await fetchFeed(feed, state);
  return { before, outcome: last.kind === 'failed' ? last.reason : last.kind };
};

const read = async (name) => {
  const { parseFeed } = await import(new URL('parse.js', DIST));
  const bytes = new TextEncoder().encode(DOCUMENTS[name]());
  const before = process.cpuUsage();
  const parsed = await parseFeed(bytes, { url: 'https://x.example/' });
  return { before, outcome: parsed.ok ? `${parsed.entries.length} entries` : parsed.reason };
};

const child = async ({ name, url }) => {
  const { before, outcome } =
    url === undefined ? await read(name) : await poll(url, name.startsWith('304') ? 304 : 1);
  const { user, system } = process.cpuUsage(before);
  process.send({ outcome, cpu: (user + system) / 1e6, peak: process.resourceUsage().maxRSS / 1024 });
  process.disconnect();
};

const measure = (task) =>
  new Promise((done, fail) => {
    const worker = fork(import.meta.filename, ['child']);
    worker.once('message', done).once('error', fail);
    worker.once('exit', (code) => code !== 0 && done({ outcome: `exit ${code}`, cpu: 0, peak: 0 }));
    worker.send(task);
  });

const main = async () => {
  let handle = nothing;
  const server = createServer((_request, response) => handle(response));
  await new Promise((ready) => server.listen(0, '127.0.0.1', ready));
  const url = `http://127.0.0.1:${server.address().port}/`;
  const show = (name, { outcome, cpu, peak }) =>
    process.stdout.write(`| ${name} | ${cpu.toFixed(2)} s | ${peak.toFixed(0)} MB | ${outcome} |\n`);
  process.stdout.write('| what | CPU | peak memory | outcome |\n| --- | --- | --- | --- |\n');
  for (const name of Object.keys(DOCUMENTS)) show(name, await measure({ name }));
  for (const [name, serve] of Object.entries(BODIES)) {
    handle = serve;
    show(name, await measure({ name, url }));
  }
  server.closeAllConnections();
  server.close();
};

if (process.argv[2] === 'child') process.once('message', child);
else await main();
