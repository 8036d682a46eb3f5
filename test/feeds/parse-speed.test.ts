import { describe, expect, test } from '@jest/globals';
import Parser from 'rss-parser';
import { parseFeed } from '../../src/feeds/parse.ts';
import { anRss, bytesOf } from '../support/feed-builders.ts';

const PARAGRAPH =
  '<p>The authority has <a href="https://x.example/?a=1&amp;b=2">ordered</a> the exchange &amp; its <b>branch</b> to stop.</p>\n';

const ITEM = `<item><title>Headline about an exchange</title><link>https://x.example/n/1</link><dc:creator>A. Writer</dc:creator>
  <pubDate>Mon, 27 Jul 2026 15:30:00 +0000</pubDate><category>News</category><guid isPermaLink="false">https://x.example/?p=1</guid>
  <description><![CDATA[${PARAGRAPH}]]></description><content:encoded><![CDATA[${PARAGRAPH.repeat(5)}]]></content:encoded></item>`;

const timed = async (run: () => Promise<unknown>): Promise<number> => {
  const start = performance.now();
  await run();
  return performance.now() - start;
};

const median = (times: readonly number[]): number => times.toSorted((a, b) => a - b)[times.length >> 1] ?? 0;

describe('a feed of 50 entries', () => {
  test('is read, from bytes to entries, in at most twice the time of bare rss-parser', async () => {
    const text = anRss(ITEM.repeat(50));
    const bytes = bytesOf(text);
    const bare = new Parser();
    const ours: number[] = [];
    const theirs: number[] = [];
    // Turn by turn, so that a busy machine slows both; the first rounds only warm up.
    for (let round = 0; round < 80; round += 1) {
      const theirTime = await timed(() => bare.parseString(text));
      const ourTime = await timed(() => parseFeed(bytes, { url: 'https://x.example/feed' }));
      if (round < 30) continue;
      theirs.push(theirTime);
      ours.push(ourTime);
    }
    expect(median(ours)).toBeLessThanOrEqual(2 * median(theirs));
  });
});
