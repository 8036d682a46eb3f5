// Part of `npm run bench`, and alone after a build: `node test/bench/parsers.mjs`. The same feed through our parser and through others, over three
// sizes; CPU time, turn by turn, medians. feedsmith and feedparser are no dependencies of ours: `npm install --no-save feedsmith feedparser`.
import { Readable } from 'node:stream';
import RssParser from 'rss-parser';

const { createParseStep } = await import(new URL('../../dist/late-steps.js', import.meta.url).href);
const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];
const row = (name, value, note = '') =>
  process.stdout.write(`${name.padEnd(46)} ${value.padStart(14)}  ${note}\n`);
const optional = async (name) => {
  try {
    return await import(name);
  } catch (error) {
    if (error.code !== 'ERR_MODULE_NOT_FOUND') throw error;
    return undefined;
  }
};

const item = (at) =>
  `<item><title>Regulator ${at} blocks an exchange &amp; its app</title><link>https://example.com/${at}</link><guid>${at}</guid>` +
  `<description>${'A sentence of plain text. '.repeat(10)}</description><pubDate>Tue, 06 Mar 2018 17:02:00 GMT</pubDate></item>`;
const feedOf = (size) =>
  `<?xml version="1.0"?><rss version="2.0"><channel><title>t</title>${Array.from({ length: size }, (_, at) => item(at)).join('')}</channel></rss>`;

const { parse } = createParseStep();
const rss = new RssParser();
const feedsmith = await optional('feedsmith');
const feedparser = await optional('feedparser');
const throughStream = (xml) =>
  new Promise((resolve, reject) => {
    const parser = new feedparser.default({ addmeta: false });
    parser
      .on('error', reject)
      .on('end', resolve)
      .on('readable', () => {
        while (parser.read() !== null);
      });
    Readable.from([xml]).pipe(parser);
  });
const others = {
  'rss-parser': (xml) => rss.parseString(xml),
  ...(feedsmith !== undefined && { feedsmith: async (xml) => feedsmith.parseFeed(xml) }),
  ...(feedparser !== undefined && { feedparser: throughStream }),
};
const spent = async (work) => {
  const from = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(from);
  return (user + system) / 1000;
};

for (const size of [50, 200, 800]) {
  const xml = feedOf(size);
  const bytes = Buffer.from(xml);
  const readers = { ours: () => parse(bytes, {}), ...others };
  const times = Object.fromEntries(Object.keys(readers).map((name) => [name, []]));
  const rounds = Math.ceil(6000 / size);
  for (let round = 0; round < rounds * 2; round++)
    for (const [name, read] of Object.entries(readers)) {
      const took = await spent(() => read(xml));
      if (round >= rounds) times[name].push(took);
    }
  const ours = median(times.ours);
  row(`parse ${size} entries, ms of CPU`, ours.toFixed(2));
  for (const name of Object.keys(others))
    row(
      `  against ${name}`,
      `${(ours / median(times[name])).toFixed(2)} x`,
      `${median(times[name]).toFixed(2)} ms`,
    );
}
for (const [name, module] of Object.entries({ feedsmith, feedparser }))
  if (module === undefined) row(`  against ${name}`, 'not installed', `npm install --no-save ${name}`);
