// Part of `npm run bench`, and alone after a build: `node test/bench/parsers.mjs`. The same feed through our parser and through three others, over
// three sizes: CPU time, turn by turn, medians.
import { Readable } from 'node:stream';
import FeedParser from 'feedparser';
import { parseFeed } from 'feedsmith';
import RssParser from 'rss-parser';
import { cpuOf, grown, median, row } from './report.mjs';

const SIZES = [50, 200, 800];
const { createParseStep } = await import(new URL('../../dist/late-steps.js', import.meta.url).href);

const item = (at) =>
  `<item><title>Regulator ${at} blocks an exchange &amp; its app</title><link>https://example.com/${at}</link><guid>${at}</guid>` +
  `<description>${'A sentence of plain text. '.repeat(10)}</description><pubDate>Tue, 06 Mar 2018 17:02:00 GMT</pubDate></item>`;
const feedOf = (size) =>
  `<?xml version="1.0"?><rss version="2.0"><channel><title>t</title>${Array.from({ length: size }, (_, at) => item(at)).join('')}</channel></rss>`;

const { parse } = createParseStep();
const rss = new RssParser();
const throughStream = (xml) =>
  new Promise((resolve, reject) => {
    const parser = new FeedParser({ addmeta: false });
    parser
      .on('error', reject)
      .on('end', resolve)
      .on('readable', () => {
        while (parser.read() !== null);
      });
    Readable.from([xml]).pipe(parser);
  });
const READERS = {
  ours: (xml) => parse(Buffer.from(xml), {}),
  'rss-parser': (xml) => rss.parseString(xml),
  feedsmith: async (xml) => parseFeed(xml),
  feedparser: throughStream,
};

/** Medians by reader, ms of CPU. The first half of the rounds only warms up. */
const mediansFor = async (size) => {
  const xml = feedOf(size);
  const times = Object.fromEntries(Object.keys(READERS).map((name) => [name, []]));
  const rounds = Math.ceil(6000 / size);
  for (let round = 0; round < rounds * 2; round += 1)
    for (const [name, read] of Object.entries(READERS)) {
      const took = await cpuOf(() => read(xml));
      if (round >= rounds) times[name].push(took);
    }
  return Object.fromEntries(Object.entries(times).map(([name, all]) => [name, median(all)]));
};

const bySize = [];
for (const size of SIZES) bySize.push(await mediansFor(size));
for (const name of Object.keys(READERS)) {
  const values = bySize.map((medians) => medians[name]);
  const ratios = bySize.map((medians) => (medians.ours / medians[name]).toFixed(2));
  grown(`parse, ms of CPU: ${name}`, SIZES, values);
  if (name !== 'ours') row(`  ours against ${name}`, ratios.map((ratio) => `${ratio} x`).join(' / '));
}
