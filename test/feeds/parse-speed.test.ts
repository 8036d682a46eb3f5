import { describe, expect, test } from '@jest/globals';
import Parser from 'rss-parser';
import { parseFeed } from '../../src/feeds/parse.ts';
import { anRss, bytesOf } from '../support/feed-builders.ts';

const PARAGRAPH =
  '<p>The authority has <a href="https://x.example/?a=1&amp;b=2">ordered</a> the exchange &amp; its <b>branch</b> to stop.</p>\n';

const ITEM = `<item><title>Headline about an exchange</title><link>https://x.example/n/1</link><dc:creator>A. Writer</dc:creator>
  <pubDate>Mon, 27 Jul 2026 15:30:00 +0000</pubDate><category>News</category><guid isPermaLink="false">https://x.example/?p=1</guid>
  <description><![CDATA[${PARAGRAPH}]]></description><content:encoded><![CDATA[${PARAGRAPH.repeat(5)}]]></content:encoded></item>`;

/** CPU time in microseconds: a busy machine interrupts the longer of two more often. */
const spent = async (run: () => Promise<unknown>): Promise<number> => {
  const start = process.cpuUsage();
  await run();
  const { user, system } = process.cpuUsage(start);
  return user + system;
};

const median = (times: readonly number[]): number => times.toSorted((a, b) => a - b)[times.length >> 1] ?? 0;

/** The medians of both, turn by turn, so that a busy machine slows both; the first rounds only warm up. */
const measure = async (text: string): Promise<{ readonly ours: number; readonly theirs: number }> => {
  const bytes = bytesOf(text);
  const bare = new Parser();
  const ours: number[] = [];
  const theirs: number[] = [];
  for (let round = 0; round < 120; round += 1) {
    const theirTime = await spent(() => bare.parseString(text));
    const ourTime = await spent(() => parseFeed(bytes, { url: 'https://x.example/feed' }));
    if (round < 60) continue;
    theirs.push(theirTime);
    ours.push(ourTime);
  }
  return { ours: median(ours), theirs: median(theirs) };
};

const TITLES = [
  '取引所が出金を停止',
  'Биржа закрыта',
  'بايبت توقف السحب',
  '거래소 접속 차단',
  'La bolsa cierra',
  'ตลาดปิด',
];
const shortItem = (index: number): string =>
  `<item><title>${TITLES[index % TITLES.length]} ${index}</title><link>https://x.example/${index}</link><guid>${index}</guid>
  <description>${'A sentence of plain text. '.repeat(10)}</description><pubDate>Tue, 06 Mar 2018 17:02:00 GMT</pubDate></item>`;

describe('a feed of 50 entries is read, from bytes to entries, in at most twice the time of bare rss-parser', () => {
  test.each([
    ['with long texts full of markup', ITEM.repeat(50)],
    [
      'with short plain texts in many scripts',
      Array.from({ length: 50 }, (_, index) => shortItem(index)).join(''),
    ],
  ])('%s', async (_, items) => {
    const { ours, theirs } = await measure(anRss(items));
    expect(ours).toBeLessThanOrEqual(2 * theirs);
  });
});
